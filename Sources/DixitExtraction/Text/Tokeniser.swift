// Cuts UTF-8 into tokens and looks every word up once.

/// A scanner of one pass over bytes.
///
/// Apostrophes end elided words («l'», «qu'»), hyphens keep words together («porte-parole») unless a pronoun follows the
/// verb («a-t-il» is `a`, `il`), dots belong to abbreviations, acronyms and addresses («M.», «S.N.C.F.», «www.x.fr»).
struct Tokeniser {
    private let lexicon: Lexicon
    private var scratch = [UInt8](repeating: 0, count: Tokeniser.longestKnownWord)
    private var pendingParagraph = true
    private static let longestKnownWord = 48

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 5 + 8)
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            switch ByteKind.table[Int(byte)] {
            case .space:
                if byte == 0x0A || byte == 0x0D { pendingParagraph = true }
                offset += 1
            case .letter:
                offset = word(bytes, at: offset, into: &tokens)
            case .digit:
                offset = number(bytes, at: offset, into: &tokens)
            case .mark:
                offset = mark(bytes, at: offset, into: &tokens)
            case .multi:
                offset = multibyte(bytes, at: offset, into: &tokens)
            }
        }
        return tokens
    }

    // MARK: Words

    /// «l'», «porte-parole», «M.», «a» + «il» of «a-t-il».
    private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into tokens: inout [Token]) -> Int {
        var offset = start
        var lastHyphen = -1
        while offset < bytes.count {
            let length = CharacterScanner.wordLength(bytes, at: offset)
            if length > 0 {
                if offset - start > 2, isGluedHeading(bytes, at: offset) {
                    append(bytes, start, offset, &tokens)
                    pendingParagraph = true
                    return offset
                }
                offset += length
                continue
            }
            let apostrophe = CharacterScanner.apostropheLength(bytes, at: offset)
            if apostrophe > 0 {
                if isElision(bytes, start, offset) {
                    append(bytes, start, offset + apostrophe, &tokens)
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
            append(bytes, start, split.verbEnd, &tokens)
            append(bytes, split.cliticStart, offset, &tokens)
            tokens[tokens.count - 1].shape.insert(.inverted)
            return offset
        }
        offset = abbreviation(bytes, start, offset, tokens)
        append(bytes, start, offset, &tokens)
        return offset
    }

    /// «Un film en préparationComme il en a l'habitude»: a heading glued to the paragraph under it.
    private mutating func isGluedHeading(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard CharacterScanner.isCapital(bytes, at: offset), bytes[offset - 1] &- 97 < 26 else { return false }
        var end = offset
        while end - offset < 12 {
            let length = CharacterScanner.wordLength(bytes, at: end)
            if length == 0 { break }
            end += length
        }
        guard end - offset >= 2, end - offset < 12 else { return false }
        return lookUp(bytes, offset, end).classes.has([.preposition, .subjectPronoun, .definite, .subordinator])
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
    private mutating func abbreviation(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ tokens: [Token]
    ) -> Int {
        guard end < bytes.count, bytes[end] == UInt8(ascii: ".") else { return end }
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
        return lookUp(bytes, start, end + 1).classes.has(.abbreviation) ? end + 1 : end
    }

    /// The word in lower case, its hash and its shape.
    ///
    /// Most words of a text are small letters without anything to change: they are hashed and compared where they stand.
    private mutating func lookUp(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> (word: WordID, hash: UInt32, classes: WordClass, shape: TokenShape) {
        var hash: UInt32 = 2_166_136_261
        var offset = start
        while offset < end {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte &- 65 < 26 { break }
                hash = (hash ^ UInt32(byte)) &* 16_777_619
                offset += 1
            } else if byte == 0xC3, offset + 1 < end, bytes[offset + 1] >= 0xA0 {
                // Small letters of Latin-1: à, é, ç.
                hash = (hash ^ 0xC3) &* 16_777_619
                hash = (hash ^ UInt32(bytes[offset + 1])) &* 16_777_619
                offset += 2
            } else {
                break
            }
        }
        guard offset == end else { return lookUpFolding(bytes, start, end) }
        let word = lexicon.table.word(UnsafeBufferPointer(rebasing: bytes[start..<end]), hash: hash)
        return (word, hash, lexicon.classes(word), [])
    }

    /// The same for words with capitals, curly apostrophes or letters outside Latin-1.
    private mutating func lookUpFolding(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> (word: WordID, hash: UInt32, classes: WordClass, shape: TokenShape) {
        var hash: UInt32 = 2_166_136_261
        var count = 0
        var capitals = 0
        var letters = 0
        var startsCapital = false
        var offset = start
        while offset < end {
            var byte = bytes[offset]
            var step = 1
            if byte < 0x80 {
                let isCapital = byte &- 65 < 26
                if isCapital {
                    byte |= 0x20
                    capitals += 1
                    if offset == start { startsCapital = true }
                }
                letters += 1
            } else if byte == 0xC3, offset + 1 < end {
                // Latin-1 letters: À–Þ become à–þ.
                let second = bytes[offset + 1]
                let isCapital = second >= 0x80 && second <= 0x9E && second != 0x97
                hash = (hash ^ UInt32(byte)) &* 16_777_619
                if count < scratch.count { scratch[count] = byte }
                count += 1
                byte = isCapital ? second + 0x20 : second
                step = 2
                letters += 1
                if isCapital {
                    capitals += 1
                    if offset == start { startsCapital = true }
                }
            } else if byte == 0xE2, offset + 2 < end, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x99 {
                byte = UInt8(ascii: "'")
                step = 3
            } else if byte == 0xC5, offset + 1 < end {
                // Œ becomes œ; the other letters of the block have even capitals.
                let second = bytes[offset + 1]
                hash = (hash ^ UInt32(byte)) &* 16_777_619
                if count < scratch.count { scratch[count] = byte }
                count += 1
                byte = second | 1
                step = 2
                letters += 1
                if second & 1 == 0 {
                    capitals += 1
                    if offset == start { startsCapital = true }
                }
            }
            hash = (hash ^ UInt32(byte)) &* 16_777_619
            if count < scratch.count { scratch[count] = byte }
            count += 1
            offset += step
        }
        var shape: TokenShape = []
        if startsCapital { shape.insert(.capitalised) }
        if capitals >= 2, capitals * 2 > letters { shape.insert(.allCapitals) }
        guard count <= scratch.count else { return (.unknown, hash, [], shape) }
        let word = scratch.withUnsafeBufferPointer { buffer in
            lexicon.table.word(UnsafeBufferPointer(rebasing: buffer[0..<count]), hash: hash)
        }
        return (word, hash, lexicon.classes(word), shape)
    }

    private mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ tokens: inout [Token]
    ) {
        var found = lookUp(bytes, start, end)
        if found.shape.has(.capitalised), !found.word.isKnown || end - start == 1,
            let accented = withAccent(bytes, start, end)
        {
            found.word = accented
            found.classes = lexicon.classes(accented)
        }
        if found.word.raw == 0, found.classes.isEmpty { found.classes = ending(bytes, start, end) }
        if end - start <= 3, bytes[end - 1] == UInt8(ascii: "."), found.shape.has(.capitalised),
            !found.classes.has(.title)
        {
            found.shape.insert(.initial)
        }
        push(.word, start, end, found.word, found.hash, found.classes, found.shape, &tokens)
    }

    /// Capitals are often printed without their accents: «A ses yeux», «Etat», «Evoquant».
    private mutating func withAccent(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> WordID? {
        if bytes[start] == UInt8(ascii: "A"), end - start == 1 {
            // «A ses yeux», but «A-t-il».
            return end < bytes.count && bytes[end] == UInt8(ascii: "-") ? nil : lexicon.words.a
        }
        guard bytes[start] == UInt8(ascii: "E"), end - start > 2, end - start < scratch.count else { return nil }
        var hash: UInt32 = 2_166_136_261
        var count = 0
        for byte in [0xC3, 0xA9] + bytes[start + 1..<end].map({ $0 &- 65 < 26 ? $0 | 0x20 : $0 }) {
            scratch[count] = byte
            hash = (hash ^ UInt32(byte)) &* 16_777_619
            count += 1
        }
        let word = scratch.withUnsafeBufferPointer { buffer in
            lexicon.table.word(UnsafeBufferPointer(rebasing: buffer[0..<count]), hash: hash)
        }
        return word.isKnown ? word : nil
    }

    /// What an unknown word is by its ending: «fermement» an adverb, «lotissant» a present participle.
    private func ending(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> WordClass {
        let length = end - start
        guard length >= 6, bytes[start] >= UInt8(ascii: "a") else { return [] }
        func ends(_ suffix: StaticString) -> Bool {
            let count = suffix.utf8CodeUnitCount
            guard length > count else { return false }
            for index in 0..<count where bytes[end - count + index] != suffix.utf8Start[index] { return false }
            return true
        }
        if ends("ement") || ends("amment") || ends("emment") || ends("iment") || ends("ément") {
            return length >= 9 ? .adverb : []
        }
        if ends("iser") || ends("ifier") { return .infinitive }
        if ends("isant") || ends("ifiant") { return .presentParticiple }
        if ends("isé") || ends("isée") || ends("isés") || ends("isées") || ends("ifié") || ends("ifiée") {
            return .pastParticiple
        }
        return []
    }

    @inline(__always)
    private mutating func push(
        _ kind: TokenKind, _ start: Int, _ end: Int, _ word: WordID, _ hash: UInt32, _ classes: WordClass,
        _ shape: TokenShape, _ tokens: inout [Token]
    ) {
        var shape = shape
        if pendingParagraph {
            shape.insert(.opensParagraph)
            pendingParagraph = false
        } else if let last = tokens.last, Int(last.end) == start {
            shape.insert(.glued)
        }
        tokens.append(
            Token(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), word: word, hash: hash,
                classes: classes, sentence: 0, kind: kind, shape: shape))
    }

    // MARK: Numbers and marks

    /// «51.400», «1,5», «18h00», «1er», «36ème», «60-70».
    private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into tokens: inout [Token]) -> Int
    {
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
        push(.number, start, offset, .unknown, hash(bytes, start, offset), .quantity, [], &tokens)
        return offset
    }

    private func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
        WordTable.hash(bytes[start..<end])
    }

    private mutating func mark(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into tokens: inout [Token]) -> Int {
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
        push(kind, start, end, .unknown, UInt32(byte), [], [], &tokens)
        return end
    }

    /// A straight apostrophe that is part of no word opens a quotation before a word and closes one after it.
    private func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> TokenKind {
        let opens =
            start == 0 || bytes[start - 1] <= 0x20 || bytes[start - 1] == UInt8(ascii: "(")
            || bytes[start - 1] == UInt8(ascii: "\"")
        let before = end < bytes.count && bytes[end] > 0x20
        if opens, before { return .openQuote }
        return opens ? .symbol : .closeQuote
    }

    /// A character of two bytes or more: a letter, a quotation mark, a dash, a space.
    private mutating func multibyte(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into tokens: inout [Token]
    ) -> Int {
        if CharacterScanner.wordLength(bytes, at: start) > 0 { return word(bytes, at: start, into: &tokens) }
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
        push(kind, start, end, .unknown, scalar, [], [], &tokens)
        return end
    }
}
