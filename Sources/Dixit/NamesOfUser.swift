// What a user knows of people, organisations and verbs, for the reading of documents.

package import DixitExtraction

/// People with other names and dated offices, organisations and verbs of saying that a file of the user's names.
///
/// `NamesFile` in DixitFormats reads such files.
///
/// ```swift
/// let (names, problems) = NamesFile.read(["news/dixit.names"])
/// let reader = DocumentReader(names: names)
/// ```
public struct NamesOfUser: Sendable {
    package let known: KnownNames

    package init(_ known: KnownNames) { self.known = known }

    /// Nothing beyond what the lexicon knows.
    public init() { known = KnownNames() }

    /// Whether they change nothing: no person, no organisation, no verb.
    public var isEmpty: Bool { known.isEmpty }
}
