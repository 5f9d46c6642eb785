// Documents from files and folders of text.

public import Dixit

/// The documents found at some paths, and what could not be read there.
///
/// A folder is searched for `.txt` and `.text` files, its own folders too, in the order of their names; hidden files are
/// passed over. A document's id is the name of its file without the extension; where two files have one name, their ids
/// are their paths.
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

    /// Bytes of the largest file that is read.
    public static let largestFile = 1 << 28

    /// Reads everything at once. What cannot be read becomes a problem, the rest is read all the same.
    ///
    /// - Parameters:
    ///   - isCancelled: Asked before each file; true ends the reading.
    ///   - progress: Called after each file with the number of files read and of those to read.
    public init(
        at paths: [String],
        isCancelled: () -> Bool = { false },
        progress: (_ read: Int, _ all: Int) -> Void = { _, _ in }
    ) {
        let list = TextFileList(at: paths, isCancelled: isCancelled)
        var problems = list.problems
        var documents: [Document] = []
        for (index, file) in list.files.enumerated() {
            if isCancelled() { break }
            switch TextFile.read(file.path) {
            case .success(let text): documents.append(Document(id: file.id, text: text, path: file.path))
            case .failure(let kind): problems.append(ReadingProblem(kind, at: file.path))
            }
            progress(index + 1, list.files.count)
        }
        self.documents = documents
        self.problems = problems
    }

    /// `news/2016/a.txt` is `a`; with `news/2017/a.txt` beside it they are `2016/a` and `2017/a`.
    static func ids(of files: [FileSearch.File]) -> [String] {
        var ids = files.map { withoutExtension($0.name) }
        for longer in [files.map { withoutExtension($0.relativePath) }, files.map(\.path)] {
            var uses: [String: Int] = [:]
            for id in ids { uses[id, default: 0] += 1 }
            for (index, id) in ids.enumerated() where uses[id, default: 0] > 1 { ids[index] = longer[index] }
        }
        return ids
    }

    private static func withoutExtension(_ path: String) -> String {
        path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
    }
}
