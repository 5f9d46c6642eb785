// The files in a ZIP archive, one after the other.

import CArchive

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A ZIP archive that is read with libarchive; nothing is written anywhere, whatever the files in it are called.
final class ZipArchive {
    /// A file in the archive.
    struct Entry {
        /// As the archive calls it, or its number where that is no name.
        let name: String
        let isFile: Bool
        let isFolder: Bool
        let isEncrypted: Bool
        let bytes: ZipEntryBytes
    }

    private let file: any ByteSource
    private let descriptor: Int32?
    private let archive: OpaquePointer
    private let buffer: UnsafeMutableRawBufferPointer
    private var number = 0
    fileprivate private(set) var packed = 0
    fileprivate var failure: ReadingProblem.Kind?
    /// Which entry is being read: bytes of an earlier one are gone.
    fileprivate private(set) var current = 0

    static func isZip(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
    }

    /// - Parameter descriptor: of a file that can be read anywhere, in which the list of files at the end counts; nil reads from
    ///   the beginning to the end.
    init(_ file: any ByteSource, descriptor: Int32?) throws(ReadingProblem.Kind) {
        self.file = file
        self.descriptor = descriptor
        archive = archive_read_new()
        buffer = .allocate(byteCount: 1 << 16, alignment: 1)
        archive_read_support_format_zip(archive)
        archive_read_support_format_empty(archive)
        archive_read_set_read_callback(archive, readArchive)
        if descriptor != nil { archive_read_set_seek_callback(archive, seekArchive) }
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
        if archive_read_open1(archive) != ARCHIVE_OK { throw problem() }
    }

    deinit {
        archive_read_free(archive)
        buffer.deallocate()
    }

    /// The next file or folder; nil at the end.
    func next() throws(ReadingProblem.Kind) -> Entry? {
        var entry: OpaquePointer?
        let result = archive_read_next_header(archive, &entry)
        if result == ARCHIVE_EOF { return nil }
        guard let entry, result == ARCHIVE_OK || result == ARCHIVE_WARN else { throw problem() }
        number += 1
        current = number
        let name =
            archive_entry_pathname_utf8(entry).map { String(cString: $0) }
            ?? archive_entry_pathname(entry).map {
                String(decoding: UnsafeRawBufferPointer(start: $0, count: strlen($0)), as: UTF8.self)
            }
        return Entry(
            name: name.flatMap { $0.isEmpty ? nil : $0 } ?? "\(number)",
            isFile: archive_entry_filetype(entry) == S_IFREG, isFolder: archive_entry_filetype(entry) == S_IFDIR,
            isEncrypted: archive_entry_is_encrypted(entry) != 0, bytes: ZipEntryBytes(self, number))
    }

    fileprivate func read(into target: UnsafeMutableRawBufferPointer) throws(ReadingProblem.Kind) -> Int {
        let count = archive_read_data(archive, target.baseAddress, target.count)
        // A checksum that differs is only a warning to libarchive.
        if count < 0 { throw problem() }
        return count
    }

    private func problem() -> ReadingProblem.Kind {
        if let failure { return failure }
        let reason = archive_error_string(archive).map { String(cString: $0) }
        return reason?.contains("runcated") == true ? .truncated : .damaged(reason: reason)
    }

    // MARK: What libarchive asks for

    fileprivate func readPiece(_ start: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
        do throws(ReadingProblem.Kind) {
            let count = try file.read(into: buffer)
            packed += count
            start?.pointee = UnsafeRawPointer(buffer.baseAddress)
            return count
        } catch {
            failure = error
            return Int(ARCHIVE_FATAL)
        }
    }

    fileprivate func seek(_ offset: Int64, _ origin: Int32) -> Int64 {
        guard let descriptor else { return Int64(ARCHIVE_FATAL) }
        let place = lseek(descriptor, off_t(offset), origin)
        return place < 0 ? Int64(ARCHIVE_FATAL) : Int64(place)
    }
}

/// The bytes of one file of an archive, until the archive goes on to the next.
final class ZipEntryBytes: ByteSource {
    private let archive: ZipArchive
    private let number: Int
    private let packedBefore: Int
    private var gauge = UnpackingGauge()

    fileprivate init(_ archive: ZipArchive, _ number: Int) {
        self.archive = archive
        self.number = number
        packedBefore = archive.packed
    }

    var isReady: Bool { true }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingProblem.Kind) -> Int {
        guard archive.current == number else { return 0 }
        let count = try archive.read(into: buffer)
        gauge.packed = archive.packed - packedBefore
        try gauge.unpack(count)
        return count
    }
}

private func readArchive(
    _ archive: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ start: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> Int {
    guard let context else { return Int(ARCHIVE_FATAL) }
    return Unmanaged<ZipArchive>.fromOpaque(context).takeUnretainedValue().readPiece(start)
}

private func seekArchive(
    _ archive: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ offset: Int64, _ origin: Int32
) -> Int64 {
    guard let context else { return Int64(ARCHIVE_FATAL) }
    return Unmanaged<ZipArchive>.fromOpaque(context).takeUnretainedValue().seek(offset, origin)
}
