// Verb groups: «n'a pas précisé», «s'est félicité», «a, à cette occasion, exposé», «finit par avouer».

extension Chunker {
    /// Whether «le», «la», «les», «l'», «leur», «en» stand before a verb: «qui l'a rejointe», «comme le raconte X».
    func isClitic(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.has(.clitic), isWord(index + 1) else { return false }
        var next = index + 1
        while classes(next).has(.clitic), !classes(next).has(.determiner), next < index + 3 { next += 1 }
        let after = classes(next)
        if after.has([.auxiliaryHave, .auxiliaryBe]) { return after.has(.finite) && !text.tokens[next].isCapitalised }
        guard after.has(.finite), !text.tokens[next].isCapitalised else { return false }
        // «le syndicat |y| voit …»: nothing but a verb follows.
        if token.word == words.y { return true }
        if token.word == words.en {
            // «en place» is no verb; «il en parle», «n'en dit» are.
            let before = index > 0 ? text.tokens[index - 1].classes : []
            return !after.has(.noun) && before.has([.subjectPronoun, .negation, .relative, .clitic, .reflexive])
                && !before.has([.preposition, .of])
        }
        if !token.has(.determiner) { return true }
        // «le demande» may be a noun with its article: only a subject or «qui» before it makes it a verb.
        guard index > 0 else { return false }
        let before = text.tokens[index - 1]
        let afterSubject =
            before.has([.subjectPronoun, .negation, .relative]) || before.word == words.comme
            || before.has(.reflexive)
            || before.has(.clitic) && !before.has(.determiner) && before.word != words.lui
        return afterSubject
    }

    /// Whether a word is a finite verb where it stands: «annonce» is one in «il annonce», none in «l'annonce».
    func isFinite(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .word else { return false }
        guard token.has(.finite) else { return isUnknownVerb(index, token) }
        if token.has([.auxiliaryHave, .auxiliaryBe]) {
            if token.has(.capitalised),
                !isFirst(index) || kind(index + 1) != .word || !text.tokens[index + 1].has(.inverted)
            {
                return false
            }
            return
                !(index > 0 && token.has(.present) && text.tokens[index - 1].word == text.lexicon.words.on
                && text.tokens[index - 1].has(.elision))
        }
        if token.isCapitalised { return index + 1 < limit && text.tokens[index + 1].has(.inverted) }
        guard index > 0, !isSentenceStart(index) else { return true }
        let before = text.tokens[index - 1]
        // «Europe 1 |annonce| …»
        if before.kind == .number { return endsMediaName(index - 1) }
        guard before.kind == .word else { return true }
        if before.has(.subjectPronoun) || before.has(.negation) || before.has(.reflexive) { return true }
        if before.has([.preposition, .of, .contracted, .contractedTo, .demonstrative, .possessive]) {
            return before.has(.clitic) && isClitic(index - 1)
        }
        if before.has(.determiner) {
            return before.has(.clitic) ? isClitic(index - 1) : before.has(.pronoun) && !token.has(.noun)
        }
        if before.has(.adjective), !before.has(.noun), token.has(.noun) { return false }
        if token.has(.commonAdjective), !before.isCapitalised {
            // «la centrale précise que», but «une note précise».
            return classes(index + 1).has([.que, .determiner]) || self.token(index + 1)?.isQuote ?? false
        }
        return true
    }

    /// «France |24|», «Europe |1|»
    private func endsMediaName(_ number: Int) -> Bool {
        guard number > 0, text.tokens[number - 1].isCapitalised, let phrase = longestPhrase(at: number - 1) else {
            return false
        }
        return phrase.count == 2 && phrase.classes.has(.mediaName)
    }

    /// «qui |coiffe| les wilayas»: a word that the lexicon does not have is a verb where only a verb can stand.
    private func isUnknownVerb(_ index: Int, _ token: Token) -> Bool {
        guard !token.word.isKnown, token.classes.isEmpty, !token.isCapitalised, index > 0, !isSentenceStart(index)
        else {
            return false
        }
        let before = text.tokens[index - 1]
        return before.word == words.qui || before.has(.subjectPronoun) && !before.has(.clitic) || before.has(.negation)
    }

