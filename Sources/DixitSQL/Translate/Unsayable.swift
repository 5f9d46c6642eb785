// What a question asks and SQL has no words for.

import DixitSyntax

/// A part of a question that is not translated, with its place.
struct Unsayable: Error {
    let message: Message
    /// Nil for the whole statement.
    let range: SourceRange?

    init(_ message: Message, at range: SourceRange?) {
        (self.message, self.range) = (message, range)
    }
}
