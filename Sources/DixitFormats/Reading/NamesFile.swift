// The user's file of names: found beside the documents, read, and its bad lines said.

public import Dixit
import DixitExtraction

/// What is wrong with one line of a file of names, or with the file: `news/dixit.names:3: error[E711] …`.
public struct NamesFileProblem: Error, Hashable, Sendable {
    enum Kind: Hashable {
        case line(NamesProblem)
        case file(ReadingProblem)
    }

    let kind: Kind
    /// The file, as it was named or found.
    public let path: String
    /// From 1; nil where the file itself could not be read.
    public var line: Int? {
        if case .line(let problem) = kind { problem.line } else { nil }
    }

    /// Stable: `E711`.
    public var code: String {
        switch kind {
        case .file(let problem): problem.code
        case .line: "E711"
        }
    }
}

/// Files of names.
public enum NamesFile {
    /// What such a file is called where it is looked for: `dixit.names`.
    public static let name = "dixit.names"

    /// The files of that name in the folders, and beside the files, that are to be read; each once, in their order.
    public static func beside(_ paths: [String]) -> [String] {
        var found: [String] = []
        for path in paths where path != DocumentStream.standardInput {
            let folder: String
            if FileSearch.isFolder(path) {
                folder = path.hasSuffix("/") ? path : path + "/"
            } else {
                folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
            }
            let file = folder + name
            if FileSearch.isFile(file), !found.contains(file) { found.append(file) }
        }
        return found
    }

    /// Reads files of names into one; every bad line is a problem.
    public static func read(_ paths: [String]) -> (names: NamesOfUser, problems: [NamesFileProblem]) {
        var text = ""
        var starts: [(line: Int, path: String)] = []
        var lines = 0
        var problems: [NamesFileProblem] = []
        for path in paths {
            switch TextFile.read(path) {
            case .success(let content):
                starts.append((lines, path))
                text += content + "\n"
                lines += content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
            case .failure(.empty): break
            case .failure(let kind):
                problems.append(NamesFileProblem(kind: .file(ReadingProblem(kind, at: path)), path: path))
            }
        }
        let parser = NamesParser(text)
        for problem in parser.problems {
            guard let start = starts.last(where: { $0.line < problem.line }) else { continue }
            let local = NamesProblem(line: problem.line - start.line, kind: problem.kind)
            problems.append(NamesFileProblem(kind: .line(local), path: start.path))
        }
        return (NamesOfUser(parser.names), problems)
    }
}
