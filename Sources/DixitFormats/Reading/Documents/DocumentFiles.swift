// Documents from files and folders, all at once.

public import Dixit

/// The documents found at some paths, and what could not be read there.
///
/// A folder is searched for files whose names say that documents are in them (``DocumentForm``), its own folders too, in the order of
/// their names; hidden files are passed over. The id of a document that is a file is the name of the file without the extension;
/// where two files have one name, their ids are their paths. ``DocumentStream`` reads the same a part at a time.
///
/// ```swift
/// let files = DocumentFiles(at: ["seeds", "article.txt"])
/// let corpus = Corpus(documents: files.documents)
/// for problem in files.problems { print(problem.message(in: .english)) }
/// ```
public struct DocumentFiles: Sendable {
    /// In the order of the paths, and of the names in a folder.
    public let documents: [Document]
    /// What was not read, and why.
    public let problems: [ReadingProblem]

    /// Bytes of the largest text that is read as one; files of many documents may be larger.
    public static let largestFile = 1 << 28

    /// Reads everything at once. What cannot be read becomes a problem, the rest is read all the same.
    ///
    /// - Parameters:
    ///   - options: How files are read that do not say it themselves; duplicates are kept unless it says otherwise.
    ///   - isCancelled: Asked before each file; true ends the reading.
    ///   - progress: Called after each file with the number of files read and of those to read.
    public init(
        at paths: [String],
        options: ReadingOptions = .keepingDuplicates,
        isCancelled: () -> Bool = { false },
        progress: (_ read: Int, _ all: Int) -> Void = { _, _ in }
    ) {
        var stream = DocumentStream(at: paths, options: options, isCancelled: isCancelled)
        let all = stream.filesLeft
        var batch = DocumentBatch()
        var read = 0
        while !isCancelled(), stream.step(&batch) {
            if stream.finishedFiles == read { continue }
            read = stream.finishedFiles
            progress(read, all)
        }
        documents = batch.documents
        problems = batch.problems
    }
}

extension ReadingOptions {
    /// Goes by the files, and takes every document that is there.
    public static let keepingDuplicates: ReadingOptions = {
        var options = ReadingOptions()
        options.keepsDuplicates = true
        return options
    }()
}
