// What is wrong with a query, where, and what to write instead.

/// One error or note: a message, its place, further places, and changes that would mend it.
///
/// The wording is apart from where it is found: `message` says what happened in a form that every
/// language of ``MessageLanguage`` can print.
package struct Diagnostic: Hashable, Sendable {
    /// A second place that has to do with the error, with a few words beside it.
    package struct Label: Hashable, Sendable {
        package var range: SourceRange
        package var message: Message?
        package init(range: SourceRange, message: Message?) {
            self.range = range
            self.message = message
        }
    }

    /// A change to the source: what stands in `range` becomes `text`.
    package struct Fix: Hashable, Sendable {
        package var range: SourceRange
        package var text: String
        /// 0 … 1.
        package var confidence: Double
        /// How many rows the query has once the change is made, where that is known.
        package var rows: Int?
        package init(range: SourceRange, text: String, confidence: Double) {
            self.range = range
            self.text = text
            self.confidence = confidence
            rows = nil
        }
    }

    package var message: Message
    package var range: SourceRange
    package var labels: [Label]
    package var fixes: [Fix]

    package init(_ message: Message, at range: SourceRange, labels: [Label] = [], fixes: [Fix] = []) {
        self.message = message
        self.range = range
        self.labels = labels
        self.fixes = fixes
    }
}
