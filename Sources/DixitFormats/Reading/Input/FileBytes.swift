// The bytes of a file or of standard input.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An open file, closed with the value.
final class FileBytes: ByteSource {
    let descriptor: Int32
    private let isOwned: Bool
    /// Bytes read so far: how far a reader of packed bytes is.
    private(set) var bytesRead = 0
    /// Its size where it has one: a pipe has none.
    let size: Int?
    private var isReadInOrder = true

    init(path: String) throws(ReadingProblem.Kind) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        isOwned = true
        guard descriptor >= 0 else {
            size = nil
            throw errno == ENOENT || errno == ENOTDIR ? .notFound : .unreadable(reason: systemReason(errno))
        }
        size = try Self.size(of: descriptor)
    }

    /// Standard input, which may be a file or a pipe.
    init(standardInput: Void) throws(ReadingProblem.Kind) {
        descriptor = STDIN_FILENO
        isOwned = false
        size = try Self.size(of: descriptor)
    }

    deinit { if isOwned, descriptor >= 0 { close(descriptor) } }

    private static func size(of descriptor: Int32) throws(ReadingProblem.Kind) -> Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        if status.st_mode & S_IFMT == S_IFDIR { throw .unreadable(reason: systemReason(EISDIR)) }
        return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    /// Goes back to the beginning; false for what cannot. From then on somebody else may seek in it.
    func rewind() -> Bool {
        isReadInOrder = false
        return lseek(descriptor, 0, SEEK_SET) == 0
    }

    /// What is left of a file that has a size and is read in order.
    private var rest: Int? { isReadInOrder ? size.flatMap { $0 > 0 ? $0 - bytesRead : nil } : nil }

    /// Most files are small: a buffer for their size is, too.
    var expected: Int { min(max(1, rest ?? 1 << 16), 1 << 16) }

    var isReady: Bool {
        if size != nil { return true }
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, 0) > 0
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingProblem.Kind) -> Int {
        guard let start = buffer.baseAddress, rest.map({ $0 > 0 }) ?? true else { return 0 }
        while true {
            let count = systemRead(descriptor, start, buffer.count)
            if count >= 0 {
                bytesRead += count
                return count
            }
            if errno != EINTR { throw .unreadable(reason: systemReason(errno)) }
        }
    }
}

/// `read(2)`, which the methods of that name hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

/// `Permission denied`
func systemReason(_ code: Int32) -> String { String(cString: strerror(code)) }
