// Small values as bytes: what the schema of a snapshot is written with.

/// Writes numbers and texts one after the other.
struct SnapshotByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ byte: UInt8) { bytes.append(byte) }
    mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func write(_ number: Int) {
        let number = UInt32(truncatingIfNeeded: number)
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ texts: [String]) {
        write(texts.count)
        for text in texts { write(text) }
    }

    mutating func write(_ text: String?) {
        write(text != nil)
        if let text { write(text) }
    }
}

/// Reads them again. What cannot be read is nil: the bytes end too early, or are no text.
struct SnapshotByteReader {
    private let bytes: Slab<UInt8>
    private var place = 0

    /// More texts in one list, or more sets, than any schema has.
    static let longestList = 1000

    init(_ bytes: Slab<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func byte() -> UInt8? {
        guard place < bytes.count else { return nil }
        place += 1
        return bytes[place - 1]
    }

    mutating func flag() -> Bool? {
        switch byte() {
        case 0: false
        case 1: true
        default: nil
        }
    }

    mutating func number() -> Int? {
        guard bytes.count - place >= 4 else { return nil }
        place += 4
        return withExtendedLifetime(bytes) {
            Int(UnsafeRawPointer(bytes.start).loadUnaligned(fromByteOffset: place - 4, as: UInt32.self))
        }
    }

    mutating func text() -> String? {
        guard let length = number(), length <= bytes.count - place else { return nil }
        place += length
        let range = bytes[place - length..<place]
        return String(validating: range, as: UTF8.self)
    }

    /// A text that may be missing; nil where nothing of the kind is there.
    mutating func optionalText() -> String?? {
        switch flag() {
        case true?: text().map { .some($0) }
        case false?: .some(nil)
        case nil: nil
        }
    }

    mutating func texts() -> [String]? { list { $0.text() } }

    mutating func list<Item>(_ item: (inout Self) -> Item?) -> [Item]? {
        guard let count = number(), count <= Self.longestList else { return nil }
        var items: [Item] = []
        for _ in 0..<count {
            guard let next = item(&self) else { return nil }
            items.append(next)
        }
        return items
    }
}
