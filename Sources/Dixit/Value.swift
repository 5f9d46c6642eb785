// A value in a row of an answer.

/// What one cell of an answer holds.
///
/// ```swift
/// if case .entity(let speaker) = row["speaker"] { print(speaker.name) }
/// ```
public enum Value: Hashable, Sendable {
    case missing
    case text(String)
    case integer(Int)
    case number(Double)
    /// Possibly partial.
    case date(CalendarDate)
    case boolean(Bool)
    /// A row of another set.
    case entity(Entity)
    case list([Value])
    case passage(Passage)

    /// A row of a set, by its id and the name it is shown by.
    public struct Entity: Hashable, Sendable {
        public let set: String
        public let id: String
        public let name: String
    }
}

/// The place in a document that a row stands on.
public struct Passage: Hashable, Sendable {
    /// The document's id.
    public let document: String
    public let title: String?
    public let outlet: String?
    public let date: CalendarDate?
    /// In Unicode code points from the start of the document's text, the end not included.
    public let codePoints: Range<Int>
    /// The same in UTF-8 bytes.
    public let utf8: Range<Int>
    /// The paragraph, counted from 1.
    public let paragraph: Int?
    /// The text before it, as far back as was asked for.
    public let before: String
    public let text: String
    public let after: String
}

extension Value: CustomStringConvertible {
    /// As a table shows it: nothing for a missing value, the name of an entity, `; ` between values of a list.
    public var description: String {
        switch self {
        case .missing: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .date(let date): date.description
        case .boolean(let value): value ? "true" : "false"
        case .entity(let entity): entity.name
        case .list(let values): values.map(\.description).joined(separator: "; ")
        case .passage(let passage): passage.text
        }
    }
}
