// How characters are written as bytes, named or found by looking.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A character encoding by its name.
///
/// ```swift
/// options.encoding = TextEncoding(named: "windows-1252")
/// ```
public struct TextEncoding: Hashable, Sendable {
    /// As the system's iconv knows it.
    public let name: String

    /// The encoding of the web, and of this library's texts.
    public static let utf8 = TextEncoding(known: "UTF-8")
    static let windows1252 = TextEncoding(known: "WINDOWS-1252")
    static let utf16LittleEndian = TextEncoding(known: "UTF-16LE")
    static let utf16BigEndian = TextEncoding(known: "UTF-16BE")

    private init(known name: String) { self.name = name }

    /// Any encoding that the system's iconv converts, in any case: `latin1`, `windows-1252`, `utf-16`; nil for others.
    public init?(named name: String) {
        let upper = name.uppercased()
        guard !upper.isEmpty, upper.utf8.allSatisfy({ (0x30...0x5A).contains($0) || $0 == 0x2D || $0 == 0x5F }) else {
            return nil
        }
        if ["UTF-8", "UTF8"].contains(upper) {
            self = .utf8
            return
        }
        // What web pages call Latin-1 is Windows-1252, which has the same letters and the quotation marks too.
        let isLatin1 = ["ISO-8859-1", "ISO8859-1", "ISO_8859-1", "LATIN1", "LATIN-1"].contains(upper)
        let wanted = isLatin1 ? "WINDOWS-1252" : upper
        guard let converter = IconvConverter(from: wanted) else { return nil }
        _ = converter
        self.name = wanted
    }

    /// What the bytes at the beginning of a file are most likely written in.
    ///
    /// A mark at the beginning says it; text with zeros at every other byte is UTF-16; what is UTF-8, or mostly is, is UTF-8; the
    /// rest is Windows-1252 where all its bytes are characters of it.
    ///
    /// - Parameters:
    ///   - declared: What the file says of itself, believed where the bytes do not speak against it.
    ///   - isWhole: Whether the file ends with these bytes; where not, a character may be cut.
    static func detected(in bytes: ArraySlice<UInt8>, isWhole: Bool, declared: TextEncoding? = nil) -> TextEncoding {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if let wide = wideEncoding(of: bytes.prefix(1000)) { return wide }
        if bytes.withUnsafeBytes({ TextFile.firstInvalidByte(of: $0) }) == nil { return .utf8 }
        let (valid, invalid) = sequences(in: bytes, isWhole: isWhole)
        if invalid == 0 { return .utf8 }
        if let declared, declared != .utf8, !declared.name.hasPrefix("UTF-") { return declared }
        if valid >= invalid { return .utf8 }
        // Five bytes are no characters of Windows-1252, and control characters are in no text.
        let isText = bytes.allSatisfy { byte in
            byte >= 0x20 ? ![0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) : (0x09...0x0D).contains(byte)
        }
        return isText ? .windows1252 : .utf8
    }

    private static func wideEncoding(of bytes: ArraySlice<UInt8>) -> TextEncoding? {
        guard bytes.count >= 4, bytes.contains(0) else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in bytes.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let most = bytes.count * 3 / 10
        if zeros.even == 0, zeros.odd > most { return .utf16LittleEndian }
        if zeros.odd == 0, zeros.even > most { return .utf16BigEndian }
        return nil
    }

    /// How many sequences of several bytes are UTF-8, and how many bytes are in none.
    private static func sequences(in bytes: ArraySlice<UInt8>, isWhole: Bool) -> (valid: Int, invalid: Int) {
        var (valid, invalid) = (0, 0)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
            if length == 1 {
                index += 1
                continue
            }
            let rest = bytes[(index + 1)...].prefix(max(0, length - 1))
            let areContinuations = rest.allSatisfy { $0 & 0xC0 == 0x80 }
            if length > 0, areContinuations, rest.count < length - 1, !isWhole { break }
            if length > 0, areContinuations, rest.count == length - 1,
                bytes[index..<index + length].withUnsafeBytes({ TextFile.firstInvalidByte(of: $0) }) == nil
            {
                valid += 1
                index += length
            } else {
                invalid += 1
                index += 1
            }
        }
        return (valid, invalid)
    }
}

/// An open converter of the C library to UTF-8.
final class IconvConverter {
    private let handle: iconv_t

    /// Nil for an encoding that it does not know.
    init?(from encoding: String) {
        let opened = iconv_open("UTF-8", encoding)
        guard opened != iconv_t(bitPattern: -1), let opened else { return nil }
        handle = opened
    }

    deinit { iconv_close(handle) }

    /// What ended a conversion.
    enum Ending {
        case inputUsed
        case outputFull
        /// The next byte begins no character.
        case invalid
        /// The last character is cut.
        case incomplete
    }

    /// Converts as much as there is, or as fits.
    func convert(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> (used: Int, written: Int, ending: Ending) {
        var source = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (sourceLeft, targetLeft) = (input.count, output.count)
        let result = iconv(handle, &source, &sourceLeft, &target, &targetLeft)
        let ending: Ending =
            if result != Int(bitPattern: UInt.max) {
                .inputUsed
            } else {
                switch errno {
                case E2BIG: .outputFull
                case EINVAL: .incomplete
                default: .invalid
                }
            }
        return (input.count - sourceLeft, output.count - targetLeft, ending)
    }
}
