// What is wrong with a pattern, and where.

package import DixitSyntax

/// Why a pattern cannot be used.
///
/// `/(a/` has a parenthesis that is never closed, at 0..<1; `/(a{1000}){1000}/` is too large, at 8..<14.
package struct PatternError: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case unreadable(Message.PatternProblem)
        /// More instructions, repetitions or levels than a pattern may have.
        case tooLarge
    }
    package let kind: Kind
    /// The bytes of the pattern, without the slashes, that are wrong.
    package let range: Range<Int>

    package init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// E412 or E413.
    package var message: Message {
        switch kind {
        case .unreadable(let problem): .unreadablePattern(problem)
        case .tooLarge: .patternTooLarge
        }
    }
}