    func isSentenceStart(_ index: Int) -> Bool {
        index == text.sentences[Int(text.tokens[index].sentence)].tokens.lowerBound
    }

    /// Reads clitics, a verb or an auxiliary with its participle, and what goes with them; nil where there is no verb.
    mutating func verbGroup(at start: Int) -> Int? {
        guard let first = token(start), mayOpenVerb(first) else { return nil }
        var index = start
        var flags: ChunkFlags = []
        var isNe = false
        // «ne», «se», «lui», «en»
        while let token = token(index), token.kind == .word {
            if token.has(.negation) {
                isNe = true
            } else if token.has(.reflexive) {
                flags.insert(.reflexive)
            } else if token.word == words.lui, token.isCapitalised {
                // «Lui évoque une provocation»: a subject.
                break
            } else if token.has(.negative), isNe, index > start, classes(index + 1).has([.infinitive, .clitic]) {
                // «ne pas être»
            } else if token.has(.clitic), index > start || isClitic(index), isClitic(index) || isVerbNext(index) {
                flags.insert(.hasClitic)
            } else if token.word == words.y, classes(index + 1).has(.presentParticiple) {
                // «y voyant un signe de …»
                flags.insert(.hasClitic)
            } else {
                break
            }
            index += 1
            if index - start > 5 { return nil }
        }
        guard let token = token(index), token.kind == .word else { return nil }
        if flags.has(.reflexive), !token.word.isKnown, token.classes.isEmpty, !token.isCapitalised {
            // «s'expatrier», «se gargarise»: only a verb follows.
            let last = text.bytes[Int(token.end) - 1]
            if last == UInt8(ascii: "r") { return nonFinite(.infinitive, start, index, flags, isNe) }
            if token.end - token.start > 3 { return finish(start, index, flags, isNe) }
        }
        if isFinite(index) {
            return finish(start, index, flags, isNe)
        }
        if token.has(.presentParticiple), !isNoun(index) {
            let withEn = index > 0 && start > 0 && text.tokens[start].word == words.en
            return nonFinite(.gerund, start, index, withEn ? flags.union(.withEn) : flags, isNe)
        }
        if word(start) == words.en, start == index, classes(index + 1).has(.presentParticiple) {
            return nonFinite(.gerund, start, index + 1, .withEn, isNe)
        }
        if token.has(.infinitive), !token.isCapitalised, !isNoun(index) {
            return nonFinite(.infinitive, start, index, flags, isNe)
        }
        if index == start, token.has(.pastParticiple), !token.isCapitalised || isFirst(index), !isNoun(index),
            !token.has(.role) || !isAfterDeterminer(index)
        {
            let end = add(.participle, index..<index + 1)
            chunks[chunks.count - 1].verb = Int16(truncatingIfNeeded: text.lexicon.verbIndex(token.word))
            return end
        }
        return nil
    }

    /// Whether a verb group may begin with a token; with most it cannot.
    private func mayOpenVerb(_ token: Token) -> Bool {
        token.has(Self.verbOpeners) || !token.word.isKnown && !token.isCapitalised
    }

    private static var verbOpeners: WordClass { WordClass.verb.union([.negation, .reflexive, .clitic]) }

    private func isVerbNext(_ index: Int) -> Bool {
        classes(index + 1).has(.verb) && !classes(index + 1).has(.preposition)
    }

    private func isAfterDeterminer(_ index: Int) -> Bool {
        index > 0 && text.tokens[index - 1].has([.determiner, .contracted, .contractedTo, .adjective])
    }

    /// A form of a verb after a determiner is a noun: «le dîner», «un participant», «l'accusé».
    func isNoun(_ index: Int) -> Bool {
        guard index > 0, !isSentenceStart(index) else { return false }
        let before = text.tokens[index - 1]
        guard before.kind == .word, before.has([.determiner, .contracted, .contractedTo]) else { return false }
        return !(before.has(.clitic) && isClitic(index - 1)) && !before.has(.clitic)
            || before.has(.definite) && !text.tokens[index].has(.infinitive)
    }

