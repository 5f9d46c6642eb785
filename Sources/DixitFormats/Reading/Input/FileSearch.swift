// Finds the files with documents at a path.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Walks files and folders, each once, however they are linked.
struct FileSearch {
    /// A file to be read.
    struct File {
        /// As the caller can open it.
        let path: String
        /// From the folder that the caller named; for a file that was named, its path.
        let relativePath: String
        let name: String
        /// In bytes.
        let size: Int
    }

    /// Whether files are taken whose names say nothing.
    let takesAnyName: Bool
    private(set) var files: [File] = []
    private(set) var problems: [ReadingProblem] = []
    private var visited: Set<Identity> = []
    /// Those met in folders, under whatever name they were met before.
    private var foundFiles = 0

    init(takesAnyName: Bool = false) { self.takesAnyName = takesAnyName }

    /// Deeper folders than anybody has; a limit for the stack.
    private static let deepestFolder = 64

    /// What is the same file under any name.
    private struct Identity: Hashable {
        let device: UInt
        let file: UInt
    }

    private enum Found {
        case file(Identity, size: Int)
        case folder(Identity)
        case other
        case problem(ReadingProblem.Kind)
    }

    /// A path as the caller wrote it: what is wrong with it is an error, not a note.
    mutating func visit(_ path: String) {
        switch Self.look(at: path) {
        case .problem(let kind): problems.append(ReadingProblem(kind, at: path))
        case .other: problems.append(ReadingProblem(.notAFile, at: path))
        case .file(let identity, let size):
            guard hasDocuments(path) else {
                problems.append(ReadingProblem(.unknownExtension, at: path))
                return
            }
            if visited.insert(identity).inserted {
                files.append(File(path: path, relativePath: path, name: Self.lastComponent(of: path), size: size))
            }
        case .folder(let identity):
            guard visited.insert(identity).inserted else { return }
            let known = foundFiles
            let knownProblems = problems.count
            visit(folder: path, relative: "", depth: 0)
            if foundFiles == known, problems[knownProblems...].allSatisfy(\.isNote) {
                problems.append(ReadingProblem(.noDocuments, at: path))
            }
        }
    }

    private mutating func visit(folder path: String, relative: String, depth: Int) {
        let names: [String]
        switch Self.names(in: path) {
        case .success(let found): names = found
        case .failure(let kind):
            problems.append(ReadingProblem(kind, at: path))
            return
        }
        for name in names {
            let child = path.hasSuffix("/") ? path + name : path + "/" + name
            let relativeChild = relative.isEmpty ? name : relative + "/" + name
            switch Self.look(at: child) {
            case .problem(let kind): problems.append(ReadingProblem(kind, at: child))
            case .other: problems.append(ReadingProblem(.skipped, at: child))
            case .file(let identity, let size):
                if name == NamesFile.name { continue }
                if !hasDocuments(name) {
                    problems.append(ReadingProblem(.skipped, at: child))
                    continue
                }
                foundFiles += 1
                if visited.insert(identity).inserted {
                    files.append(File(path: child, relativePath: relativeChild, name: name, size: size))
                }
            case .folder(let identity):
                if depth < Self.deepestFolder, visited.insert(identity).inserted {
                    visit(folder: child, relative: relativeChild, depth: depth + 1)
                }
            }
        }
    }

    static func isFolder(_ path: String) -> Bool {
        if case .folder = look(at: path) { true } else { false }
    }

    static func isFile(_ path: String) -> Bool {
        if case .file = look(at: path) { true } else { false }
    }

    private static func look(at path: String) -> Found {
        var status = stat()
        guard stat(path, &status) == 0 else {
            return .problem(errno == ENOENT || errno == ENOTDIR ? .notFound : .unreadable(reason: systemReason(errno)))
        }
        let identity = Identity(
            device: UInt(truncatingIfNeeded: status.st_dev), file: UInt(truncatingIfNeeded: status.st_ino))
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file(identity, size: Int(status.st_size))
        case S_IFDIR: return .folder(identity)
        default: return .other
        }
    }

    /// The names in a folder that do not start with a dot, in the order of their bytes.
    private static func names(in folder: String) -> Result<[String], ReadingProblem.Kind> {
        guard let stream = opendir(folder) else { return .failure(.unreadable(reason: systemReason(errno))) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                    String(cString: $0)
                }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return .success(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    private func hasDocuments(_ path: String) -> Bool {
        takesAnyName || DocumentForm(fileName: Self.lastComponent(of: path)) != nil
    }

    private static func lastComponent(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
