// A value in a row of an answer.

/// What one cell of an answer holds.
///
/// ```swift
/// if case .entity(let speaker) = row["speaker"] { print(speaker.name) }
/// ```
public enum Value: Hashable, Sendable {
    /// There is no value.
    case missing
    /// A text, a keyword or a name.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction.
    case number(Double)
    /// Possibly partial.
    case date(CalendarDate)
    /// True or false.
    case boolean(Bool)
    /// A row of another set.
    case entity(Entity)
    /// Several values.
    case list([Value])
    /// Where a row stands in its document: the field `source`.
    case passage(Passage)

    /// A row of a set, by its id and the name it is shown by.
    public struct Entity: Hashable, Sendable {
        /// The canonical name of the row's set.
        public let set: String
        /// The row's id.
        public let id: String
        /// What readers know the row by.
        public let name: String
    }
}

/// The place in a document that a row stands on.
public struct Passage: Hashable, Sendable {
    /// The document's id.
    public let document: String
    /// The headline of the document.
    public let title: String?
    /// Who published it.
    public let outlet: String?
    /// The day of publication.
    public let date: CalendarDate?
    /// In Unicode code points from the start of the document's text, the end not included.
    public let codePoints: Range<Int>
    /// The same in UTF-8 bytes.
    public let utf8: Range<Int>
    /// The paragraph, counted from 1.
    public let paragraph: Int?
    /// The text before it, as far back as was asked for.
    public let before: String
    /// The words themselves.
    public let text: String
    /// The characters after them.
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
