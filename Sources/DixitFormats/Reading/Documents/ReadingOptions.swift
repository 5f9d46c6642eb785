// How documents are read where the files do not say it themselves.

/// What the reader of documents is told beside their paths.
public struct ReadingOptions: Hashable, Sendable {
    /// The form of all files; nil goes by their names, and takes standard input for JSON Lines.
    public var form: DocumentForm?
    /// The encoding of all files; nil finds it by looking at each.
    public var encoding: TextEncoding?
    /// What the fields of a document are called in JSON and CSV.
    public var fields = FieldNames()
    /// Whether a document is read that was read already: the same address, or the same text from the same outlet.
    public var keepsDuplicates = false
    /// Whether the first thing that is wrong ends the reading.
    public var isStrict = false

    /// Goes by the files.
    public init() {}
}
