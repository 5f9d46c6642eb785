// A date as it goes in and out of the library.

package import DixitText

/// A date in the Gregorian calendar that may stop at the year or at the month.
///
/// ```swift
/// let may = CalendarDate("2016-05")  // all of May
/// let day = CalendarDate(year: 2016, month: 5, day: 12)
/// ```
public struct CalendarDate: Hashable, Sendable {
    package let partial: PartialDate

    /// Nil for a date that no calendar has, such as 2016-02-30. Years run from 1 to 9999.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard month != 0, day != 0 else { return nil }
        guard let partial = PartialDate(year: year, month: month ?? 0, day: day ?? 0) else { return nil }
        self.partial = partial
    }

    /// Reads `2016`, `2016-05` or `2016-05-12`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
        guard parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else { return nil }
        let numbers = parts.compactMap { part -> Int? in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard numbers.count == parts.count else { return nil }
        self.init(
            year: numbers[0],
            month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil
        )
    }

    package init(_ partial: PartialDate) {
        self.partial = partial
    }

    /// The year, from 1.
    public var year: Int { partial.year }
    /// 1 … 12, nil where unknown.
    public var month: Int? { partial.month == 0 ? nil : partial.month }
    /// 1 … 31, nil where unknown.
    public var day: Int? { partial.day == 0 ? nil : partial.day }
}

extension CalendarDate: CustomStringConvertible {
    /// `2016`, `2016-05` or `2016-05-12`.
    public var description: String { partial.description }
}

extension CalendarDate: Comparable {
    /// By first day; of two dates that begin together the shorter interval comes first.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.partial.firstDay, left.partial.lastDay) < (right.partial.firstDay, right.partial.lastDay)
    }
}

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no date")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
