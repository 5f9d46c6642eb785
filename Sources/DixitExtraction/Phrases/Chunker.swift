// Cuts sentences into chunks from left to right, once.

/// What a chunker reads and never changes; apart, so that the chunker itself is small.
private final class ChunkSource {
    let text: TokenisedText
    let words: KeyWords
    /// Words in small letters somewhere in the text: at the start of a sentence they are no names.
    let commonWords: HashSketch
    /// Words with a capital letter inside a sentence: at the start of another they may be names.
    let capitalisedWords: HashSketch

    init(_ text: TokenisedText) {
        self.text = text
        words = text.lexicon.words
        var common = HashSketch(count: text.tokens.count)
        var capitalised = HashSketch(count: text.tokens.count)
        var before: TokenKind?
        for token in text.tokens {
            defer { before = token.kind }
            guard token.kind == .word, !token.word.isKnown else { continue }
            if !token.has([.capitalised, .allCapitals]) { common.insert(token.hash) }
            if token.has(.capitalised), before == .word || before == .comma { capitalised.insert(token.hash) }
        }
        commonWords = common
        capitalisedWords = capitalised
    }
}

/// A shallow parser in the sense of S. Abney, “Parsing by Chunks” (1991): no tree, no backtracking beyond a few tokens.
struct Chunker {
    private let source: ChunkSource
    var chunks: [Chunk] = []
    var sentenceChunks: [Range<Int>] = []
    /// The tokens of every proper name, titles left out.
    var names: [Range<Int>] = []
    /// The tokens inside the quotations that are chunks, and, sentence by sentence, their own chunks.
    var spoken: [Range<Int>] = []
    var quotedChunks: [Range<Int>] = []
    /// The end of the sentence that is being read.
    var limit = 0
    init(_ text: TokenisedText) {
        source = ChunkSource(text)
        chunks.reserveCapacity(text.tokens.count / 2)
        sentenceChunks.reserveCapacity(text.sentences.count)
    }

    var text: TokenisedText { source.text }
    var words: KeyWords { source.words }
    var commonWords: HashSketch { source.commonWords }
    var capitalisedWords: HashSketch { source.capitalisedWords }

    mutating func run() {
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
    mutating func chunk(at index: Int) -> Int {
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

    mutating func phrase(at index: Int, _ token: Token) -> Int {
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
        if token.openings.has(.phrase), let phrase = longestPhrase(at: index), phrase.classes.has(.adverb) {
            return add(.adverb, index..<index + phrase.count)
        }
        return nil
    }

    func longestPhrase(at index: Int) -> PhraseTable.Phrase? {
        text.lexicon.phrases.longest(at: index, in: text.tokens, before: limit)
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
