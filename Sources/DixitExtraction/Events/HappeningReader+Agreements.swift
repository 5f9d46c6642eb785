// Finds agreements: what was signed, by whom, to what end.

import DixitText

extension HappeningReader {
    private static var reach: Int { 28 }
    private static var salientAgreements: Int { 6 }

    mutating func readAgreements(in sentence: Range<Int>) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard let match = terms.agreements.match(at: index, in: tokens, before: sentence.upperBound) else {
                index += 1
                continue
            }
            if let mention = mention(of: index..<match.end, label: match.label), !isSetPhrase(mention),
                !isQuoted(index)
            {
                readAgreement(mention)
            }
            index = match.end
        }
    }

    /// «d'accord», «en accord avec», «d'un commun accord», «l'accord du participe», «donner son accord»: nothing was signed.
    private func isSetPhrase(_ mention: NounMention) -> Bool {
        if mention.determiner == .possessive { return true }
        guard mention.noun.lowerBound > 0 else { return false }
        let before = tokens[mention.noun.lowerBound - 1]
        if before.hash == Self.commun { return true }
        let isFirst = mention.noun.lowerBound == annotated.text.sentences[sentence].tokens.lowerBound
        guard mention.determiner == .none, !isFirst else { return false }
        // «signature |d'accords|», «projet |d'accord|» are none; «en partenariat», «sous contrat», «d'accord» are.
        return before.has(.of) ? governor(of: mention) == nil : before.has(.preposition)
    }

    private static let commun = WrittenForm.hash("commun".utf8)

    /// The noun before «de»: «|signature| d'une convention», «|projet| de memorandum», and where it begins.
    private func governor(of mention: NounMention) -> (name: String, start: Int)? {
        let first = annotated.text.sentences[sentence].tokens.lowerBound
        var index = mention.outerStart - 1
        if mention.outerStart < mention.phrase.lowerBound { index = mention.outerStart }
        guard index >= first else { return nil }
        guard tokens[index].has([.of, .contracted]) else { return nil }
        index -= 1
        // «la signature |solennelle| de»
        var steps = 0
        while index >= first, steps < 2 {
            if let name = terms.ties.name(at: index, in: tokens, before: index + 1) { return (name, index) }
            guard tokens[index].kind == .word, !tokens[index].has(.functional) else { return nil }
            index -= 1
            steps += 1
        }
        return nil
    }

    private mutating func readAgreement(_ mention: NounMention) {
        var draft = AgreementDraft(label: mention.label, mention: mention.phrase)
        if terms.ties.name(at: mention.phrase.lowerBound, in: tokens, before: mention.noun.upperBound) == "every" {
            return
        }
        var hasProof = readGovernors(mention, &draft)
        switch readVerbBefore(mention, &draft) {
        case .nothing: return
        case .agreement: hasProof = true
        case .unknown: break
        }
        let hasParties = readRight(mention, &draft)
        draft.event = eventHere(mention)
        if let known = antecedent(of: mention, draft) {
            merge(draft, into: known)
            return
        }
        let isLoose = terms.agreements.labels[mention.label].flags.contains("loose")
        guard
            draft.status != nil
                || hasProof && (!draft.parties.isEmpty || mention.noun.upperBound < mention.phrase.upperBound)
                || hasParties && !isLoose
        else { return }
        agreements.append(draft)
    }

    // MARK: Before the noun

    /// «la signature d'un projet de memorandum d'entente», «aux termes de l'accord»
    private mutating func readGovernors(_ mention: NounMention, _ draft: inout AgreementDraft) -> Bool {
        var mention = mention
        var found: [String] = []
        for _ in 0..<3 {
            guard let governor = governor(of: mention) else { break }
            found.append(governor.name)
            guard governor.name == "draft" || governor.name == "signing" || governor.name == "ending" else { break }
            // The phrase of the governor itself: «d'|un projet|».
            var start = governor.start
            if start > 0, tokens[start - 1].has(.determiner), tokens[start - 1].kind == .word { start -= 1 }
            mention.outerStart = start
            mention.phrase = start..<max(start + 1, mention.phrase.upperBound)
            draft.mention =
                min(
                    draft.mention.lowerBound, governor.name == "draft" ? start : draft.mention.lowerBound)..<draft
                .mention.upperBound
        }
        if found.contains("signing") {
            draft.status = signed(annotated.tense(around: mention.outerStart, in: range))
            draft.date = dateAround(mention.chunk)
        }
        if found.contains("ending") { draft.status = .terminated }
        if found.contains("draft") { draft.status = .draft }
        return tie(before: mention.outerStart) == "agreeing"
    }

    private func signed(_ tense: Tense) -> ExtractedAgreement.Status { tense == .future ? .announced : .signed }

    private enum Finding {
        /// «n'ont pas signé l'accord», «espèrent trouver un accord»
        case nothing
        case agreement
        case unknown
    }

    /// «A et B ont signé |un accord|», «dénonce |le traité|», «sont parvenus |à un accord|».
    private mutating func readVerbBefore(_ mention: NounMention, _ draft: inout AgreementDraft) -> Finding {
        guard governor(of: mention) == nil else { return .unknown }
        let isObject = chunks[mention.chunk].preposition < 0
        guard isObject || isLocative(chunks[mention.chunk]) else { return .unknown }
        var index = mention.chunk - 1
        while let chunk = chunk(index), mention.chunk - index < 5,
            chunk.kind == .adverb || chunk.kind == .comma
                || chunk.kind == .nounPhrase && (chunk.has(.time) || isLocative(chunk))
        {
            index -= 1
        }
        guard let verb = chunk(index), verb.kind == .verb || verb.kind == .infinitive || verb.kind == .gerund else {
            return .unknown
        }
        if verb.has(.negated) { return .nothing }
        // «sont parvenus» looks like a passive and is none.
        if verb.has(.passive), deed(verb) != .reach { return .unknown }
        let isDone = verb.kind == .gerund || verb.kind == .infinitive && startsWithAuxiliary(verb)
        let tense = verb.kind == .verb ? annotated.tense(of: verb) : isDone ? Tense.past : .future
        switch deed(verb) {
        case .reach:
            if tense == .future { return .nothing }
        case .terminate where isObject:
            // «veut dénoncer», «dénoncera»: not yet.
            if tense != .future { draft.status = .terminated }
        case .sign where isObject:
            if draft.status == nil { draft.status = signed(tense) }
        default: return .unknown
        }
        draft.date = dateAround(index)
        if verb.kind == .verb, !verb.has(.inverted), let subject = speech.subject(before: index) {
            draft.parties = subjects(subject, before: index)
        }
        return .agreement
    }

    private func startsWithAuxiliary(_ chunk: Chunk) -> Bool {
        chunk.tokens.contains { tokens[$0].has([.auxiliaryHave]) }
    }

    /// All of a coordinated subject: «|Le Maroc et l'Espagne| ont signé».
    private mutating func subjects(_ subject: Int, before verb: Int) -> [Int] {
        let (entities, end) = list(from: Int(chunks[subject].start))
        if !entities.isEmpty, end <= verb { return entities }
        return entity(ofChunk: subject).map { [$0] } ?? []
    }

    /// A day beside a verb: «a signé |samedi|», «|lundi|, les deux ministres ont signé».
    private mutating func dateAround(_ index: Int) -> ExtractedDate? {
        for next in [index + 1, index - 1, index + 2, index - 2, range.lowerBound] where range.contains(next) {
            let chunk = chunks[next]
            if isDate(chunk), expression(in: chunk.tokens)?.isDay ?? false { return date(in: chunk.tokens) }
        }
        return nil
    }

    // MARK: After the noun

    /// «signé samedi entre A, B et C, en vue de …»; whether «entre» names two parties or more.
    private mutating func readRight(_ mention: NounMention, _ draft: inout AgreementDraft) -> Bool {
        var index = mention.chunk + 1
        let limit = min(range.upperBound, index + Self.reach)
        let isSubject = chunks[mention.chunk].preposition < 0
        var isSigned = draft.status == .signed || draft.status == .announced || draft.status == .draft
        var hasVerb = false
        var hasBetween = false
        while index < limit {
            let chunk = chunks[index]
            if draft.purpose == nil, let tie = tie(at: Int(chunk.start)), tie.name == "purpose" || tie.name == "topic",
                let purpose = purpose(from: tie.end)
            {
                draft.purpose = purpose.tokens
                index = max(purpose.end, index + 1)
                continue
            }
            switch chunk.kind {
            case .nounPhrase:
                let word = preposition(chunk)
                if isDate(chunk) {
                    if isSigned, draft.date == nil { draft.date = date(in: chunk.tokens) }
                } else if word == words.entre || word == words.avec
                    || word == words.par && isSigned && draft.parties.isEmpty
                {
                    let (entities, next) = list(from: Int(chunk.preposition) + 1)
                    if word == words.entre {
                        draft.parties = entities
                        hasBetween = entities.count >= 2
                    } else {
                        for entity in entities where !draft.parties.contains(entity) { draft.parties.append(entity) }
                    }
                    index = max(next, index + 1)
                    continue
                } else if draft.purpose == nil, word == words.sur || word == words.pour,
                    let purpose = purpose(from: Int(chunk.preposition) + 1)
                {
                    draft.purpose = purpose.tokens
                    index = max(purpose.end, index + 1)
                    continue
                } else if chunk.preposition < 0 {
                    return hasBetween
                }
            case .participle:
                switch deed(chunk) {
                case .sign:
                    isSigned = true
                    if draft.status == nil { draft.status = .signed }
                case .terminate: draft.status = .terminated
                case .aim, .concern: break
                default: if index == mention.chunk + 1 { break } else { return hasBetween }
                }
            case .infinitive:
                guard draft.purpose == nil, chunk.preposition >= 0, preposition(chunk) == words.pour,
                    let purpose = purpose(from: Int(chunk.preposition) + 1)
                else { return hasBetween }
                draft.purpose = purpose.tokens
                index = max(purpose.end, index + 1)
                continue
            case .verb:
                guard isSubject, !hasVerb else { return hasBetween }
                hasVerb = true
                guard !chunk.has(.negated), readPredicate(chunk, index, &draft) else { return hasBetween }
                isSigned = draft.status != nil
                if let purpose = purposeAfter(index, chunk), draft.purpose == nil {
                    draft.purpose = purpose.tokens
                    return hasBetween
                }
            case .comma:
                guard let next = self.chunk(index + 1),
                    next.kind == .participle || next.kind == .verb && isSubject
                        || next.kind == .nounPhrase && (next.preposition >= 0 || next.has(.time))
                        || tie(at: Int(next.start)) != nil
                else { return hasBetween }
            case .adverb, .other:
                if isDate(chunk), isSigned, draft.date == nil { draft.date = date(in: chunk.tokens) }
            case .preposition, .openParenthesis, .closeParenthesis: break
            default: return hasBetween
            }
            index += 1
        }
        return hasBetween
    }

    /// «… a été signé», «… sera signé», «… a été dénoncé», «… vise à», «… porte sur»; false for other verbs.
    private mutating func readPredicate(_ verb: Chunk, _ index: Int, _ draft: inout AgreementDraft) -> Bool {
        switch deed(verb) {
        case .sign where verb.has(.passive) || verb.has(.compound):
            if draft.status == nil { draft.status = signed(annotated.tense(of: verb)) }
            if draft.date == nil { draft.date = dateAround(index) }
            return true
        case .terminate where verb.has(.passive):
            draft.status = .terminated
            return true
        case .aim, .concern: return true
        default: return false
        }
    }

    /// «L'accord vise |à renforcer …|», «porte |sur la pêche|»
    private func purposeAfter(_ index: Int, _ verb: Chunk) -> (tokens: Range<Int>, end: Int)? {
        guard deed(verb) == .aim || deed(verb) == .concern, let next = chunk(index + 1),
            next.preposition >= 0, next.kind == .infinitive || next.kind == .nounPhrase
        else { return nil }
        return purpose(from: Int(next.preposition) + 1)
    }

    // MARK: The same agreement

    /// The event in whose sentence the agreement is: «Cette rencontre a été marquée par la signature de …».
    private func eventHere(_ mention: NounMention) -> Int? {
        eventMentions.last.flatMap { $0.sentence == sentence ? $0.event : nil }
    }

    /// The agreement that «l'accord», «cette convention», «le mémorandum» speak of again.
    private func antecedent(of mention: NounMention, _ draft: AgreementDraft) -> Int? {
        guard mention.determiner == .definite || mention.determiner == .demonstrative, !mention.isPlural else {
            return nil
        }
        let kind = terms.agreements.labels[mention.label].name
        return agreements.indices.suffix(Self.salientAgreements).reversed().first { index in
            let known = terms.agreements.labels[agreements[index].label].name
            let isSame =
                known == kind || known.hasPrefix(kind + " ") || kind == "accord" && mention.determiner == .demonstrative
            guard isSame else { return false }
            let left = agreements[index].parties
            return left.isEmpty || draft.parties.isEmpty || !Set(left).isDisjoint(with: draft.parties)
        }
    }

    private mutating func merge(_ draft: AgreementDraft, into index: Int) {
        if agreements[index].parties.count < draft.parties.count { agreements[index].parties = draft.parties }
        agreements[index].purpose = agreements[index].purpose ?? draft.purpose
        agreements[index].date = agreements[index].date ?? draft.date
        agreements[index].event = agreements[index].event ?? draft.event
        if draft.status == .terminated || agreements[index].status == nil || agreements[index].status == .announced {
            agreements[index].status = draft.status ?? agreements[index].status
        }
        if draft.mention.count > agreements[index].mention.count { agreements[index].mention = draft.mention }
    }
}
