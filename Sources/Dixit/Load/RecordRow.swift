// The values of one row on their way from a file or a program into the columns of a table.

import DixitText

/// Takes the values of a row, each at its place, in memory that is used again for the next row: no value is an object of its own.
package struct RecordRow: Sendable {
    enum Value {
        case none
        /// A range of ``bytes``, which are UTF-8.
        case text(Range<Int>)
        case integer(Int)
        case number(Double)
        case boolean(Bool)
        case date(PartialDate)
        /// A range of ``items``.
        case list(Range<Int>)
    }

    private(set) var values: [Value]
    private(set) var items: [Value] = []
    private(set) var bytes: [UInt8] = []

    /// A row of missing values.
    package init(count: Int) { values = [Value](repeating: .none, count: count) }

    /// Makes every value a missing one.
    package mutating func clear() {
        for place in values.indices { values[place] = .none }
        items.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// - Precondition: the text is UTF-8.
    package mutating func set(text: UnsafeBufferPointer<UInt8>, at place: Int) { values[place] = added(text) }
    package mutating func set(integer: Int, at place: Int) { values[place] = .integer(integer) }
    package mutating func set(number: Double, at place: Int) { values[place] = .number(number) }
    package mutating func set(boolean: Bool, at place: Int) { values[place] = .boolean(boolean) }

    /// Starts an empty list.
    package mutating func startList(at place: Int) { values[place] = .list(items.count..<items.count) }

    /// Adds a text to the list that was started last.
    ///
    /// - Precondition: the text is UTF-8.
    package mutating func append(text: UnsafeBufferPointer<UInt8>, at place: Int) { append(added(text), at: place) }
    package mutating func append(number: Double, at place: Int) { append(.number(number), at: place) }

    private mutating func append(_ item: Value, at place: Int) {
        guard case .list(let range) = values[place] else { return }
        items.append(item)
        values[place] = .list(range.lowerBound..<items.count)
    }

    private mutating func added(_ text: UnsafeBufferPointer<UInt8>) -> Value {
        let start = bytes.count
        bytes.append(contentsOf: text)
        return .text(start..<bytes.count)
    }

    /// The values that a program gives.
    init(_ values: [Parameter?]) {
        self.init(count: values.count)
        set(values)
    }

    /// Sets the values of another row that a program gives.
    mutating func set(_ values: [Parameter?]) {
        if self.values.count != values.count { self.values = [Value](repeating: .none, count: values.count) }
        clear()
        for (place, value) in values.enumerated() {
            guard let value else { continue }
            if case .list(let parts) = value {
                startList(at: place)
                for part in parts { append(plain(part), at: place) }
            } else {
                self.values[place] = plain(value)
            }
        }
    }

    /// A list in a list fits nowhere.
    private mutating func plain(_ value: Parameter) -> Value {
        switch value {
        case .text(var text): text.withUTF8 { added($0) }
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .date(let date): .date(date.partial)
        case .boolean(let value): .boolean(value)
        case .list: .list(0..<0)
        }
    }

    /// A value as a message shows it.
    func description(of value: Value) -> String {
        switch value {
        case .none: ""
        case .text(let range): String(decoding: bytes[range], as: UTF8.self)
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .boolean(let value): String(value)
        case .date(let date): date.description
        case .list(let range): items[range].map { description(of: $0) }.joined(separator: ", ")
        }
    }
}

// MARK: - What a field takes of them

extension RecordRow {
    /// Lends a text.
    func withText<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The ranges of the text or of the texts of a list; nothing where it is neither.
    func forEachText(of value: Value, _ body: (Range<Int>) -> Void) {
        switch value {
        case .text(let range): body(range)
        case .list(let range): for case .text(let text) in items[range] { body(text) }
        default: break
        }
    }

    func isText(_ value: Value, orTexts: Bool) -> Bool {
        switch value {
        case .text: true
        case .list(let range) where orTexts:
            items[range].allSatisfy { if case .text = $0 { true } else { false } }
        default: false
        }
    }

    /// Whether a value can be an id, or a list of them.
    func isId(_ value: Value, areNumbers: Bool, orIds: Bool) -> Bool {
        switch value {
        case .text: !areNumbers
        case .integer, .number: areNumbers && Self.number(value)?.isFinite ?? false
        case .list(let range) where orIds:
            items[range].allSatisfy { isId($0, areNumbers: areNumbers, orIds: false) }
        default: false
        }
    }

    /// `12`, `1.5`
    static func number(_ value: Value) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// A date, a text that is one, or a year.
    func partialDate(_ value: Value) -> PartialDate? {
        switch value {
        case .date(let date): date
        case .text(let range): withText(range) { PartialDate(digits: $0) }
        case .integer(let year): PartialDate(year: year)
        default: nil
        }
    }
}

extension PartialDate {
    /// Reads `2016`, `2016-05` or `2016-05-12`, as ``CalendarDate`` does, without making strings of its parts.
    fileprivate init?(digits text: UnsafeBufferPointer<UInt8>) {
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for place in range {
                guard (0x30...0x39).contains(text[place]) else { return nil }
                value = value * 10 + Int(text[place] - 0x30)
            }
            return value
        }
        func part(at dash: Int) -> Int? {
            guard text.count >= dash + 3, text[dash] == UInt8(ascii: "-") else { return nil }
            guard let value = number(dash + 1..<dash + 3), value > 0 else { return nil }
            return value
        }
        guard text.count == 4 || text.count == 7 || text.count == 10, let year = number(0..<4) else { return nil }
        if text.count == 4 {
            self.init(year: year)
            return
        }
        guard let month = part(at: 4) else { return nil }
        if text.count == 7 {
            self.init(year: year, month: month)
            return
        }
        guard let day = part(at: 7) else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
