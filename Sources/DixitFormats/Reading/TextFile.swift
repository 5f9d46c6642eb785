// Reads one file of UTF-8 text, whatever is in it.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that should be UTF-8 text.
package enum TextFile {
    /// The text of a file, without the mark that some editors put before it (U+FEFF).
    ///
    /// - Complexity: linear in the number of bytes; a file that grows while it is read is read up to the limit.
    package static func read(
        _ path: String, limit: Int = DocumentFiles.largestFile
    ) -> Result<String, ReadingProblem.Kind> {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            return .failure(errno == ENOENT ? .notFound : .unreadable(reason: systemReason(errno)))
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var status = stat()
        if fstat(descriptor, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR { return .failure(.unreadable(reason: systemReason(EISDIR))) }
            if Int(status.st_size) > limit { return .failure(.tooLarge(bytes: Int(status.st_size))) }
            bytes.reserveCapacity(Int(status.st_size) + 1)
        }
        if let failure = readAll(descriptor, into: &bytes, limit: limit) { return .failure(failure) }
        return text(of: bytes)
    }

    /// The bytes as text; a byte that is no UTF-8 is reported by its place.
    package static func text(of bytes: [UInt8]) -> Result<String, ReadingProblem.Kind> {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = bytes.starts(with: mark) ? mark.count : 0
        guard let text = String(validating: bytes[start...], as: UTF8.self) else {
            return .failure(.notUTF8(offset: firstInvalidByte(of: bytes)))
        }
        if text.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return .failure(.empty) }
        return .success(text)
    }

    private static func readAll(
        _ descriptor: Int32, into bytes: inout [UInt8], limit: Int
    ) -> ReadingProblem.Kind? {
        let piece = 1 << 16
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            let count = buffer.withUnsafeMutableBytes { readOnce(descriptor, $0) }
            if count == 0 { return nil }
            if count < 0 {
                if errno == EINTR { continue }
                return .unreadable(reason: systemReason(errno))
            }
            bytes.append(contentsOf: buffer[..<count])
            if bytes.count > limit { return .tooLarge(bytes: bytes.count) }
        }
    }

    private static func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard let start = buffer.baseAddress else { return 0 }
        return systemRead(descriptor, start, buffer.count)
    }

    /// Where the first sequence starts that is no UTF-8; the number of bytes where there is none.
    private static func firstInvalidByte(of bytes: [UInt8]) -> Int {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return bytes.count
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}

/// `read(2)`, which ``TextFile/read(_:limit:)`` would hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
