// Cuts sentences into chunks from left to right, once.

/// A shallow parser in the sense of S. Abney, “Parsing by Chunks” (1991): no tree, no backtracking beyond a few tokens.
struct Chunker {
    let text: TokenisedText
    let words: KeyWords
    var chunks: [Chunk] = []
    var sentenceChunks: [Range<Int>] = []
    /// The tokens of every proper name, titles left out.
    var names: [Range<Int>] = []
    /// The end of the sentence that is being read.
    var limit = 0
    /// Words in small letters somewhere in the text: at the start of a sentence they are no names.
    var commonWords = HashSketch()

    /// Words with a capital letter inside a sentence: at the start of another they may be names.
    var capitalisedWords = HashSketch()

    init(_ text: TokenisedText) {
        self.text = text
        words = text.lexicon.words
        commonWords = HashSketch(count: text.tokens.count)
        capitalisedWords = HashSketch(count: text.tokens.count)
        chunks.reserveCapacity(text.tokens.count / 2)
        sentenceChunks.reserveCapacity(text.sentences.count)
    }

    mutating func run() {
        for token in text.tokens
        where token.kind == .word && !token.has([.capitalised, .allCapitals]) && !token.word.isKnown {
            commonWords.insert(token.hash)
        }
        for (index, token) in text.tokens.enumerated().dropFirst() where token.kind == .word && !token.word.isKnown {
            if token.has(.capitalised), text.tokens[index - 1].kind == .word || text.tokens[index - 1].kind == .comma {
                capitalisedWords.insert(token.hash)
            }
        }
        for sentence in text.sentences {
            let first = chunks.count
            limit = sentence.tokens.upperBound
            var index = sentence.tokens.lowerBound
            while index < limit {
                let next = chunk(at: index)
                index = max(next, index + 1)
            }
            sentenceChunks.append(first..<chunks.count)
        }
    }

    func token(_ index: Int) -> Token? { index < limit && index >= 0 ? text.tokens[index] : nil }
    func word(_ index: Int) -> WordID { index < limit && index >= 0 ? text.tokens[index].word : .unknown }
    func classes(_ index: Int) -> WordClass { index < limit && index >= 0 ? text.tokens[index].classes : [] }
    func kind(_ index: Int) -> TokenKind? { index < limit && index >= 0 ? text.tokens[index].kind : nil }
    func isWord(_ index: Int) -> Bool { kind(index) == .word }
    func isFirst(_ index: Int) -> Bool {
        let start = text.sentences[Int(text.tokens[index].sentence)].tokens.lowerBound
        if index == start { return true }
        let before = text.tokens[index - 1]
        return before.isQuote || before.kind == .dash || before.kind == .stop || before.kind == .ellipsis
            || before.kind == .colon
    }

    /// Reads one chunk and returns the token after it.
    private mutating func chunk(at index: Int) -> Int {
        let token = text.tokens[index]
        switch token.kind {
        case .comma: return add(.comma, index..<index + 1)
        case .colon: return add(.colon, index..<index + 1)
        case .semicolon: return add(.semicolon, index..<index + 1)
        case .stop, .ellipsis: return add(.stop, index..<index + 1)
        case .dash: return add(.dash, index..<index + 1)
        case .openParenthesis: return add(.openParenthesis, index..<index + 1)
        case .closeParenthesis: return add(.closeParenthesis, index..<index + 1)
        case .openQuote, .straightQuote, .closeQuote: return quotation(at: index)
        case .symbol: return add(.other, index..<index + 1)
        case .number: return nounPhrase(at: index) ?? add(.other, index..<index + 1)
        case .word: return phrase(at: index, token)
        }
    }

    mutating func add(_ kind: Chunk.Kind, _ tokens: Range<Int>, head: Int? = nil) -> Int {
        chunks.append(Chunk(kind, tokens, head: head))
        return tokens.upperBound
    }

    /// An opaque quotation is one chunk; the marks of a transparent one are passed over.
    private mutating func quotation(at index: Int) -> Int {
        guard let quotation = text.quotation(openedBy: index) else { return index + 1 }
        if isTransparent(quotation) { return index + 1 }
        return incised(index, to: min(quotation.close + 1, limit))
            ?? add(.quotation, index..<min(quotation.close + 1, limit))
    }