    private mutating func nonFinite(_ kind: Chunk.Kind, _ start: Int, _ index: Int, _ flags: ChunkFlags, _ isNe: Bool)
        -> Int
    {
        var end = index + 1
        var head = index
        // «ayant affirmé», «avoir affirmé», «ayant été …»
        if text.tokens[index].has([.auxiliaryHave, .auxiliaryBe]) {
            var next = end
            while classes(next).has([.adverb, .negative]), next < end + 4 { next += 1 }
            if word(next) == words.beenParticiple, classes(next + 1).has(.pastParticiple) { next += 1 }
            if classes(next).has(.pastParticiple) {
                head = next
                end = next + 1
            }
        }
        let isNegated = isNe || start > 0 && word(start - 1) == words.sans
        end = complete(&head, end)
        let result = add(kind, start..<end, head: head)
        chunks[chunks.count - 1].verb = Int16(truncatingIfNeeded: text.lexicon.verbIndex(word(head)))
        chunks[chunks.count - 1].flags = isNegated ? flags.union(.negated) : flags
        return result
    }

    private mutating func finish(_ start: Int, _ finite: Int, _ flags: ChunkFlags, _ isNe: Bool) -> Int {
        var flags = flags
        var end = finite + 1
        var head = finite
        var isNegative = false
        let first = text.tokens[finite]
        let isAuxiliary = first.has([.auxiliaryHave, .auxiliaryBe])
        if first.has([.future, .conditional]), !first.has(.present) {
            // «dira-t-il», «précisera l'avocat» tell what was said; «aurait dit», «dirait» do not.
            if first.has(.conditional) && !isAuxiliary { flags.insert(.unrealised) }
        }
        func takeInverted() {
            if let next = token(end), next.has(.inverted) {
                flags.insert(.inverted)
                end += 1
            }
        }
        takeInverted()
        var scan = end
        func skipAdverbs() {
            while let next = token(scan), next.kind == .word, next.has([.adverb, .negative]) || opensAdverb(scan) > 0 {
                if next.has(.negative) { isNegative = true }
                scan += max(1, opensAdverb(scan))
                if scan - end > 6 { break }
            }
        }
        skipAdverbs()
        if isAuxiliary {
            if kind(scan) == .comma, let after = afterInsertion(scan) { scan = after }
            skipAdverbs()
            // «une fois de plus», «à plusieurs reprises», «lui aussi»
            if let after = afterShortAdverbial(scan) { scan = after }
            let isBe = first.has(.auxiliaryBe)
            var isPassive = isBe && !flags.has(.reflexive)
            if word(scan) == words.beenParticiple {
                let afterwards = scan + 1
                end = afterwards
                head = scan
                scan = afterwards
                isPassive = true
                skipAdverbs()
            }
            if let participle = token(scan), participle.kind == .word, isParticiple(scan) {
                head = scan
                end = scan + 1
                flags.insert(.compound)
                if isPassive { flags.insert(.passive) }
                end = complete(&head, end)
            } else if head == finite, isNegative {
                end = max(end, scan)
            }
        } else {
            end = complete(&head, end)
            if isNegative { end = max(end, scan) }
        }
        if let inner = chain(from: &end, head: &head, flags: &flags) { end = inner }
        if isNe, isNegative { flags.insert(.negated) }
        // «n'a présenté aucun document», «n'annonce rien»
        if isNe, text.lexicon.group(ofNoun: word(end)).has(.none) { flags.insert(.negated) }
        if isNe, !isNegative, [.negative].contains(where: { classes(end).has($0) }) { flags.insert(.negated) }
        let result = add(.verb, start..<end, head: head)
        chunks[chunks.count - 1].verb = Int16(truncatingIfNeeded: text.lexicon.verbIndex(word(head)))
        if first.has(.verbPlural), !first.has(.verbSingular) { flags.insert(.plural) }
        chunks[chunks.count - 1].flags = flags
        return result
    }
}
