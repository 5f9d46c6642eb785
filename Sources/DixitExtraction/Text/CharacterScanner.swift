// Reads single characters from UTF-8: whether they are letters, hyphens, apostrophes, capitals.

/// What a first byte begins.
enum ByteKind: UInt8 {
    case space
    case letter
    case digit
    case mark
    /// The first byte of a longer character, or a stray one.
    case multi

    @inline(__always)
    init(_ byte: UInt8) {
        if (byte | 0x20) &- 97 < 26 {
            self = .letter
        } else if byte <= 0x20 || byte == 0x7F {
            self = .space
        } else if byte >= 0x80 {
            self = .multi
        } else {
            self = byte &- 48 < 10 ? .digit : .mark
        }
    }
}

enum CharacterScanner {
    /// The length of the character at an offset, 1 for a stray byte; never past the end.
    @inline(__always)
    static func length(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let byte = bytes[offset]
        let length = byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 1
        guard offset + length <= bytes.count else { return 1 }
        for index in 1..<max(length, 1) where bytes[offset + index] & 0xC0 != 0x80 { return 1 }
        return length
    }

    @inline(__always)
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, length: Int) -> UInt32 {
        let first = UInt32(bytes[offset])
        switch length {
        case 2: return (first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
        case 3:
            return (first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
        case 4:
            return (first & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
                | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F)
        default: return first
        }
    }

    /// The length of the letter, digit or mark at an offset, or 0. A soft hyphen inside a word belongs to it.
    @inline(__always)
    static func wordLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        let byte = bytes[offset]
        if byte < 0x80 { return (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 ? 1 : 0 }
        return longWordLength(bytes, at: offset)
    }

    private static func longWordLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let length = length(bytes, at: offset)
        guard length > 1 else { return 0 }
        let scalar = scalar(bytes, at: offset, length: length)
        switch scalar {
        case 0xAD: return length
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF: return length
        case 0x300...0x36F: return length
        case 0x370...0x1FFF: return length
        case 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFDFF, 0xFE70...0xFEFC, 0x10000...0x1F000, 0x20000...0x3FFFF:
            return length
        default: return 0
        }
    }

    /// The length of an apostrophe of any kind, or 0.
    @inline(__always)
    static func apostropheLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        if bytes[offset] == UInt8(ascii: "'") { return 1 }
        guard bytes[offset] == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
        return bytes[offset + 2] == 0x99 ? 3 : 0
    }

    /// The length of a hyphen inside a word, or 0: “-”, U+2010, U+2011 and the en dash of «Casablanca–Settat».
    @inline(__always)
    static func hyphenLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        if bytes[offset] == UInt8(ascii: "-") { return 1 }
        guard bytes[offset] == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
        return bytes[offset + 2] >= 0x90 && bytes[offset + 2] <= 0x93 ? 3 : 0
    }

    /// Whether the letter at an offset is a capital of the Latin script.
    @inline(__always)
    static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        let byte = bytes[offset]
        if byte < 0x80 { return byte &- 65 < 26 }
        guard byte == 0xC3, offset + 1 < bytes.count else { return false }
        return bytes[offset + 1] >= 0x80 && bytes[offset + 1] <= 0x9E && bytes[offset + 1] != 0x97
    }
}
