// Bytes in any encoding as UTF-8.

/// A source in UTF-8, whatever the one below it is written in.
///
/// Bytes that should be UTF-8 are passed on as they are, also where they are wrong: whoever reads them knows the line. In other encodings a byte that
/// is no character becomes U+FFFD and is counted.
final class DecodedBytes: ByteSource {
    private let source: PeekedBytes
    private let converter: IconvConverter?
    private var input: [UInt8] = []
    /// What the bytes are read as.
    let encoding: TextEncoding
    /// Whether nothing but the bytes themselves speaks for it.
    let isGuess: Bool
    /// How many bytes were no characters.
    private(set) var replacedBytes = 0

    /// - Parameters:
    ///   - encoding: Nil finds it by looking.
    ///   - isReadWhole: Whether the source is looked at to its end before it is decided; else at its first mebibyte, or at as
    ///     much of it as is there.
    ///   - declared: Reads what a file says of itself at its beginning.
    init(
        _ source: any ByteSource, as encoding: TextEncoding?, isReadWhole: Bool,
        declared: (ArraySlice<UInt8>) -> TextEncoding? = { _ in nil }
    ) {
        let peeked = PeekedBytes.around(source)
        self.source = peeked
        let start =
            encoding != nil
            ? peeked.peek(2)
            : isReadWhole ? peeked.peek(DocumentFiles.largestFile) : peeked.peek(1 << 20, waitingFor: 4)
        let own = encoding ?? declared(start.prefix(1024))
        self.encoding = encoding ?? TextEncoding.detected(in: start, isWhole: isReadWhole, declared: own)
        isGuess = self.encoding == .windows1252 && own != .windows1252
        converter = self.encoding == .utf8 ? nil : IconvConverter(from: self.encoding.name)
        // The mark at the beginning is not part of the text; that of UTF-8 is left to those who count bytes.
        if converter != nil, start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]),
            self.encoding.name.hasPrefix("UTF-16"), self.encoding.name != "UTF-16"
        {
            _ = try? peeked.piece(upTo: 2)
        }
    }

    var isReady: Bool { source.isReady }

    var expected: Int { converter == nil ? source.expected : 1 << 16 }

    func everything(limit: Int) throws(ReadingProblem.Kind) -> [UInt8] {
        if converter == nil { return try source.everything(limit: limit) }
        return try everything(after: [], limit: limit)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingProblem.Kind) -> Int {
        guard let converter else { return try source.read(into: buffer) }
        while true {
            let written = convert(by: converter, into: buffer)
            if written > 0 { return written }
            let piece = try source.piece()
            if piece.isEmpty {
                // A character that is cut.
                let rest = input.isEmpty ? 0 : replace(in: buffer, at: 0)
                input = []
                return rest
            }
            input += piece
        }
    }

    private func convert(by converter: IconvConverter, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var (used, written) = (0, 0)
        input.withUnsafeBytes { input in
            while used < input.count {
                let step = converter.convert(
                    UnsafeRawBufferPointer(rebasing: input[used...]),
                    into: UnsafeMutableRawBufferPointer(rebasing: buffer[written...]))
                used += step.used
                written += step.written
                guard step.ending == .invalid, buffer.count - written >= 3 else { break }
                written += replace(in: buffer, at: written)
                used += 1
            }
        }
        input.removeFirst(used)
        return written
    }

    /// Writes U+FFFD for a byte that is no character.
    private func replace(in buffer: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
        guard buffer.count - place >= 3 else { return 0 }
        replacedBytes += 1
        UnsafeMutableRawBufferPointer(rebasing: buffer[place...]).copyBytes(from: [0xEF, 0xBF, 0xBD] as [UInt8])
        return 3
    }
}
