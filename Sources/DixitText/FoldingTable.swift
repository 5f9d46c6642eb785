// What each character becomes when it is folded, and whether it belongs to a word, as one table.

/// What a character is to the words around it.
enum CharacterClass: UInt64 {
    /// `,` `«` `/`: ends a word, stays itself.
    case other
    case letter
    case digit
    /// A combining mark: belongs to the letter before it and vanishes, as the acute accent of a decomposed `é`.
    case mark
    /// A soft hyphen, a zero-width space, a direction mark: vanishes and separates nothing.
    case invisible
    /// Spaces, line ends, hyphens and dashes.
    case space
    /// `'` `’` `ʼ` `´`.
    case apostrophe
}

/// The folding of one character: at most four bytes of UTF-8, their number, and the class.
///
/// The bytes are never more than those of the character itself, so a folded text is never longer than its source.
struct FoldedCharacter {
    private var bits: UInt64

    init(_ bytes: some Sequence<UInt8>, _ kind: CharacterClass) {
        bits = kind.rawValue << 40
        var count: UInt64 = 0
        for byte in bytes.prefix(4) {
            bits |= UInt64(byte) << (8 * count)
            count += 1
        }
        bits |= count << 32
    }

    /// The first byte is the lowest.
    @inline(__always) var bytes: UInt32 { UInt32(truncatingIfNeeded: bits) }
    @inline(__always) var count: Int { Int((bits >> 32) & 0xFF) }
    @inline(__always) var kind: CharacterClass { CharacterClass(rawValue: bits >> 40) ?? .other }
    @inline(__always) var isWordPart: Bool {
        bits >> 40 == CharacterClass.letter.rawValue || bits >> 40 == CharacterClass.digit.rawValue
    }
}

/// The table for Latin, Greek, Cyrillic, Hebrew, Arabic and general punctuation; other scripts are looked up as they come.
struct FoldingTable: Sendable {
    static let shared = FoldingTable()

    private static let firstBlockEnd: UInt32 = 0x0700
    private static let secondBlock: Range<UInt32> = 0x1E00..<0x2100

    private let entries: [FoldedCharacter]
    /// What the letters of ASCII become; 0 for every other byte.
    private let plainLetters: [UInt8]

    private init() {
        let scalars = [0..<Self.firstBlockEnd, Self.secondBlock].joined()
        var entries = scalars.map { value in
            Unicode.Scalar(value).map(Self.character) ?? FoldedCharacter([], .other)
        }
        for line in Self.groups.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2 else { continue }
            for scalar in parts[1].unicodeScalars {
                guard let index = Self.index(scalar.value) else { continue }
                entries[index] = FoldedCharacter(parts[0].utf8, .letter)
            }
        }
        self.entries = entries
        plainLetters = (0...UInt8.max).map { byte in
            let entry = entries[Int(byte)]
            let isPlain = byte < 0x80 && entry.kind == .letter && entry.count == 1
            return isPlain ? UInt8(truncatingIfNeeded: entry.bytes) : 0
        }
    }

    /// What a letter of ASCII becomes; 0 for every other byte.
    @inline(__always)
    func plainLetter(_ byte: UInt8) -> UInt8 { plainLetters[Int(byte)] }

    @inline(__always)
    private static func index(_ scalar: UInt32) -> Int? {
        if scalar < firstBlockEnd { return Int(scalar) }
        if secondBlock.contains(scalar) { return Int(scalar - secondBlock.lowerBound + firstBlockEnd) }
        return nil
    }

    /// The folding of the character that starts at `offset`, and the number of bytes it takes there.
    ///
    /// A byte that starts no valid UTF-8 is a character of its own that separates words and stays as it is.
    @inline(__always)
    func character(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (FoldedCharacter, length: Int) {
        let byte = text[offset]
        if byte < 0x80 { return (entries[Int(byte)], 1) }
        if byte < 0xE0, byte >= 0xC2, offset + 1 < text.count, text[offset + 1] & 0xC0 == 0x80 {
            let scalar = UInt32(byte & 0x1F) << 6 | UInt32(text[offset + 1] & 0x3F)
            if scalar < Self.firstBlockEnd { return (entries[Int(scalar)], 2) }
            return (rareCharacter(scalar), 2)
        }
        return longCharacter(in: text, at: offset)
    }

    private func longCharacter(
        in text: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (FoldedCharacter, length: Int) {
        let byte = text[offset]
        let length = byte >= 0xF0 ? 4 : 3
        guard byte >= 0xE0, byte < 0xF5, offset + length <= text.count else {
            return (FoldedCharacter([byte], .other), 1)
        }
        var scalar = UInt32(byte) & (length == 4 ? 0x07 : 0x0F)
        for next in offset + 1..<offset + length {
            guard text[next] & 0xC0 == 0x80 else { return (FoldedCharacter([byte], .other), 1) }
            scalar = scalar << 6 | UInt32(text[next] & 0x3F)
        }
        guard scalar >= (length == 4 ? 0x1_0000 : 0x800), Unicode.Scalar(scalar) != nil else {
            return (FoldedCharacter([byte], .other), 1)
        }
        if let index = Self.index(scalar) { return (entries[index], length) }
        return (rareCharacter(scalar), length)
    }

    private func rareCharacter(_ value: UInt32) -> FoldedCharacter {
        Unicode.Scalar(value).map(Self.character) ?? FoldedCharacter([], .other)
    }

    /// The folding by rule, for what is in no group.
    private static func character(_ scalar: Unicode.Scalar) -> FoldedCharacter {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x02B9, 0x02BB...0x02BD, 0x0374, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07:
            return FoldedCharacter([0x27], .apostrophe)
        case 0x09...0x0D, 0x2D, 0x85, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D:
            return FoldedCharacter([0x20], .space)
        case 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
            return FoldedCharacter([], .invisible)
        case 0x0640, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0xFE20...0xFE2F:
            return FoldedCharacter([], .mark)
        case 0x0149:
            return FoldedCharacter("'n".utf8, .letter)
        case 0x212B:
            // The sign for ångström, which is the letter Å.
            return FoldedCharacter("a".utf8, .letter)
        default:
            return character(scalar, of: scalar.properties.generalCategory)
        }
    }

    private static func character(
        _ scalar: Unicode.Scalar, of category: Unicode.GeneralCategory
    ) -> FoldedCharacter {
        switch category {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator:
            return FoldedCharacter([0x20], .space)
        case .nonspacingMark, .enclosingMark:
            // Outside the table a mark may be a vowel that cannot be spared, as in Devanagari.
            if index(scalar.value) != nil { return FoldedCharacter([], .mark) }
            return FoldedCharacter(UTF8.encode(scalar) ?? .init(), .letter)
        case .uppercaseLetter, .titlecaseLetter:
            let lower = scalar.properties.lowercaseMapping.utf8
            let itself = UTF8.encode(scalar) ?? .init()
            return lower.count <= itself.count ? FoldedCharacter(lower, .letter) : FoldedCharacter(itself, .letter)
        case .lowercaseLetter, .modifierLetter, .otherLetter, .spacingMark:
            return FoldedCharacter(UTF8.encode(scalar) ?? .init(), .letter)
        case .decimalNumber, .letterNumber, .otherNumber:
            return FoldedCharacter(UTF8.encode(scalar) ?? .init(), .digit)
        default:
            return FoldedCharacter(UTF8.encode(scalar) ?? .init(), .other)
        }
    }
}
