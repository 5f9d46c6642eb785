// The one error type of the library.

package import DixitSyntax

/// Why a query cannot be answered: up to five independent problems, the first one first.
///
/// ```swift
/// do {
///     try session.run("find statments")
/// } catch {
///     print(error.code, error.message(in: .english))  // E300 I have no set called “statments”
/// }
/// ```
public struct DixitError: Error, Hashable, Sendable {
    /// At least one.
    public let problems: [Problem]

    package init(_ problems: [Problem]) {
        self.problems = problems
    }

    /// The code of the first problem, which never changes from version to version: `E300`.
    public var code: String { problems.first?.code ?? "E500" }

    /// All problems in words with what to write instead, a line each.
    public func text(in language: Language) -> String {
        problems.map { $0.text(in: language) }.joined(separator: "\n")
    }

    /// The first problem in words.
    public func message(in language: Language) -> String {
        problems.first?.message(in: language) ?? ""
    }
}

extension DixitError: CustomStringConvertible {
    public var description: String {
        problems.map { "\($0.code): \($0.text(in: .english))" }.joined(separator: "\n")
    }
}

/// One thing that is wrong with a query, or that a reader of an answer should know (codes `N…`).
public struct Problem: Hashable, Sendable {
    /// A second place that has to do with it, with a few words beside it.
    public struct Label: Hashable, Sendable {
        /// The place that it marks.
        public let span: SourceSpan
        package let wording: Message?

        /// What is said there; nil for a place that is only marked.
        public func message(in language: Language) -> String? {
            wording?.wording(in: language)
        }
    }

    /// A change to the text of the query: what stands in `span` becomes `text`.
    public struct Fix: Hashable, Sendable {
        /// What is replaced.
        public let span: SourceSpan
        /// What stands there instead.
        public let text: String
        /// 0 … 1.
        public let confidence: Double
        /// How many rows the query would have, for one of the two readings of E202.
        public let rows: Int?
    }

    /// The text that the spans count in.
    public let source: String
    package let diagnostic: Diagnostic

    package init(_ diagnostic: Diagnostic, in source: String) {
        self.diagnostic = diagnostic
        self.source = source
    }

    /// Stable: `E300`.
    public var code: String { diagnostic.message.code }
    /// The place in ``source``.
    public var span: SourceSpan { SourceSpan(diagnostic.range, in: source) }
    /// Further places that have to do with it, the first of two conflicting ones for instance.
    public var labels: [Label] {
        diagnostic.labels.map { Label(span: SourceSpan($0.range, in: source), wording: $0.message) }
    }
    /// Corrections, the likeliest first.
    public var fixes: [Fix] {
        diagnostic.fixes.map {
            Fix(
                span: SourceSpan($0.range, in: source), text: $0.text, confidence: $0.confidence, rows: $0.rows)
        }
    }

    /// What to write instead, in a few words, where there is something to say: “did you mean `speaker`?”
    public func advice(in language: Language) -> String? {
        diagnostic.message.wording(in: language.messages).advice
    }

    /// What is wrong, in the reader's words.
    public func message(in language: Language) -> String {
        diagnostic.message.wording(in: language)
    }

    /// ``message(in:)`` and ``advice(in:)`` in one line.
    public func text(in language: Language) -> String {
        ([message(in: language)] + (advice(in: language).map { [$0] } ?? [])).joined(separator: " – ")
    }
}

extension Message {
    /// The message in words, as the catalogue of that language has it.
    func wording(in language: Language) -> String { wording(in: language.messages).headline }
}
