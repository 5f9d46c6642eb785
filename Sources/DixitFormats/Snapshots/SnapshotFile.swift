// Snapshots as files: written whole or not at all, opened by mapping.

public import Dixit
import DixitSyntax

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A corpus in a file, which opens in milliseconds however large it is.
///
/// ```swift
/// try SnapshotFile.write(corpus, to: "seeds.corpus")
/// let same = try SnapshotFile.open("seeds.corpus")
/// ```
public enum SnapshotFile {
    /// Writes a snapshot beside `path` and renames it when all of it is on the disk: whoever opens the path finds
    /// the old file or the new one, and who has the old one open keeps it.
    ///
    /// - Parameters:
    ///   - isCancelled: Asked before each piece; true leaves everything as it was.
    ///   - progress: Called after each piece with the number of bytes written and of all.
    /// - Throws: ``DixitError`` E526 where the corpus has no snapshot, E528 where the file cannot be written, E505 when cancelled.
    public static func write(
        _ corpus: Corpus,
        to path: String,
        isCancelled: () -> Bool = { false },
        progress: (_ written: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(DixitError) {
        let snapshot = try corpus.snapshot()
        let file = try TemporaryFile(replacing: path)
        var written = 0
        do throws(DixitError) {
            try snapshot.write { piece throws(DixitError) in
                if isCancelled() { throw DixitError(.cancelled) }
                try file.append(piece)
                written += piece.count
                progress(written, snapshot.byteCount)
            }
        } catch {
            file.discard()
            throw error
        }
        try file.commit()
    }

    /// Opens a snapshot. The file has to stay as it is while the corpus is in use; replacing it by renaming another one is fine,
    /// and so is removing it, while writing into it or cutting it off ends the program.
    ///
    /// - Throws: ``DixitError`` E520 … E525 for what is no snapshot or not a whole one, E527 where the file cannot be read.
    /// - Parameter verification: How much of it is checked now, and how much when it is read.
    /// - Complexity: linear at the speed of memory in what is checked: all of it, or what is neither text nor words of texts.
    public static func open(
        _ path: String, verifying verification: SnapshotVerification = .whenRead
    ) throws(DixitError) -> Corpus {
        let file = try MappedFile(path)
        return try Corpus(
            snapshot: file.memory, name: path, verifying: verification, on: ThreadPair.perform, keeper: file)
    }

    /// Whether a path is meant as a snapshot: a file that begins as one does, or one that is called `.corpus`, if only to
    /// say what is wrong with it. A folder is none, whatever it is called.
    public static func isSnapshot(_ path: String) -> Bool {
        let isCalledSo = path.hasSuffix(".corpus")
        let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0)
        guard descriptor >= 0 else { return isCalledSo }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        var bytes = [UInt8](repeating: 0, count: 8)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        return isCalledSo || count == bytes.count && CorpusSnapshot.begins(with: bytes)
    }
}

/// A file seen as memory, until nobody looks at it any more.
private final class MappedFile: @unchecked Sendable {
    let memory: UnsafeRawBufferPointer

    init(_ path: String) throws(DixitError) {
        func unreadable(_ code: Int32) -> DixitError {
            DixitError(.unreadableSnapshot(path, reason: systemReason(code)))
        }
        // A pipe that nobody writes to must not be waited for.
        let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0)
        guard descriptor >= 0 else { throw unreadable(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw unreadable(EISDIR) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw DixitError(.noSnapshot(path)) }
        let size = Int(status.st_size)
        if size == 0 {
            memory = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else {
            throw unreadable(errno)
        }
        memory = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit {
        if let start = memory.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), memory.count) }
    }
}

/// A file under another name in the same folder, so that renaming it stays on one disk.
private struct TemporaryFile {
    private let path: String
    private let temporaryPath: String
    private let descriptor: Int32

    /// - Parameter path: a link is followed: what it leads to is replaced.
    init(replacing path: String) throws(DixitError) {
        let target = Self.resolved(path)
        self.path = target
        var status = stat()
        let exists = stat(target, &status) == 0
        if exists, status.st_mode & S_IFMT != S_IFREG {
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw DixitError(.unwritableSnapshot(path, reason: systemReason(isFolder ? EISDIR : EINVAL)))
        }
        let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
        temporaryPath = "\(folder).\(target.dropFirst(folder.count)).\(getpid())"
        let mode = exists ? status.st_mode & 0o777 : 0o666
        // What an ended program with the same number left behind is in nobody's way.
        unlink(temporaryPath)
        descriptor = systemOpen(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure(errno) }
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(DixitError) {
        var place = 0
        while place < bytes.count {
            let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[place...]))
            if count >= 0 {
                place += count
            } else if errno != EINTR {
                throw failure(errno)
            }
        }
    }

    /// Puts the file in its place once the disk has it, and the name once the folder has it.
    func commit() throws(DixitError) {
        var code: Int32 = fsync(descriptor) == 0 ? 0 : errno
        if close(descriptor) != 0, code == 0 { code = errno }
        if code == 0, rename(temporaryPath, path) != 0 { code = errno }
        guard code == 0 else {
            unlink(temporaryPath)
            throw failure(code)
        }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = systemOpen(folder, O_RDONLY | O_CLOEXEC, 0)
        if descriptor >= 0 {
            fsync(descriptor)
            close(descriptor)
        }
    }

    func discard() {
        close(descriptor)
        unlink(temporaryPath)
    }

    private func failure(_ code: Int32) -> DixitError {
        DixitError(.unwritableSnapshot(path, reason: systemReason(code)))
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    bytes.baseAddress.map { write(descriptor, $0, bytes.count) } ?? 0
}
