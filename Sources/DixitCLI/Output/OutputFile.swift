// Where the data goes: standard output, or a file that is there whole or not at all.

import DixitFormats

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why bytes could not be written.
enum OutputProblem: Error, Equatable {
    /// The reader has seen enough: `| head`.
    case closedPipe
    case interrupted
    case failed(path: String, reason: String)
    /// The name asks for a form that is not written here: `answers.xlsx`.
    case foreignForm(path: String)
    /// What is read, or a corpus that is no answer: nothing would bring it back.
    case wouldReplace(path: String)
}

/// A file written under another name and renamed when it is complete; without a path standard output.
final class OutputFile {
    private let descriptor: Int32
    private let path: String?
    private let temporaryPath: String?
    /// Whether nothing has been written yet.
    private(set) var isEmpty = true

    /// Standard output.
    init() {
        descriptor = STDOUT_FILENO
        path = nil
        temporaryPath = nil
    }

    /// - Parameter path: a link is followed; a device is written to directly.
    init(path: String) throws(OutputProblem) {
        let target = Self.resolved(path)
        self.path = target
        var status = stat()
        if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            temporaryPath = nil
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
        } else {
            let temporary = Self.temporaryPath(for: target)
            temporaryPath = temporary
            let mode = status.st_mode & 0o777
            descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode == 0 ? 0o666 : mode)
        }
        guard descriptor >= 0 else { throw .failed(path: path, reason: String(cString: strerror(errno))) }
    }

    /// Writes all of the bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws(OutputProblem) {
        var rest = bytes
        while !rest.isEmpty {
            if Interrupt.isRaised { throw .interrupted }
            let count = writeOnce(descriptor, rest)
            if count >= 0 {
                isEmpty = isEmpty && count == 0
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno == EPIPE {
                throw .closedPipe
            } else if errno != EINTR {
                throw .failed(path: path ?? "stdout", reason: String(cString: strerror(errno)))
            }
        }
    }

    func write(_ bytes: ArraySlice<UInt8>) throws(OutputProblem) {
        let result: Result<Void, OutputProblem> = bytes.withUnsafeBytes { bytes in
            do throws(OutputProblem) { return .success(try write(bytes)) } catch { return .failure(error) }
        }
        try result.get()
    }

    func write(_ text: String) throws(OutputProblem) { try write(Array(text.utf8)[...]) }

    /// Puts the file in its place.
    func commit() throws(OutputProblem) {
        guard let path else { return }
        let isClosed = close(descriptor) == 0
        guard let temporaryPath else { return }
        guard isClosed, rename(temporaryPath, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporaryPath)
            throw .failed(path: path, reason: reason)
        }
    }

    static func exists(_ path: String) -> Bool { status(of: path) != nil }

    /// Whether a regular file is there.
    static func isFile(_ path: String) -> Bool { status(of: path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false }

    /// Whether a path leads to one of some files, however it is written.
    static func isFile(_ path: String, anyOf others: [String]) -> Bool {
        guard isFile(path), let file = status(of: path) else { return false }
        return others.contains { status(of: $0).map { ($0.st_ino, $0.st_dev) == (file.st_ino, file.st_dev) } ?? false }
    }

    /// Whether a path leads to what is read: to one of some files, or to a document in one of some folders.
    static func isRead(_ path: String, among sources: [String]) -> Bool {
        if isFile(path, anyOf: sources) { return true }
        guard isFile(path), DocumentForm(fileName: path) != nil, let file = realPath(path) else { return false }
        return sources.contains { source in
            guard let status = status(of: source), status.st_mode & S_IFMT == S_IFDIR, let folder = realPath(source)
            else { return false }
            return file.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
        }
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func status(of path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    /// Leaves what was there before.
    func discard() {
        guard path != nil else { return }
        close(descriptor)
        if let temporaryPath { unlink(temporaryPath) }
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// `answers.json` → `.answers.json.4711` in the same folder, so that renaming stays on one disk.
    private static func temporaryPath(for path: String) -> String {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return "\(folder).\(path.dropFirst(folder.count)).\(getpid())"
    }
}

private func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    return write(descriptor, start, bytes.count)
}

/// Everything that is not data.
enum StandardError {
    /// What cannot be written is lost: there is nobody left to tell.
    static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { writeOnce(STDERR_FILENO, $0) }
            if count < 0, errno != EINTR { return }
            rest = rest.dropFirst(max(count, 0))
        }
    }
}
