// Looks words up in the lexicon, and guesses at what it does not have.

extension Tokeniser {
    /// What the lexicon has of a form, its hash and its shape.
    typealias Found = (entry: FormIndex.Entry, hash: UInt32, shape: TokenShape)

    /// Reads a word that is nothing but small letters of Latin-1, perhaps after a capital, and ends at a space or a mark: most
    /// words of a text. Nil where there may be more to it.
    @inline(__always)
    mutating func plainWord(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into tokens: inout [Token]
    ) -> Int? {
        // Sixteen bytes are read at once.
        guard start + 16 < bytes.count, let base = bytes.baseAddress else { return nil }
        let isCapital = bytes[start] &- 65 < 26
        var end = isCapital ? start + 1 : start
        let limit = start + 16
        while end <= limit {
            let byte = base[end]
            if byte &- 97 < 26 {
                end += 1
            } else if byte == 0xC3, end < limit, base[end + 1] >= 0xA0, base[end + 1] != 0xB7 {
                end += 2
            } else {
                break
            }
        }
        let length = end - start
        guard length <= 16, length > 1 || !isCapital, end < bytes.count, endsWord(bytes, end) else { return nil }
        let (low, high) = plainForm(base, start, end, isCapital)
        push(
            .word, start, end, FormIndex.Entry(), WrittenForm.hash(low, high), isCapital ? .capitalised : [], &tokens)
        pending[pendingCount] = UInt32(truncatingIfNeeded: tokens.count - 1)
        pendingCount += 1
        if pendingCount == Self.mostPending { lookUpPending(bytes, &tokens) }
        return end
    }

    /// The bytes of a plain word in lower case.
    @inline(__always)
    private func plainForm(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ isCapital: Bool
    ) -> (low: UInt64, high: UInt64) {
        let source = UnsafeRawPointer(base + start)
        let length = end - start
        var low = UInt64(littleEndian: source.loadUnaligned(as: UInt64.self))
        var high = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        if length <= 8 {
            low &= UInt64.max >> UInt64(64 - 8 * length)
            high = 0
        } else {
            high &= UInt64.max >> UInt64(128 - 8 * length)
        }
        return (isCapital ? low | 0x20 : low, high)
    }

    /// Looks the plain words up that were cut since the last time: first all of them in memory, whose answers the processor awaits
    /// together, then each.
    mutating func lookUpPending(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: inout [Token]) {
        guard let base = bytes.baseAddress else { return }
        var firsts = InlineArray<16, UInt64>(repeating: 0)
        for number in 0..<pendingCount { firsts[number] = forms.first(tokens[Int(pending[number])].hash) }
        for number in 0..<pendingCount {
            let index = Int(pending[number])
            let token = tokens[index]
            let (start, end) = (Int(token.start), Int(token.end))
            let (low, high) = plainForm(base, start, end, token.has(.capitalised))
            let entry = forms.entry(low, high, hash: token.hash, first: firsts[number])
            let (found, shape) = completed((entry, token.hash, token.shape), bytes, start, end)
            tokens[index].word = found.word
            tokens[index].classes = found.classes
            tokens[index].openings = found.openings
            tokens[index].shape = shape
        }
        pendingCount = 0
    }

    /// A space or a mark after which nothing of the word can follow: no apostrophe, hyphen or dot.
    @inline(__always)
    private func endsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        let byte = bytes[end]
        switch byte {
        case 0x20, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: ";"),
            UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"):
            return true
        case 0xC2:
            // A space that does not break, ».
            return end + 1 < bytes.count && (bytes[end + 1] == 0xA0 || bytes[end + 1] == 0xBB)
        default: return false
        }
    }

    /// The same for any word: capitals, curly apostrophes and hyphens, letters outside Latin-1.
    func lookUp(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Found {
        var form = WrittenForm()
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
                form.append(byte)
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
                form.append(byte)
                byte = second | 1
                step = 2
                letters += 1
                if second & 1 == 0 {
                    capitals += 1
                    if offset == start { startsCapital = true }
                }
            }
            form.append(byte)
            offset += step
        }
        var shape: TokenShape = []
        if startsCapital { shape.insert(.capitalised) }
        if capitals >= 2, capitals * 2 > letters { shape.insert(.allCapitals) }
        return (forms.entry(form), form.hash, shape)
    }

    mutating func append(
        _ found: Found, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ tokens: inout [Token]
    ) {
        let (entry, shape) = completed(found, bytes, start, end)
        push(.word, start, end, entry, found.hash, shape, &tokens)
    }

    /// What the lexicon has not said: an accent that is missing, an ending that tells, an initial.
    @inline(__always)
    private func completed(
        _ found: Found, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> (entry: FormIndex.Entry, shape: TokenShape) {
        var entry = found.entry
        var shape = found.shape
        if shape.has(.capitalised), !entry.word.isKnown || end - start == 1,
            let accented = withAccent(bytes, start, end)
        {
            // Its hash stays, and with it what language it speaks for.
            let language = entry.openings.intersection(.languageWord)
            entry = accented
            entry.openings = entry.openings.subtracting(.languageWord).union(language)
        }
        if !entry.word.isKnown { entry.classes = ending(bytes, start, end) }
        if end - start <= 3, bytes[end - 1] == UInt8(ascii: "."), shape.has(.capitalised), !entry.classes.has(.title) {
            shape.insert(.initial)
        }
        return (entry, shape)
    }

    /// Capitals are often printed without their accents: «A ses yeux», «Etat», «Evoquant».
    private func withAccent(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> FormIndex.Entry? {
        if bytes[start] == UInt8(ascii: "A"), end - start == 1 {
            // «A ses yeux», but «A-t-il».
            guard end >= bytes.count || bytes[end] != UInt8(ascii: "-") else { return nil }
            return forms.entry(WrittenForm("à".utf8))
        }
        guard bytes[start] == UInt8(ascii: "E"), end - start > 2, end - start < WrittenForm.longest else { return nil }
        var form = WrittenForm("é".utf8)
        for index in start + 1..<end { form.append(bytes[index] &- 65 < 26 ? bytes[index] | 0x20 : bytes[index]) }
        let entry = forms.entry(form)
        return entry.word.isKnown ? entry : nil
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
        switch bytes[end - 1] {
        case UInt8(ascii: "t"):
            if ends("ement") || ends("amment") || ends("emment") || ends("iment") || ends("ément") {
                return length >= 9 ? .adverb : []
            }
            return ends("isant") || ends("ifiant") ? .presentParticiple : []
        case UInt8(ascii: "r"): return ends("iser") || ends("ifier") ? .infinitive : []
        case 0xA9: return ends("isé") || ends("ifié") ? .pastParticiple : []
        case UInt8(ascii: "e"): return ends("isée") || ends("ifiée") ? .pastParticiple : []
        case UInt8(ascii: "s"): return ends("isés") || ends("isées") ? .pastParticiple : []
        default: return []
        }
    }

    @inline(__always)
    mutating func push(
        _ kind: TokenKind, _ start: Int, _ end: Int, _ entry: FormIndex.Entry, _ hash: UInt32, _ shape: TokenShape,
        _ tokens: inout [Token]
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
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), word: entry.word,
                hash: hash, classes: entry.classes, sentence: 0, kind: kind, shape: shape, openings: entry.openings))
    }
}
