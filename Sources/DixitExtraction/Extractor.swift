// The extractor: one document in, its records out.

package import DixitText

/// Finds the records of one document. Holds the lexicon and nothing else; any number of threads may use it.
package struct Extractor: Sendable {
    package init() {}

    /// The records of a text. Linear in its length; any bytes that are UTF-8 are a text.
    ///
    /// - Parameters:
    ///   - text: The text as UTF-8.
    ///   - title: The title where it is known from outside the text (a field of a JSON record).
    ///   - date: The day of publication where it is known, against which «samedi» is resolved.
    package func extract(_ text: [UInt8], title: String? = nil, date: PartialDate? = nil) -> ExtractedDocument {
        ExtractedDocument()
    }
}
