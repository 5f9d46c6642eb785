// The text files at some paths, found before any of them is read.

/// Text files with the ids of their documents, for a reader that takes one at a time.
package struct TextFileList: Sendable {
    package struct File: Sendable {
        package let path: String
        /// What the document is called; see ``DocumentFiles``.
        package let id: String
    }

    package let files: [File]
    package let problems: [ReadingProblem]

    package init(at paths: [String], isCancelled: () -> Bool = { false }) {
        var search = FileSearch()
        for path in paths {
            if isCancelled() { break }
            search.visit(path)
        }
        problems = search.problems
        files = zip(search.files, DocumentFiles.ids(of: search.files)).map { File(path: $0.path, id: $1) }
    }
}
