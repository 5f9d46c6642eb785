// What came of reading documents.

/// How much was read, and how much was not.
///
/// `read 1,203 documents from 4 files · 12 duplicates · 3 lines skipped`
public struct ReadingSummary: Hashable, Sendable {
    /// Documents that were read, without duplicates.
    public internal(set) var documents = 0
    /// Files that at least one document was read from.
    public internal(set) var files = 0
    /// Documents that were left out because they were read already.
    public internal(set) var duplicates = 0
    /// Documents in files of several that could not be read.
    public internal(set) var skippedRecords = 0
    /// Files and folders that could not be read, or not to their end.
    public internal(set) var unreadFiles = 0
    /// Whether the reading ended at the first thing that was wrong, as ``ReadingOptions/isStrict`` asks.
    public internal(set) var endedEarly = false

    /// Whether everything that was asked for has been read.
    public var isWhole: Bool { skippedRecords == 0 && unreadFiles == 0 }
}
