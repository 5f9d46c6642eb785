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
        if token.word == words.en || token.word == words.y {
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
        if token.has(.commonAdjective), !before.isCapitalised {
            // «la centrale précise que», but «une note précise».
            return classes(index + 1).has([.que, .determiner]) || self.token(index + 1)?.isQuote ?? false
        }
        return true
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

    /// «faire savoir», «faire valoir», «laisser entendre»: the second verb carries the meaning; returns the new end.
    private func complete(_ head: inout Int, _ end: Int) -> Int {
        let group = group(ofVerbAt: head)
        guard !group.isDisjoint(with: [.causing, .letting, .putting]) else { return end }
        let next = word(end)
        if group.has(.causing),
            next == words.savoir || next == words.valoir || next == words.remarquer
                || next == words.part || next == words.etat || next == words.dire || next == words.grief
        {
            return end + 1
        }
        if group.has(.putting) {
            // «mettent également en garde»
            var scan = end
            while classes(scan).has(.adverb), isWord(scan), scan < end + 3 { scan += 1 }
            if word(scan) == words.en, word(scan + 1) == words.garde { return scan + 2 }
        }
        if group.has(.letting), next == words.entendre { return end + 1 }
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
        let group = group(ofVerbAt: head)
        guard !group.isDisjoint(with: [.unrealised, .daring, .wanting, .holding, .ending, .coming, .causing]) else {
            return nil
        }
        var next = end
        let link = word(next)
        if group.has([.unrealised, .daring]) {
            if classes(next).has([.adverb]) { next += 1 }
            while classes(next).has(.clitic) || classes(next).has(.reflexive) { next += 1 }
            guard classes(next).has(.infinitive) else { return nil }
            head = next
            if group.has(.unrealised) { flags.insert(.unrealised) }
            var afterwards = head
            return complete(&afterwards, next + 1)
        }
        if group.has(.wanting) {
            while classes(next).has(.clitic) { next += 1 }
            guard classes(next).has(.infinitive), classes(next).has(.speech) else { return nil }
            if !flags.has(.compound) { flags.insert(.unrealised) }
        } else if group.has(.holding) {
            guard link == words.a, classes(next + 1).has(.infinitive) else { return nil }
            next += 1
        } else if group.has(.ending) {
            guard link == words.par || link == words.a, classes(next + 1).has(.infinitive) else { return nil }
            next += 1
        } else if group.has(.coming) {
            guard link == words.de || link == words.elidedDe || link == words.a else { return nil }
            next += 1
            while classes(next).has(.clitic) || classes(next).has(.reflexive) { next += 1 }
            guard classes(next).has(.infinitive) else { return nil }
        } else {
            guard word(next) == words.dire else { return nil }
        }
        guard classes(next).has(.speech), classes(next).has(.infinitive) else { return nil }
        head = next
        var afterwards = head
        return complete(&afterwards, next + 1)
    }

    private func group(ofVerbAt index: Int) -> VerbGroup {
        text.lexicon.group(ofVerb: text.lexicon.verbIndex(word(index)))
    }
}
