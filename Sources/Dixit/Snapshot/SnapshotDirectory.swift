// The beginning of a snapshot: the header, and where each section is.

package import DixitSyntax

/// A snapshot is a header of 64 bytes, a table of sections, their names, and the sections. Everything starts at
/// a multiple of 64 bytes, with zeros between; numbers are in the byte order of the machine that wrote them.
///
/// | bytes | header |
/// |---|---|
/// | 0..<8 | the sign: 89 44 58 54 0D 0A 1A 0A, which a transfer as text would change |
/// | 8..<12 | the byte order: 01020304 |
/// | 12..<16 | the version of the format |
/// | 16..<24 | the length of the whole |
/// | 24..<28, 28..<32 | the number of sections, and the bytes of their names |
/// | 32..<40 | the sum of the table and the names |
/// | 40..<56 | zero |
/// | 56..<64 | the sum of the bytes before |
///
/// | bytes | entry of the table |
/// |---|---|
/// | 0..<4, 4..<8 | where its name ends among the names (it begins where the one before ends), the bytes of an element |
/// | 8..<16, 16..<24 | where it starts, the number of its elements |
/// | 24..<32 | the sum of its bytes, the zeros behind them included |
///
/// Sections are found by name; two may lie at one place where they say the same, or one says the beginning of what the other says.
/// The sum of a section that lies at the beginning of another one includes what follows up to a multiple of 64 bytes.
struct SnapshotDirectory: Sendable {
    struct Section: Hashable, Sendable {
        let name: String
        let elementSize: Int
        let offset: Int
        let count: Int
        let checksum: UInt64

        var byteCount: Int { elementSize * count }
    }

    static let sign: [UInt8] = [0x89, 0x44, 0x58, 0x54, 0x0D, 0x0A, 0x1A, 0x0A]
    static let byteOrder: UInt32 = 0x0102_0304
    static let version: UInt32 = 6
    static let alignment = 64
    static let headerSize = 64
    static let entrySize = 32

    let sections: [Section]

    static func padded(_ count: Int) -> Int { (count + alignment - 1) / alignment * alignment }

    /// The bytes of the table and the names, without the header.
    static func size(sections: Int, names: Int) -> Int { padded(sections * entrySize + names) }
}

// MARK: - Writing

extension SnapshotDirectory {
    /// The header, the table and the names, of a snapshot that has this length in all.
    func bytes(totalLength: Int) -> [UInt8] {
        var names: [UInt8] = []
        var table: [UInt8] = []
        for section in sections {
            names.append(contentsOf: section.name.utf8)
            table.append(number: UInt32(truncatingIfNeeded: names.count))
            table.append(number: UInt32(truncatingIfNeeded: section.elementSize))
            table.append(number: UInt64(section.offset))
            table.append(number: UInt64(section.count))
            table.append(number: section.checksum)
        }
        var rest = table + names
        rest.append(contentsOf: repeatElement(0, count: Self.padded(rest.count) - rest.count))
        var header = Self.sign
        header.append(number: Self.byteOrder)
        header.append(number: Self.version)
        header.append(number: UInt64(totalLength))
        header.append(number: UInt32(truncatingIfNeeded: sections.count))
        header.append(number: UInt32(truncatingIfNeeded: names.count))
        header.append(number: rest.withUnsafeBytes { SnapshotChecksum.of($0, paddedTo: Self.alignment) })
        header.append(contentsOf: repeatElement(0, count: 16))
        header.append(number: header.withUnsafeBytes { SnapshotChecksum.of($0, paddedTo: Self.alignment) })
        return header + rest
    }
}

extension [UInt8] {
    fileprivate mutating func append(number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number) { append(contentsOf: $0) }
    }
}

// MARK: - Reading

