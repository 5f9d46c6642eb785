// E540: what a question asks and SQL cannot say.

extension Message {
    /// Why something is not said in SQL.
    package enum Unsayable: String, Hashable, Sendable, CaseIterable {
        /// `sample 50`
        case sample
        /// `sort by relevance`
        case relevance
        /// `text matches /réform(e|er)/`
        case pattern
        /// `name = roughly "Benkiran"`
        case slips
        /// `text contains exactly "PARIS"`
        case spelling
        /// `"a b" at least 100 times`
        case times
        /// `show source`
        case column
        /// `by names`
        case group
        /// `explain find people`
        case explain
        /// A text with the character U+0000 in it.
        case character
        /// A query about nothing that there are tables of.
        case set
    }

    /// Something that no SQL engine says as Dixit does.
    package static func construct(_ text: String, _ kind: Unsayable) -> Message {
        Message("E540.\(kind.rawValue)", ["text": .text(text)])
    }
}
