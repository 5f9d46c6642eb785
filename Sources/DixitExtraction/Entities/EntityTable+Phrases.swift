// Entities without a name, and fuller phrases for short ones: «le mouvement», «une source proche du dossier».

import DixitText

extension EntityTable {
    /// «un attaché de l'ambassade a …»: somebody without a name whom a later «le représentant» may mean.
    func registerIndefinites() {
        for index in nominals {
            let chunk = annotated.chunks[index]
            guard chunk.isNominative, chunk.has(.indefinite), !chunk.has(.plural), !chunk.hasName else { continue }
            guard tokens[Int(chunk.head)].has(.role), chunk.start < chunk.head,
                let entity = entity(forPhrase: chunk, kind: .unnamed)
            else { continue }
            mentions.append(NameMention(tokens: Int(chunk.head)..<Int(chunk.head) + 1, entity: entity, isSubject: true))
        }
        mentions.sort { $0.token < $1.token }
    }

    func registerPhrases() {
        for index in nominals {
            let chunk = annotated.chunks[index]
            guard chunk.tokens.count >= 3 else { continue }
            let head = tokens[Int(chunk.head)]
            guard head.has([.organisation, .group, .document, .media]), Int(chunk.end) - Int(chunk.head) >= 3 else {
                continue
            }
            fullPhrases.append(FullPhrase(noun: head.word.raw, chunk: Int32(truncatingIfNeeded: index)))
            if head.has(.document) { documents.append(index) }
        }
        fullPhrases.sort { ($0.noun, $0.chunk) < ($1.noun, $1.chunk) }
    }

    /// A phrase that says more than its noun: «le mouvement des «gilets jaunes»».
    struct FullPhrase {
        var noun: UInt32
        var chunk: Int32
    }

    /// The last phrase for a text before a token: «le rapport de la commission».
    func lastDocument(before token: Int) -> Int? {
        var low = 0
        var high = documents.count
        while low < high {
            let middle = (low + high) / 2
            if Int(annotated.chunks[documents[middle]].start) < token { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? documents[low - 1] : nil
    }

    /// The last phrase before a chunk, else the first after, with the same noun and more words.
    func fullerPhrase(than chunk: Chunk) -> Int? {
        let noun = tokens[Int(chunk.head)].word.raw
        var low = 0
        var high = fullPhrases.count
        while low < high {
            let middle = (low + high) / 2
            let phrase = fullPhrases[middle]
            let isBefore =
                phrase.noun < noun || phrase.noun == noun && annotated.chunks[Int(phrase.chunk)].start < chunk.start
            if isBefore { low = middle + 1 } else { high = middle }
        }
        for index in [low - 1, low] where fullPhrases.indices.contains(index) && fullPhrases[index].noun == noun {
            let found = Int(fullPhrases[index].chunk)
            return annotated.chunks[found].has(.plural) == chunk.has(.plural) ? found : nil
        }
        return nil
    }

    /// The words of a phrase without determiner, acronym and edge marks: «Direction générale de la sûreté nationale».
    package func nominalName(_ chunk: Chunk) -> Range<Int>? {
        var start = Int(chunk.start)
        if chunk.preposition >= 0, Int(chunk.preposition) == start, !tokens[start].has([.contracted, .contractedTo]) {
            start += 1
            while start < Int(chunk.head), tokens[start].has([.of, .preposition]) { start += 1 }
        }
        while start < Int(chunk.head),
            tokens[start].has(.determiner) && !tokens[start].has(.quantity)
                && (!tokens[start].has(.indefinite) || tokens[start].has([.singular, .contracted]))
                || tokens[start].isQuote && !opensInside(start, chunk)
        {
            start += 1
        }
        var end = Int(chunk.end)
        if chunk.acronym >= 0, Int(chunk.acronym) - 1 > start { end = min(end, Int(chunk.acronym) - 1) }
        // «gilets jaunes|»|: a mark whose partner is outside.
        while end > start, tokens[end - 1].isQuote, !(start..<end - 1).contains(where: { tokens[$0].isQuote }) {
            end -= 1
        }
        return start < end ? start..<end : nil
    }

    /// Whether a mark is closed before the end of a phrase: «les «gilets jaunes» de Mâcon».
    private func opensInside(_ mark: Int, _ chunk: Chunk) -> Bool {
        guard let quotation = annotated.text.quotation(openedBy: mark) else { return false }
        return quotation.close < Int(chunk.end) - 1
    }

    /// Gives an entity a fuller name.
    package func rename(_ entity: Int, _ name: Range<Int>) {
        entities[entity].forms.append(annotated.text.range(of: entities[entity].name))
        entities[entity].name = name
        entities[entity].words = name.map { tokens[$0].hash }
        byPhrase[phraseKey(name)] = entity
    }

    package func known(phrase chunk: Chunk) -> Int? {
        nominalName(chunk).flatMap { byPhrase[phraseKey($0)] }
    }

    /// The entities that a noun heads, newest last.
    package func headed(by word: WordID) -> [Int] { byHead.newest(Self.mostCandidates, of: word.raw).reversed() }

    /// The index of the first mention at or after a token.
    package func mentionIndex(at token: Int) -> Int {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].token < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