extension SnapshotDirectory {
    /// Reads the beginning of a snapshot and checks that everything it says lies inside.
    ///
    /// - Parameter name: what the snapshot is called in messages.
    init(_ memory: Slab<UInt8>, name: String) throws(DixitError) {
        let header = try Header(memory, name: name)
        let start = Self.headerSize
        let size = Self.size(sections: header.sections, names: header.names)
        guard memory.checksum(start..<start + size) == header.checksum else {
            throw DixitError(.alteredSnapshot(name, part: "table"))
        }
        let names = memory[start + header.sections * Self.entrySize..<start + size]
        var sections: [Section] = []
        var nameStart = 0
        for number in 0..<header.sections {
            let entry = start + number * Self.entrySize
            let nameEnd = Int(memory.number(at: entry, as: UInt32.self))
            let elementSize = Int(memory.number(at: entry + 4, as: UInt32.self))
            guard nameEnd >= nameStart, nameEnd <= header.names,
                let offset = Int(exactly: memory.number(at: entry + 8, as: UInt64.self)),
                let count = Int(exactly: memory.number(at: entry + 16, as: UInt64.self)),
                (1...8).contains(elementSize), offset % Self.alignment == 0, offset >= start + size,
                count < memory.count, offset <= memory.count, Self.padded(count * elementSize) <= memory.count - offset
            else { throw DixitError(.impossibleSnapshot(name, part: "table")) }
            sections.append(
                Section(
                    name: String(decoding: names[nameStart..<nameEnd], as: UTF8.self), elementSize: elementSize,
                    offset: offset, count: count, checksum: memory.number(at: entry + 24, as: UInt64.self)))
            nameStart = nameEnd
        }
        self.sections = sections
    }

    private struct Header {
        let sections: Int
        let names: Int
        let checksum: UInt64

        init(_ memory: Slab<UInt8>, name: String) throws(DixitError) {
            guard memory.starts(with: sign) else {
                // A file that was cut off inside its sign is a piece of a snapshot all the same.
                let isPiece = memory.count > 1 && sign.starts(with: memory)
                throw DixitError(
                    isPiece ? .truncatedSnapshot(name, bytes: memory.count, expected: nil) : .noSnapshot(name))
            }
            guard memory.count >= headerSize else {
                throw DixitError(.truncatedSnapshot(name, bytes: memory.count, expected: nil))
            }
            let order = memory.number(at: 8, as: UInt32.self)
            guard order == byteOrder else {
                throw DixitError(
                    order == byteOrder.byteSwapped
                        ? .foreignSnapshot(name) : .alteredSnapshot(name, part: "header"))
            }
            // The sum is at this place in every version, so that an altered number of it is told from another one.
            guard memory.checksum(0..<56) == memory.number(at: 56, as: UInt64.self) else {
                throw DixitError(.alteredSnapshot(name, part: "header"))
            }
            let version = memory.number(at: 12, as: UInt32.self)
            guard version == SnapshotDirectory.version else {
                throw DixitError(
                    .snapshotVersion(name, found: Int(version), known: Int(SnapshotDirectory.version)))
            }
            let length = memory.number(at: 16, as: UInt64.self)
            guard length == UInt64(memory.count) else {
                throw DixitError(
                    length > UInt64(memory.count)
                        ? .truncatedSnapshot(name, bytes: memory.count, expected: Int(clamping: length))
                        : .alteredSnapshot(name, part: "end"))
            }
            sections = Int(memory.number(at: 24, as: UInt32.self))
            names = Int(memory.number(at: 28, as: UInt32.self))
            checksum = memory.number(at: 32, as: UInt64.self)
            guard SnapshotDirectory.size(sections: sections, names: names) <= memory.count - headerSize else {
                throw DixitError(.impossibleSnapshot(name, part: "header"))
            }
        }
    }
}

extension Slab<UInt8> {
    fileprivate func checksum(_ range: Range<Int>) -> UInt64 {
        withExtendedLifetime(self) {
            SnapshotChecksum.of(
                UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count),
                paddedTo: SnapshotDirectory.alignment)
        }
    }

    /// - Precondition: the number lies inside.
    fileprivate func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Number.Type) -> Number
    {
        assert(offset >= 0 && offset + MemoryLayout<Number>.size <= count)
        return withExtendedLifetime(self) { UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: type) }
    }
}

extension DixitError {
    /// What is wrong with something else than a query.
    package init(_ message: Message) {
        self.init([Problem(Diagnostic(message, at: SourceRange(0, 0)), in: "")])
    }
}
