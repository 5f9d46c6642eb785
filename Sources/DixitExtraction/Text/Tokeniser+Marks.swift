// Numbers, punctuation and quotation marks.

extension Tokeniser {
    // MARK: Numbers and marks

    /// «51.400», «1,5», «18h00», «1er», «36ème», «60-70».
    mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into tokens: inout [Token]) -> Int {
        var offset = start
        while offset < bytes.count {
            let byte = bytes[offset]
            let length = CharacterScanner.wordLength(bytes, at: offset)
            if length > 0 {
                offset += length
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-"),
                offset + 1 < bytes.count, bytes[offset + 1] &- 48 < 10
            {
                offset += 1
            } else if byte == UInt8(ascii: "-"), CharacterScanner.wordLength(bytes, at: offset + 1) > 0 {
                offset += 1
            } else {
                break
            }
        }
        let form = WrittenForm(bytes[start..<offset])
        // «Europe 1», «France 24»: the lexicon has the numbers in names.
        let known = forms.entry(form)
        let entry = FormIndex.Entry(classes: .quantity, word: known.word, openings: known.openings)
        push(.number, start, offset, entry, form.hash, [], &tokens)
        return offset
    }

    mutating func mark(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into tokens: inout [Token]) -> Int {
        let byte = bytes[start]
        var end = start + 1
        let kind: TokenKind
        switch byte {
        case UInt8(ascii: ","): kind = .comma
        case UInt8(ascii: "."):
            while end < bytes.count, bytes[end] == byte { end += 1 }
            kind = end - start > 1 ? .ellipsis : .stop
        case UInt8(ascii: "!"), UInt8(ascii: "?"): kind = .stop
        case UInt8(ascii: ":"): kind = .colon
        case UInt8(ascii: ";"): kind = .semicolon
        case UInt8(ascii: "("), UInt8(ascii: "["): kind = .openParenthesis
        case UInt8(ascii: ")"), UInt8(ascii: "]"): kind = .closeParenthesis
        case UInt8(ascii: "\""): kind = .straightQuote
        case UInt8(ascii: "-"):
            let spaceBefore = start == 0 || bytes[start - 1] <= 0x20 || bytes[start - 1] >= 0x80
            kind = spaceBefore ? .dash : .symbol
        case UInt8(ascii: "'"): kind = apostrophe(bytes, start, end)
        case UInt8(ascii: "<"):
            kind = end < bytes.count && bytes[end] == byte ? .openQuote : .symbol
            if kind == .openQuote { end += 1 }
        case UInt8(ascii: ">"):
            kind = end < bytes.count && bytes[end] == byte ? .closeQuote : .symbol
            if kind == .closeQuote { end += 1 }
        default: kind = .symbol
        }
        push(kind, start, end, FormIndex.Entry(), UInt32(byte), [], &tokens)
        return end
    }

    /// A straight apostrophe that is part of no word opens a quotation before a word and closes one after it.
    func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> TokenKind {
        let opens =
            start == 0 || bytes[start - 1] <= 0x20 || bytes[start - 1] == UInt8(ascii: "(")
            || bytes[start - 1] == UInt8(ascii: "\"")
        let before = end < bytes.count && bytes[end] > 0x20
        if opens, before { return .openQuote }
        return opens ? .symbol : .closeQuote
    }

    /// A character of two bytes or more: a letter, a quotation mark, a dash, a space.
    mutating func multibyte(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into tokens: inout [Token]
    ) -> Int {
        if CharacterScanner.wordLength(bytes, at: start) > 0 {
            return plainWord(bytes, at: start, into: &tokens) ?? word(bytes, at: start, into: &tokens)
        }
        let length = CharacterScanner.length(bytes, at: start)
        let end = start + length
        let scalar = CharacterScanner.scalar(bytes, at: start, length: length)
        let kind: TokenKind
        switch scalar {
        case 0xA0, 0x202F, 0x2000...0x200F, 0x2028, 0x2029, 0xFEFF, 0x85, 0xAD, 0x3000:
            if scalar == 0x2028 || scalar == 0x2029 || scalar == 0x85 { pendingParagraph = true }
            return end
        case 0xAB, 0x201C, 0x201E, 0x201F, 0x2039, 0x2018, 0x201A, 0x201B: kind = .openQuote
        case 0xBB, 0x201D, 0x203A: kind = .closeQuote
        case 0x2019:
            let opens = start == 0 || bytes[start - 1] <= 0x20
            kind = opens ? .symbol : .closeQuote
        case 0x2013, 0x2014, 0x2015, 0x2212, 0x2011, 0x2010: kind = .dash
        case 0x2026: kind = .ellipsis
        case 0x2022, 0x25CF: kind = .dash
        case 0xFF0C: kind = .comma
        default: kind = .symbol
        }
        push(kind, start, end, FormIndex.Entry(), scalar, [], &tokens)
        return end
    }
}
