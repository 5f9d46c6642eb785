// Looks words up in the lexicon, and guesses at what it does not have.

extension Tokeniser {
    /// The word in lower case, its hash and its shape.
    ///
    /// Most words of a text are small letters without anything to change: they are hashed and compared where they stand.
    mutating func lookUp(
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
            } else if byte == 0xE2, CharacterScanner.hyphenLength(bytes, at: offset) == 3 {
                byte = UInt8(ascii: "-")
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

    mutating func append(
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
    mutating func push(
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
}
