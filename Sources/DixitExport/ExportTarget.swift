// Where an export goes: made under another name beside it, and put in its place when it is whole.

import CSQLite
package import Dixit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why an export was not written.
package enum ExportProblem: Error, Hashable, Sendable {
    case interrupted
    /// Something is there that no export made.
    case foreign(path: String)
    /// A folder in which something is that no export made.
    case foreignEntry(folder: String, entry: String)
    case failed(path: String, reason: String)
    case corpus(DixitError)
}

/// A file or folder that takes the place of another at once.
struct ExportTarget {
    /// With links followed.
    let path: String
    let temporaryPath: String
    let isFolder: Bool

    /// - Parameter isOwn: looks whether what is there may be replaced without being asked to.
    init(_ path: String, isFolder: Bool, replaces: Bool, isOwn: (String) -> Bool) throws(ExportProblem) {
        var wanted = path
        while wanted.count > 1, wanted.hasSuffix("/") { wanted.removeLast() }
        let target = Self.resolved(wanted)
        self.path = target
        self.isFolder = isFolder
        let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
        temporaryPath = "\(folder).\(target.dropFirst(folder.count)).\(getpid())"
        var status = stat()
        if stat(self.path, &status) == 0 {
            let isFolderThere = status.st_mode & S_IFMT == S_IFDIR
            let isFileThere = status.st_mode & S_IFMT == S_IFREG
            guard isFolder ? isFolderThere : isFileThere else {
                throw .failed(path: path, reason: Self.reason(isFolderThere ? EISDIR : isFolder ? ENOTDIR : EINVAL))
            }
            if !replaces, !isOwn(self.path) { throw .foreign(path: path) }
        }
        // What an ended program with the same number left behind is in nobody's way.
        Self.remove(temporaryPath)
        if isFolder, mkdir(temporaryPath, 0o777) != 0 { throw .failed(path: path, reason: Self.reason(errno)) }
    }

    func commit() throws(ExportProblem) {
        var code = sync()
        if code == 0 {
            if isFolder, access(path, F_OK) == 0 {
                code = exchange()
            } else if rename(temporaryPath, path) != 0 {
                code = errno
            }
        }
        guard code == 0 else {
            discard()
            throw .failed(path: path, reason: Self.reason(code))
        }
    }

    func discard() { Self.remove(temporaryPath) }

    /// Puts a folder in the place of another, and takes the other away.
    private func exchange() -> Int32 {
        if dixit_exchange(temporaryPath, path) == 0 {
            Self.remove(temporaryPath)
            return 0
        }
        // A file system that cannot exchange: the old one steps aside for a moment.
        let aside = temporaryPath + ".old"
        guard rename(path, aside) == 0 else { return errno }
        guard rename(temporaryPath, path) == 0 else {
            let code = errno
            rename(aside, path)
            return code
        }
        Self.remove(aside)
        return 0
    }

    /// The disk has all of it before the name says so.
    private func sync() -> Int32 {
        let paths = isFolder ? Self.entries(of: temporaryPath).map { temporaryPath + "/" + $0 } : [temporaryPath]
        for path in paths {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return errno }
            defer { close(descriptor) }
            if fsync(descriptor) != 0 { return errno }
        }
        return 0
    }

    /// The names in a folder, ascending.
    static func entries(of path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// A file, or a folder of files: an export has no folders in it.
    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for entry in entries(of: path) { unlink(path + "/" + entry) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}

/// The first bytes of a file, as many as are there.
func beginning(of path: String, count: Int) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return Array(bytes.prefix(max(0, read)))
}
