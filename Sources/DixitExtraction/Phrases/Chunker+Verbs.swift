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
        if !token.has(.determiner) { return true }
        // «le demande» may be a noun with its article: only a subject or «qui» before it makes it a verb.
        guard index > 0 else { return false }
        let before = text.tokens[index - 1]
        let afterSubject =
            before.has([.subjectPronoun, .negation, .relative]) || before.word == words.comme
            || before.has(.reflexive) || before.has(.clitic) && !before.has(.determiner)
        return afterSubject
            || !after.has(.noun) && !after.has(.pastParticiple) && after.has(.verbSingular)
                && word(index) != words.on && token.has(.elision) == false && before.kind == .word
                && !before.has(.preposition) && !after.has(.adjective)
    }

    /// Whether a word is a finite verb where it stands: «annonce» is one in «il annonce», none in «l'annonce».
    func isFinite(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .word, token.has(.finite) else { return false }
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
        if before.kind == .number { return false }
        guard before.kind == .word else { return true }
        if before.has(.subjectPronoun) || before.has(.negation) || before.has(.reflexive) { return true }
        if before.has([.preposition, .of, .contracted, .contractedTo, .demonstrative, .possessive]) {
            return before.has(.clitic) && isClitic(index - 1)
        }
        if before.has(.determiner) {
            return before.has(.clitic) ? isClitic(index - 1) : before.has(.pronoun) && !token.has(.noun)
        }
        if before.has(.adjective), !before.has(.noun), token.has(.noun) { return false }
        if token.has(.commonAdjective), !before.isCapitalised { return false }
        return true
    }

    func isSentenceStart(_ index: Int) -> Bool {
        index == text.sentences[Int(text.tokens[index].sentence)].tokens.lowerBound
    }

    /// Reads clitics, a verb or an auxiliary with its participle, and what goes with them; nil where there is no verb.
    mutating func verbGroup(at start: Int) -> Int? {
        var index = start
        var flags: ChunkFlags = []
        var isNe = false
        // «ne», «se», «lui», «en»
        while let token = token(index), token.kind == .word {
            if token.has(.negation) {
                isNe = true
            } else if token.has(.reflexive) {
                flags.insert(.reflexive)
            } else if token.has(.clitic), index > start || isClitic(index), isClitic(index) || isVerbNext(index) {
                flags.insert(.hasClitic)
            } else {
                break
            }
            index += 1
            if index - start > 5 { return nil }
        }
        guard let token = token(index), token.kind == .word else { return nil }
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

    private func isVerbNext(_ index: Int) -> Bool {
        classes(index + 1).has(.verb) && !classes(index + 1).has(.preposition)
    }

    private func isAfterDeterminer(_ index: Int) -> Bool {
        index > 0 && text.tokens[index - 1].has([.determiner, .contracted, .contractedTo, .adjective])
    }

    /// A form of a verb after a determiner is a noun: «le dîner», «un participant», «l'accusé».
    private func isNoun(_ index: Int) -> Bool {
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
            if word(next) == text.lexicon.word("été"), classes(next + 1).has(.pastParticiple) { next += 1 }
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

    /// «faire savoir», «faire valoir», «laisser entendre»: the second verb carries the meaning; returns the new end.
    private func complete(_ head: inout Int, _ end: Int) -> Int {
        guard let verb = text.lexicon.verb(word(head)) else { return end }
        let next = word(end)
        if verb.lemma == "faire",
            next == words.savoir || next == words.valoir || next == words.remarquer
                || next == words.part || next == words.etat || next == words.dire
        {
            return end + 1
        }
        if verb.lemma == "laisser", text.lexicon.text(next) == "entendre" { return end + 1 }
        return end
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
            if word(scan) == text.lexicon.word("été") {
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
        if isNe, !isNegative, [.negative].contains(where: { classes(end).has($0) }) { flags.insert(.negated) }
        let result = add(.verb, start..<end, head: head)
        chunks[chunks.count - 1].verb = Int16(truncatingIfNeeded: text.lexicon.verbIndex(word(head)))
        if first.has(.verbPlural), !first.has(.verbSingular) { flags.insert(.plural) }
        chunks[chunks.count - 1].flags = flags
        return result
    }

    private func opensAdverb(_ index: Int) -> Int {
        guard text.lexicon.phrases.opens(word(index)), let phrase = longestPhrase(at: index),
            phrase.classes.has(.adverb)
        else { return 0 }
        return phrase.words.count
    }

    /// «a, à cette occasion, |exposé»
    private func afterInsertion(_ comma: Int) -> Int? {
        for index in comma + 1..<min(comma + 14, limit) where kind(index) == .comma {
            return isParticiple(index + 1) || classes(index + 1).has(.adverb) && isParticiple(index + 2)
                ? index + 1 : nil
        }
        return nil
    }

    /// «s'est une fois de plus |félicité», «a par ailleurs, |souligné»
    private func afterShortAdverbial(_ index: Int) -> Int? {
        if kind(index) == .comma, isParticiple(index + 1) { return index + 1 }
        guard isWord(index), !isParticiple(index),
            classes(index).has([.determiner, .preposition, .adverb, .pronoun, .of])
                || word(index) == words.lui
        else { return nil }
        for next in index + 1..<max(index + 1, min(index + 6, limit)) {
            guard isWord(next) else { return kind(next) == .comma && isParticiple(next + 1) ? next + 1 : nil }
            if text.tokens[next].isCapitalised { return nil }
            if classes(next).has(.speech), isParticiple(next), !classes(next - 1).has([.determiner, .of]) {
                return next
            }
            if classes(next).has(.finite), !classes(next).has(.noun) { return nil }
        }
        return nil
    }

    /// A past participle: of a known verb, or, after an auxiliary, by its ending («vilipendé»).
    func isParticiple(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .word, !token.isCapitalised else { return false }
        if token.has(.pastParticiple) { return true }
        guard !token.word.isKnown, token.end - token.start >= 4 else { return false }
        let last = Int(token.end)
        // «é», «ée», «és»
        let bytes = text.bytes
        func isAcute(_ end: Int) -> Bool { end >= 2 && bytes[end - 2] == 0xC3 && bytes[end - 1] == 0xA9 }
        return isAcute(last) || (bytes[last - 1] == 0x65 || bytes[last - 1] == 0x73) && isAcute(last - 1)
            || bytes[last - 2] == 0x65 && bytes[last - 1] == 0x73 && isAcute(last - 2)
    }

    /// «vient de déclarer», «tient à préciser», «finit par avouer», «a voulu rappeler»: the infinitive is the cue. «doit
    /// annoncer», «va dire», «pourrait demander» have not been said yet.
    private func chain(from end: inout Int, head: inout Int, flags: inout ChunkFlags) -> Int? {
        guard let verb = text.lexicon.verb(word(head)) else { return nil }
        var next = end
        let link = word(next)
        switch verb.lemma {
        case "devoir", "pouvoir", "aller", "falloir", "compter", "prévoir", "espérer", "sembler", "paraître", "oser",
            "risquer":
            if classes(next).has([.adverb]) { next += 1 }
            while classes(next).has(.clitic) || classes(next).has(.reflexive) { next += 1 }
            guard classes(next).has(.infinitive) else { return nil }
            head = next
            if verb.lemma != "oser" { flags.insert(.unrealised) }
            var afterwards = head
            let result = complete(&afterwards, next + 1)
            return result
        case "vouloir", "souhaiter", "désirer":
            while classes(next).has(.clitic) { next += 1 }
            guard classes(next).has(.infinitive), classes(next).has(.speech) else { return nil }
            if !flags.has(.compound) { flags.insert(.unrealised) }
        case "tenir":
            guard link == words.a, classes(next + 1).has(.infinitive) else { return nil }
            next += 1
        case "finir", "commencer", "terminer":
            guard link == words.par || link == words.a, classes(next + 1).has(.infinitive) else { return nil }
            next += 1
        case "venir", "continuer", "cesser", "manquer":
            guard link == words.de || link == words.elidedDe || link == words.a else { return nil }
            next += 1
            while classes(next).has(.clitic) || classes(next).has(.reflexive) { next += 1 }
            guard classes(next).has(.infinitive) else { return nil }
        case "faire":
            guard word(next) == words.dire else { return nil }
        default: return nil
        }
        guard classes(next).has(.speech), classes(next).has(.infinitive) else { return nil }
        head = next
        var afterwards = head
        return complete(&afterwards, next + 1)
    }
}