    /// «Je suis, dit-il, content. Je reste.»: the cue stands inside the marks. The parts around it are quotations, the cue is
    /// read like any other; nil where there is none.
    private mutating func incised(_ open: Int, to end: Int) -> Int? {
        var index = open + 2
        while index + 2 < end {
            defer { index += 1 }
            guard isIncise(index, end), let after = endOfIncise(index, end) else { continue }
            let mark = index - 1
            guard mark > open + 1 else { return nil }
            _ = add(.quotation, open..<mark)
            _ = add(.comma, mark..<mark + 1)
            let outer = limit
            limit = after
            var next = index
            while next < after { next = max(chunk(at: next), next + 1) }
            limit = outer
            guard after < end else { return after }
            let kind: Chunk.Kind = text.tokens[after].kind == .comma ? .comma : .dash
            _ = add(kind, after..<after + 1)
            let rest = after + 1
            guard rest < end else { return rest }
            return incised(rest - 1, to: end) ?? add(.quotation, rest..<end)
        }
        return nil
    }

    /// A verb of saying after a comma or an exclamation with its subject after it: «, dit-il», «, explique ce pêcheur».
    private func isIncise(_ index: Int, _ end: Int) -> Bool {
        let mark = text.tokens[index - 1]
        guard mark.kind == .comma || mark.kind == .stop || mark.kind == .ellipsis else { return false }
        var verb = index
        if classes(verb).has(.reflexive) { verb += 1 }
        let token = text.tokens[verb]
        guard token.kind == .word, token.has(.finite), !token.isCapitalised else { return false }
        if token.has([.auxiliaryHave, .auxiliaryBe]) {
            guard verb + 2 < end else { return false }
            if !text.tokens[verb + 1].has(.inverted) {
                // «Toutefois, a prévenu Force ouvrière, …»
                let participle = text.tokens[verb + 1]
                let subject = text.tokens[verb + 2]
                return mark.kind == .comma && participle.has(.pastParticiple) && participle.has(.speech)
                    && token.has(.auxiliaryHave) && (subject.has(.definite) || subject.isCapitalised)
            }
            let pronoun = text.tokens[verb + 1]
            return !pronoun.has(.firstPerson) && text.tokens[verb + 2].has(.speech)
                && text.tokens[verb + 2].has(.pastParticiple)
        }
        guard token.has(.speech), verb + 1 < end else { return false }
        let next = text.tokens[verb + 1]
        if next.has(.inverted) { return !next.has(.firstPerson) && next.word != words.ce }
        guard mark.kind == .comma else { return false }
        // «, explique l'éleveur.»: a subject after it, and none before it in its own clause.
        return (next.has(.definite) || next.has(.demonstrative) || next.isCapitalised && isNameStart(verb + 1))
            && !next.has(.inverted)
    }

    /// The comma or stop that ends an incise, not far after the verb.
    private func endOfIncise(_ verb: Int, _ end: Int) -> Int? {
        for index in verb + 1..<min(verb + 18, end) {
            let token = text.tokens[index]
            if [.comma, .stop, .ellipsis, .colon, .semicolon].contains(token.kind) {
                // «, explique Paul, boulanger à Lyon.»
                return index
            }
            if token.isQuote { return index == end - 1 ? index : nil }
            if index > verb + 2, token.has(.finite), isFinite(index) { return nil }
        }
        return nil
    }

