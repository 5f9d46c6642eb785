// What goes with a verb: adverbs between, a participle, an infinitive that it carries.

extension Chunker {
    /// «faire savoir», «faire valoir», «laisser entendre»: the second verb carries the meaning; returns the new end.
    func complete(_ head: inout Int, _ end: Int) -> Int {
        let group = group(ofVerbAt: head)
        guard !group.isDisjoint(with: [.causing, .letting, .putting]) else { return end }
        let next = word(end)
        if group.has(.causing),
            next == words.savoir || next == words.valoir || next == words.remarquer
                || next == words.part || next == words.etat || next == words.grief
                || next == words.reference || next == words.allusion
        {
            return end + 1
        }
        if group.has(.putting) {
            // «mettent également en garde», «a mis en avant»
            var scan = end
            while classes(scan).has(.adverb), isWord(scan), scan < end + 3 { scan += 1 }
            if word(scan) == words.en,
                [words.garde, words.avant, words.cause, words.doute, words.exergue].contains(word(scan + 1))
            {
                return scan + 2
            }
        }
        if group.has(.letting), next == words.entendre { return end + 1 }
        return end
    }

    func opensAdverb(_ index: Int) -> Int {
        guard let phrase = longestPhrase(at: index),
            phrase.classes.has(.adverb)
        else { return 0 }
        return phrase.count
    }

    /// «a, à cette occasion, |exposé»
    func afterInsertion(_ comma: Int) -> Int? {
        for index in comma + 1..<min(comma + 14, limit) where kind(index) == .comma {
            return isParticiple(index + 1) || classes(index + 1).has(.adverb) && isParticiple(index + 2)
                ? index + 1 : nil
        }
        return nil
    }

    /// «s'est une fois de plus |félicité», «a par ailleurs, |souligné»
    func afterShortAdverbial(_ index: Int) -> Int? {
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
    func chain(from end: inout Int, head: inout Int, flags: inout ChunkFlags) -> Int? {
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

    func group(ofVerbAt index: Int) -> VerbGroup {
        text.lexicon.group(ofVerb: text.lexicon.verbIndex(word(index)))
    }
}
