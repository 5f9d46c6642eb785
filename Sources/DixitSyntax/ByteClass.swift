// What each byte of a query can be the start of, as one table of 256 entries.

/// The class of a byte to the lexer.
enum ByteClass: UInt8 {
    case other
    case space
    case lineBreak
    case letter
    case digit
    /// The first byte of a character beyond ASCII: a letter, a quotation mark, a space or something foreign.
    case multibyte
    case quote
    case symbol
    case hash
    case dollar
    case slash
    case apostrophe
    case minus

    static let table: [ByteClass] = (0...255).map { byte in
        switch UInt8(byte) {
        case 0x20, 0x09, 0x0B, 0x0C: .space
        case 0x0A, 0x0D: .lineBreak
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "\""): .quote
        case UInt8(ascii: "#"): .hash
        case UInt8(ascii: "$"): .dollar
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "'"): .apostrophe
        case UInt8(ascii: "-"): .minus
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"),
            UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"):
            .symbol
        case 0x80...0xFF: .multibyte
        default: .other
        }
    }
}

/// What a character beyond ASCII is to the lexer.
enum ScalarClass {
    case letter
    case space
    case apostrophe
    case openingQuote(Quote)
    /// `≠`, `≤`, `≥`
    case comparison(Comparison)
    /// Invisible: a byte order mark, a soft hyphen.
    case invisible
    case other

    init(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "«": self = .openingQuote(.guillemets)
        case "“", "”": self = .openingQuote(.curly)
        case "„": self = .openingQuote(.low)
        case "‹": self = .openingQuote(.angled)
        case "’", "‘", "ʼ", "´": self = .apostrophe
        case "≠": self = .comparison(.notEqual)
        case "≤": self = .comparison(.lessOrEqual)
        case "≥": self = .comparison(.greaterOrEqual)
        case "\u{FEFF}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{AD}", "\u{2060}": self = .invisible
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                .spacingMark, .decimalNumber:
                self = .letter
            case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
            default: self = scalar.value == 0x85 ? .space : .other
            }
        }
    }
}

/// A pair of quotation marks.
package enum Quote: Hashable, Sendable {
    /// `"…"`, in which `""` is one mark.
    case straight
    /// `« … »`, which nest, and whose inner spaces are not part of the text.
    case guillemets
    /// `“…”`, and every other mixture of the two.
    case curly
    /// `„…“`, `„…”`
    case low
    /// `‹…›`
    case angled

    package var opening: String {
        switch self {
        case .straight: "\""
        case .guillemets: "«"
        case .curly: "“"
        case .low: "„"
        case .angled: "‹"
        }
    }

    package var closing: String {
        switch self {
        case .straight: "\""
        case .guillemets: "»"
        case .curly: "”"
        case .low: "“"
        case .angled: "›"
        }
    }

    func closes(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .straight: scalar == "\""
        case .guillemets: scalar == "»"
        case .curly, .low: scalar == "“" || scalar == "”"
        case .angled: scalar == "›"
        }
    }

    /// Whether the same pair inside is counted, so that `« a « b » c »` is one text.
    func nests(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .guillemets: scalar == "«"
        case .angled: scalar == "‹"
        default: false
        }
    }
}