    /// Whether a quotation is a part of the clause around it: «une "gestion chaotique" de la crise».
    func isTransparent(_ quotation: Quotation) -> Bool {
        let inside = quotation.inside
        guard inside.count <= 14, inside.upperBound <= limit else { return false }
        if isSentenceStart(quotation.open), quotation.close + 2 >= limit { return false }
        if quotation.open > 0, text.tokens[quotation.open - 1].kind == .colon { return false }
        if inside.count >= 4, let first = inside.first, text.tokens[first].has(.capitalised),
            text.tokens[first].classes.isEmpty, !text.tokens[first + 1].isCapitalised
        {
            return false
        }
        for index in inside {
            let token = text.tokens[index]
            if token.kind == .stop, index + 1 < inside.upperBound { return false }
            if token.has(.finite), !token.has(.noun), !token.has(.preposition), !token.has(.capitalised) {
                return false
            }
            if token.has(.inverted) { return false }
            if token.has(.firstPerson), token.has(.subjectPronoun), !token.has(.capitalised) || isFirst(index) {
                return false
            }
        }
        let last = text.tokens[inside.upperBound - 1]
        if last.kind == .comma || last.kind == .stop { return false }
        return !inside.isEmpty
    }

    private mutating func phrase(at index: Int, _ token: Token) -> Int {
        if token.has(.que) { return add(.que, index..<index + 1) }
        if let end = fixedPhrase(at: index) { return end }
        if let end = verbGroup(at: index) { return end }
        if token.has(.subjectPronoun), !token.isCapitalised || isFirst(index) {
            let end = add(.pronoun, index..<index + 1)
            chunks[chunks.count - 1].flags = gender(of: token).union(.subject)
            return end
        }
        if token.has(.pronoun), !isDeterminer(index) {
            let end = add(.pronoun, index..<index + 1)
            chunks[chunks.count - 1].flags = gender(of: token)
            return end
        }
        if token.word == words.ce, !isDeterminer(index) {
            let end = add(.pronoun, index..<index + 1)
            chunks[chunks.count - 1].flags = .subject
            return end
        }
        if token.has(.relative) { return add(.relative, index..<index + 1) }
        if token.has(.subordinator) { return add(.subordinator, index..<index + 1) }
        if token.has(.coordinator) { return add(.coordinator, index..<index + 1) }
        if token.has([.preposition, .of, .contractedTo]) || token.word == words.du {
            if let end = prepositionalPhrase(at: index) { return end }
        }
        if token.has([.adverb, .negative]), !isDeterminer(index), !token.has(.noun) {
            return add(.adverb, index..<index + 1)
        }
        return nounPhrase(at: index) ?? add(.other, index..<index + 1)
    }

    /// «alors que», «tandis que», «parce que», «d'ailleurs», «par ailleurs».
    private mutating func fixedPhrase(at index: Int) -> Int? {
        let token = text.tokens[index]
        if isWord(index + 1), classes(index + 1).has(.que) {
            let next = word(index)
            if next == words.alors || next == words.tandis || next == words.parce || token.has(.preposition)
                || next == words.ainsi
            {
                return add(.subordinator, index..<index + 2)
            }
        }
        if text.lexicon.phrases.opens(token.word), let phrase = longestPhrase(at: index), phrase.classes.has(.adverb) {
            return add(.adverb, index..<index + phrase.words.count)
        }
        return nil
    }

    func longestPhrase(at index: Int) -> PhraseTable.Phrase? {
        text.lexicon.phrases.longest(from: word(index)) { wanted in
            for offset in wanted.indices where word(index + offset) != wanted[offset] { return false }
            return true
        }
    }

    func gender(of token: Token) -> ChunkFlags {
        var flags: ChunkFlags = []
        if token.has(.masculine), !token.has(.feminine) { flags.insert(.masculine) }
        if token.has(.feminine), !token.has(.masculine) { flags.insert(.feminine) }
        if token.has(.plural), !token.has(.singular) { flags.insert(.plural) }
        return flags
    }

    /// «le», «la», «l'», «les» stand before a noun here, not before a verb.
    func isDeterminer(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.has(.determiner) else { return false }
        if token.word == words.ce, classes(index + 1).has([.auxiliaryBe, .relative, .que, .negation]) { return false }
        guard token.has(.clitic) else {
            // «certains se plaignent», «tous disent»: a pronoun.
            if token.has(.pronoun), !token.has(.definite) {
                return isWord(index + 1) && !classes(index + 1).has([.clitic, .auxiliaryHave, .auxiliaryBe, .adverb])
                    && !(classes(index + 1).has(.finite) && !classes(index + 1).has(.noun))
            }
            return true
        }
        return !isClitic(index)
    }
}
