// Reads the events and agreements of a text, sentence by sentence, from the nouns that denote them.

import DixitText

/// Holds what both share: the phrases, the dates, the entities, what was found so far.
struct HappeningReader {
    let annotated: AnnotatedText
    let terms: TermLists
    let dates: [DateExpression]
    let resolver: DateResolver
    /// Resolves «le ministère», «la région»; its table takes the parties and organisers that are new.
    var speech: SpeechReader
    var events: [EventDraft] = []
    var eventMentions: [EventMention] = []
    var agreements: [AgreementDraft] = []
    /// The noun that an entity shares with others, in the singular: «université» for «les universités Hassan II et X».
    var sharedNouns: [Int: String] = [:]
    /// The sentence that is being read, and its chunks.
    var sentence = 0
    var range: Range<Int> = 0..<0
    /// The day spoken of last, from which «la veille» counts.
    private var anchor: PartialDate?

    init(_ annotated: AnnotatedText, dates: [DateExpression], resolver: DateResolver, speech: SpeechReader) {
        self.annotated = annotated
        self.dates = dates
        self.resolver = resolver
        self.speech = speech
        self.speech.recentSpeakers = []
        terms = annotated.lexicon.terms
    }

    var chunks: [Chunk] { annotated.chunks }
    var tokens: [Token] { annotated.text.tokens }
    var words: KeyWords { annotated.lexicon.words }

    mutating func read() {
        for number in annotated.sentenceChunks.indices {
            let tokens = annotated.text.sentences[number].tokens
            guard mentionsSomething(tokens) else { continue }
            enter(number)
            readEvents(in: tokens)
            readAgreements(in: tokens)
        }
    }

    /// Whether a sentence has a noun for an event or an agreement; most have none.
    private func mentionsSomething(_ range: Range<Int>) -> Bool {
        let occasion = words.occasion
        return annotated.text.tokens[range].contains {
            $0.openings.has([.event, .agreement]) || $0.word == occasion
        }
    }

    mutating func enter(_ number: Int) {
        sentence = number
        range = annotated.sentenceChunks[number]
        speech.sentence = number
        speech.range = range
    }

    func chunk(_ index: Int) -> Chunk? { range.contains(index) ? annotated.chunks[index] : nil }
    func chunkIndex(at token: Int) -> Int { annotated.chunkIndex(at: token, in: range) }

    func deed(_ chunk: Chunk) -> Deed { terms.deed(Int(chunk.verb)) }
    func preposition(_ chunk: Chunk) -> WordID {
        chunk.preposition >= 0 ? annotated.text.tokens[Int(chunk.preposition)].word : .unknown
    }

    // MARK: Dates

    /// The first date that begins in some tokens.
    func expression(in range: Range<Int>) -> DateExpression? {
        var low = 0
        var high = dates.count
        while low < high {
            let middle = (low + high) / 2
            if dates[middle].tokens.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < dates.count && dates[low].tokens.lowerBound < range.upperBound ? dates[low] : nil
    }

    /// Whether a chunk is a date: «samedi», «le 12 mai», «hier», «en 2016»; not «la réunion de samedi».
    func isDate(_ chunk: Chunk) -> Bool {
        switch chunk.kind {
        case .nounPhrase: chunk.has(.time) || expression(in: chunk.tokens)?.tokens.lowerBound == Int(chunk.head)
        case .adverb, .other: expression(in: chunk.tokens) != nil
        default: false
        }
    }

    /// The resolved date that begins in some tokens; nil where there is none or where it stays open.
    mutating func date(in tokens: Range<Int>, tense: Tense? = nil) -> ExtractedDate? {
        guard let expression = expression(in: tokens) else { return nil }
        let tense = tense ?? annotated.tense(around: expression.tokens.lowerBound, in: range)
        guard let date = resolver.date(of: expression, tense: tense, anchor: anchor) else { return nil }
        if date.day > 0 { anchor = date }
        return ExtractedDate(date: date, range: annotated.text.range(of: expression.tokens))
    }

    // MARK: Nouns

    /// The phrase around a noun; nil where the word is a verb here or begins a compound.
    func mention(of noun: Range<Int>, label: Int) -> NounMention? {
        let chunk = chunkIndex(at: noun.lowerBound)
        guard chunks.indices.contains(chunk), chunks[chunk].kind == .nounPhrase,
            chunks[chunk].tokens.contains(noun.lowerBound)
        else { return nil }
        let first = annotated.text.sentences[sentence].tokens.lowerBound
        var start = noun.lowerBound
        var isAnother = false
        while start > first, noun.lowerBound - start < 4 {
            let before = tokens[start - 1]
            let isAdjective = before.kind == .word && before.has(.adjective) && !before.has(.determiner)
            guard isAdjective || before.kind == .number || before.kind == .openQuote else { break }
            if let name = terms.ties.name(at: start - 1, in: tokens, before: start), name == "another" {
                isAnother = true
            }
            start -= 1
        }
        var mention = NounMention(
            label: label, noun: noun, phrase: start..<end(of: noun, in: chunks[chunk]), outerStart: start,
            determiner: .none, isPlural: false, chunk: chunk, isAnother: isAnother)
        guard start > first else { return mention }
        let before = tokens[start - 1]
        guard before.kind == .word else { return mention }
        if before.has([.contracted, .contractedTo]) {
            mention.determiner = .definite
            mention.outerStart = start - 1
            mention.isPlural = before.has(.plural) || before.word == words.des || before.word == words.aux
        } else if before.has(.determiner) {
            mention.determiner =
                before.has(.demonstrative)
                ? .demonstrative
                : before.has(.possessive) ? .possessive : before.has(.definite) ? .definite : .indefinite
            mention.phrase = start - 1..<mention.phrase.upperBound
            mention.outerStart = start - 1
            mention.isPlural = before.has(.plural) && !before.has(.singular)
        }
        return mention
    }

    /// The end of a phrase without a mark or the beginning of a date: «une réunion |fin août|».
    private func end(of noun: Range<Int>, in chunk: Chunk) -> Int {
        var end = max(noun.upperBound, Int(chunk.end))
        while end > noun.upperBound, tokens[end - 1].isQuote || tokens[end - 1].openings.has(.date) { end -= 1 }
        return end
    }

    /// What ties a phrase to what stands before it: `occasion` for «|lors de| la rencontre», «|au cours d'|une réunion».
    func tie(before start: Int) -> String? {
        let first = annotated.text.sentences[sentence].tokens.lowerBound
        var end = start
        // The fused article of «du», «au» belongs to the phrase: «à l'issue |du| sommet».
        while end > first, tokens[end - 1].has(.of), end > start - 2 { end -= 1 }
        for length in 1...4 where end - length >= first {
            if let match = terms.ties.match(at: end - length, in: tokens, before: end), match.end == end {
                return terms.ties.labels[match.label].name
            }
        }
        return nil
    }

    /// The tie that begins a chunk, and the token after it with a «de» or «avec» passed over.
    func tie(at index: Int) -> (name: String, end: Int)? {
        let limit = annotated.text.sentences[sentence].tokens.upperBound
        guard let match = terms.ties.match(at: index, in: tokens, before: limit) else { return nil }
        var end = match.end
        if end < limit, tokens[end].has([.of, .contracted]) || tokens[end].word == words.avec { end += 1 }
        return (terms.ties.labels[match.label].name, end)
    }

    /// Whether a token stands inside quotation marks.
    func isQuoted(_ token: Int) -> Bool {
        let chunk = chunkIndex(at: token)
        return chunks.indices.contains(chunk) && chunks[chunk].kind == .quotation
    }
}
