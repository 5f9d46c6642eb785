// Why a row is in an answer, or why not: what each condition says of it.

/// What a query says of one row, condition by condition.
///
/// ```swift
/// let why = try session.why("article-3:2", in: "find statements where text contains \"réforme\" and date in 2016")
/// print(why.text(in: .french))
/// ```
public struct MembershipExplanation: Sendable {
    /// Whether the row is in the answer.
    public enum Outcome: Hashable, Sendable {
        /// It is; at this place from 1, nil in a query that counts.
        case found(place: Int?)
        /// It fulfils the condition and stands at this place in the order of the answer, which `skip` or `limit` leaves out.
        case outsidePage(place: Int)
        /// It fulfils the condition and was not drawn for the sample.
        case notSampled
        /// It is not in the set that is searched, or does not fulfil the condition.
        case notFound
    }

    /// The row that is explained.
    public let row: Value.Entity
    /// The query in canonical form.
    public let query: String
    /// Whether it is in the answer.
    public let outcome: Outcome
    /// The source where it is not a whole set, then the condition; empty for a query that gives every row of a set.
    public let conditions: [Condition]
    /// Where the row stands in its document; nil for rows that stand on no text.
    public let passage: Passage?

    /// A condition, or a chain of them, with whether the row fulfils it.
    public struct Condition: Hashable, Sendable {
        /// How a condition is made up.
        public enum Kind: String, Hashable, Sendable {
            /// `and`: all of ``conditions``.
            case all
            /// `or`: one of them is enough.
            case any
            /// `not`: its one condition must not hold.
            case not
            /// What a row is asked.
            case test
            /// Whether the row is in the `let` or the result that is searched: `find them`.
            case source
        }

        /// How it is made up.
        public let kind: Kind
        /// In canonical form: `speaker = "El Khalfi"`.
        public let text: String
        /// Whether the row fulfils it.
        public let holds: Bool
        /// What the row has where the condition looks: each path of it with its value; of `some statements have (…)` the
        /// statements that fulfil it.
        public let readings: [Reading]
        /// The rows that a name in the condition means.
        public let meant: [Value.Entity]
        /// Where the words or the pattern stand, the first ones of each text.
        public let hits: [Hit]
        /// Of a chain its members, of `not` its one condition; empty for a test.
        public let conditions: [Condition]
        /// The rows that decide a quantifier or an `in (find …)`, a few of them, each asked what stands in the parentheses.
        public let members: [Member]
    }

    /// A row that a condition leads to, and what the parentheses say of it: of
    /// `some statements have (date in 2016)` a statement and whether its date lies in 2016.
    public struct Member: Hashable, Sendable {
        /// The row.
        public let row: Value.Entity
        /// Whether it fulfils what stands in the parentheses.
        public let holds: Bool
        /// What each condition in the parentheses says of it.
        public let conditions: [Condition]
    }

    /// A path and its value in the row.
    public struct Reading: Hashable, Sendable {
        /// As written: `speaker.role`.
        public let path: String
        /// What the row has there.
        public let value: Value
    }

    /// A place in a text that a condition asks for.
    public struct Hit: Hashable, Sendable {
        /// The row whose text it is: the row itself, or one that it leads to.
        public let row: Value.Entity
        /// The field of the text.
        public let field: String
        /// In UTF-8 bytes from the start of the field's value.
        public let utf8: Range<Int>
        /// Some characters before it.
        public let before: String
        /// The words themselves, as they are written.
        public let text: String
        /// Some characters after it.
        public let after: String
    }

    /// All of it for a reader, a line a fact.
    public func text(in language: Language) -> String { MembershipText(self, language).text }
}
