// Cuts UTF-8 into tokens and looks every word up once.

/// A scanner of one pass over bytes.
///
/// Apostrophes end elided words («l'», «qu'»), hyphens keep words together («porte-parole») unless a pronoun follows the
/// verb («a-t-il» is `a`, `il`), dots belong to abbreviations, acronyms and addresses («M.», «S.N.C.F.», «www.x.fr»).
struct Tokeniser {
    let lexicon: Lexicon
    let forms: FormIndex
    var pendingParagraph = true
    /// Plain words that have not been looked up yet; tokens.
    var pending = InlineArray<16, UInt32>(repeating: 0)
    var pendingCount = 0
    static var mostPending: Int { 16 }

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        forms = lexicon.forms
    }

    mutating func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 5 + 8)
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            switch ByteKind(byte) {
            case .space:
                if byte == 0x0A || byte == 0x0D { pendingParagraph = true }
                offset += 1
            case .letter:
                offset =
                    plainWord(bytes, at: offset, into: &tokens) ?? word(bytes, at: offset, into: &tokens)
            case .digit:
                offset = number(bytes, at: offset, into: &tokens)
            case .mark:
                offset = mark(bytes, at: offset, into: &tokens)
            case .multi:
                offset = multibyte(bytes, at: offset, into: &tokens)
            }
        }
        lookUpPending(bytes, &tokens)
        return tokens
    }

    // MARK: Words

    /// «l'», «porte-parole», «M.», «a» + «il» of «a-t-il».
    mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into tokens: inout [Token]) -> Int {
        var offset = start
        var lastHyphen = -1
        while offset < bytes.count {
            let length = CharacterScanner.wordLength(bytes, at: offset)
            if length > 0 {
                if offset - start > 2, isGluedHeading(bytes, at: offset) {
                    append(lookUp(bytes, start, offset), bytes, start, offset, &tokens)
                    pendingParagraph = true
                    return offset
                }
                offset += length
                continue
            }
            let apostrophe = CharacterScanner.apostropheLength(bytes, at: offset)
            if apostrophe > 0 {
                if isElision(bytes, start, offset) {
                    append(lookUp(bytes, start, offset + apostrophe), bytes, start, offset + apostrophe, &tokens)
                    return offset + apostrophe
                }
                guard CharacterScanner.wordLength(bytes, at: offset + apostrophe) > 0 else { break }
                offset += apostrophe
                continue
            }
            let hyphen = CharacterScanner.hyphenLength(bytes, at: offset)
            if hyphen > 0, CharacterScanner.wordLength(bytes, at: offset + hyphen) > 0 {
                lastHyphen = offset
                offset += hyphen
                continue
            }
            // «www.example.fr» but not «euros.Cette», «fin.cette» with a capital or a word of the lexicon.
            if bytes[offset] == UInt8(ascii: "."), offset + 1 < bytes.count, bytes[offset + 1] >= UInt8(ascii: "a"),
                bytes[offset + 1] <= UInt8(ascii: "z")
            {
                offset += 1
                continue
            }
            break
        }
        if lastHyphen > 0, let split = cliticSplit(bytes, start, lastHyphen, offset) {
            // «estime t-il»: the hyphen before the «t» is often forgotten.
            let isLinkAlone = split.verbEnd - start == 1 && bytes[start] == UInt8(ascii: "t")
            if !isLinkAlone || tokens.isEmpty {
                append(lookUp(bytes, start, split.verbEnd), bytes, start, split.verbEnd, &tokens)
            }
            append(lookUp(bytes, split.cliticStart, offset), bytes, split.cliticStart, offset, &tokens)
            tokens[tokens.count - 1].shape.insert(.inverted)
            return offset
        }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            // What an initial is depends on the word before it.
            lookUpPending(bytes, &tokens)
            offset = abbreviation(bytes, start, offset, tokens)
        }
        append(lookUp(bytes, start, offset), bytes, start, offset, &tokens)
        return offset
    }

    /// «Un film en préparationComme il en a l'habitude»: a heading glued to the paragraph under it.
    private func isGluedHeading(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard CharacterScanner.isCapital(bytes, at: offset), bytes[offset - 1] &- 97 < 26 else { return false }
        var end = offset
        while end - offset < 12 {
            let length = CharacterScanner.wordLength(bytes, at: end)
            if length == 0 { break }
            end += length
        }
        guard end - offset >= 2, end - offset < 12 else { return false }
        return lookUp(bytes, offset, end).entry.classes.has([.preposition, .subjectPronoun, .definite, .subordinator])
    }

    /// Whether a word before an apostrophe is elided: «l», «qu», «jusqu»; «prud» and «aujourd» are not.
    private func isElision(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let length = end - start
        guard length <= 6 else { return false }
        let last = bytes[end - 1] | 0x20
        if length == 1 { return "ldsnjcmt".utf8.contains(last) }
        guard last == UInt8(ascii: "u"), bytes[end - 2] | 0x20 == UInt8(ascii: "q") else { return false }
        if length == 2 { return true }
        return ["jus", "lors", "puis", "quoi"].contains { prefix in
            prefix.utf8.count == length - 2
                && zip(prefix.utf8, bytes[start..<end]).allSatisfy { $0 == $1 | 0x20 }
        }
    }

    /// Where the verb ends and the pronoun starts in «a-t-il», «dit-elle».
    private func cliticSplit(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ hyphen: Int, _ end: Int
    ) -> (verbEnd: Int, cliticStart: Int)? {
        let hyphenLength = CharacterScanner.hyphenLength(bytes, at: hyphen)
        let suffixStart = hyphen + hyphenLength
        let length = end - suffixStart
        guard length >= 2, length <= 5 else { return nil }
        let isPronoun = ["il", "on", "elle", "ils", "elles", "je", "tu", "nous", "ce"].contains { pronoun in
            pronoun.utf8.count == length && zip(pronoun.utf8, bytes[suffixStart..<end]).allSatisfy { $0 == $1 | 0x20 }
        }
        guard isPronoun else { return nil }
        var verbEnd = hyphen
        // «-t-»
        if verbEnd - 2 > start, bytes[verbEnd - 1] | 0x20 == UInt8(ascii: "t"), bytes[verbEnd - 2] == UInt8(ascii: "-")
        {
            verbEnd -= 2
        }
        return (verbEnd, suffixStart)
    }

    /// Takes the dot of «M.», «etc.», «V. Sapounov», «S.N.C.F.» into the word; returns the new end.
    private func abbreviation(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ tokens: [Token]
    ) -> Int {
        let length = end - start
        let isSingle = length == 1 || length == 2 && bytes[start] >= 0xC3
        if isSingle, CharacterScanner.isCapital(bytes, at: start) {
            // «S.N.C.F.», «J.-C.»
            var offset = end + 1
            while offset + 1 < bytes.count {
                let next = bytes[offset] == UInt8(ascii: "-") ? offset + 1 : offset
                guard next + 1 < bytes.count, CharacterScanner.isCapital(bytes, at: next),
                    bytes[next + 1] == UInt8(ascii: ".")
                else { break }
                offset = next + 2
            }
            if offset > end + 1 { return offset }
            if bytes[start] == UInt8(ascii: "M") { return end + 1 }
            // «une plainte contre X. Le parquet …»: nobody yet.
            if bytes[start] == UInt8(ascii: "X"), tokens.last.map({ $0.word == lexicon.words.contre }) ?? false {
                return end
            }
            // An initial stands before a name: a space, a capital, a small letter; not «vitamine C. Le».
            if end + 2 < bytes.count, bytes[end + 1] == 0x20 || bytes[end + 1] == 0xC2 {
                let next = bytes[end + 1] == 0x20 ? end + 2 : end + 3
                let afterNoun =
                    tokens.last.map {
                        $0.kind == .word && !$0.isCapitalised && !$0.has(.functional) && !$0.has(.verb)
                    } ?? false
                if CharacterScanner.isCapital(bytes, at: next), !afterNoun { return end + 1 }
            }
            return end
        }
        guard length <= 5 else { return end }
        return lookUp(bytes, start, end + 1).entry.classes.has(.abbreviation) ? end + 1 : end
    }
}
