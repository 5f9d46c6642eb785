// What could be written next in a query.

/// One way to go on at a place in a query.
///
/// ```swift
/// let first = session.completions(in: "find statements where spe", at: 25).first?.text  // "speaker"
/// ```
public struct Completion: Hashable, Sendable {
    /// What is proposed.
    public enum Kind: String, Hashable, Sendable {
        /// A word of the language: `where`, `contains`.
        case keyword
        /// A set, or the name of a `let`.
        case set
        /// A field.
        case field
        /// An operator that fits the field.
        case `operator`
        /// A value that the corpus has, closing quotation mark included.
        case value
        /// A parameter: `$who`.
        case parameter
        /// A name that a `let` gave.
        case name
        /// A format after `as`.
        case format
    }
    /// What is proposed.
    public let kind: Kind
    /// What to write in place of ``replaced``.
    public let text: String
    /// A few words for a menu: a field's type, how many rows have a value.
    public let detail: String?
    /// In UTF-8 bytes of the text that was asked about.
    public let replaced: Range<Int>

    package init(kind: Kind, text: String, detail: String?, replaced: Range<Int>) {
        self.kind = kind
        self.text = text
        self.detail = detail
        self.replaced = replaced
    }
}
