// Offices beside names: «le ministre de la Santé, Mokhtar Hasbellaoui», «Zlatko Zeljko, représentant de l'association».

/// A name and the office that stands beside it; tokens.
package struct Apposition: Sendable {
    package var name: Range<Int>
    package var role: Range<Int>
    /// The noun of the role.
    package var head: Int
    /// The chunk after both.
    package var end: Int
}

extension AnnotatedText {
    /// Reads an apposition that begins with a chunk, on either side: office and name, or name and office.
    package func apposition(at index: Int, in sentence: Range<Int>) -> Apposition? {
        let chunk = chunks[index]
        // Most phrases have neither a name nor an office.
        guard chunk.kind == .nounPhrase, chunk.hasName || tokens[Int(chunk.head)].has([.role, .person]) else {
            return nil
        }
        return Appositions(chunks: chunks, tokens: tokens).apposition(at: index, in: sentence)
    }
}

/// Reads offices beside names in the phrases of a text.
struct Appositions {
    let chunks: [Chunk]
    let tokens: [Token]

    /// Further than so many chunks from its office a name is no apposition.
    private static var longestApposition: Int { 16 }

    /// Reads an apposition that begins with a chunk, on either side: office and name, or name and office.
    func apposition(at index: Int, in sentence: Range<Int>) -> Apposition? {
        let chunk = chunks[index]
        guard chunk.kind == .nounPhrase else { return nil }
        let head = Int(chunk.head)
        if tokens[head].has(.role) || tokens[head].has(.person) && chunk.has([.possessive, .definite]),
            !chunk.isNameAlone
        {
            // «le ministre de l'Intérieur Christophe Castaner»
            if chunk.hasName, Int(chunk.nameStart) > head {
                var end = Int(chunk.nameStart)
                while end > head, tokens[end - 1].has(.title) { end -= 1 }
                return Apposition(name: chunk.name, role: roleStart(chunk)..<end, head: head, end: index + 1)
            }
            return nameAfterRole(index, in: sentence)
        }
        if chunk.hasName { return roleAfterName(index, in: sentence) }
        return nil
    }

    /// The first token of a role: articles and «l'ancien», «son» left out, «ancien» kept.
    private func roleStart(_ chunk: Chunk) -> Int {
        var start = Int(chunk.start)
        while start < Int(chunk.head), tokens[start].has([.determiner, .preposition, .of]) || tokens[start].isQuote {
            start += 1
        }
        return start
    }

    /// «Le ministre délégué chargé des relations avec le parlement …, porte-parole du gouvernement, |Mustapha El Khalfi|»
    private func nameAfterRole(_ index: Int, in sentence: Range<Int>) -> Apposition? {
        let first = chunks[index]
        let limit = min(sentence.upperBound, index + Self.longestApposition)
        var next = index + 1
        var lastComma = -1
        while next < limit {
            let chunk = chunks[next]
            switch chunk.kind {
            case .comma: lastComma = next
            case .nounPhrase:
                if chunk.preposition < 0, chunk.isNameAlone, isPersonal(chunk),
                    Int(chunk.start) == Int(chunk.nameStart)
                        || tokens[Int(chunk.start)].has(.title)
                {
                    let followsComma = lastComma == next - 1
                    let isAdjacent = next == index + 1
                    guard followsComma || isAdjacent || !(chunks[next - 1].kind == .coordinator) else { return nil }
                    let end = followsComma ? Int(chunks[lastComma].start) : Int(chunk.start)
                    return Apposition(
                        name: chunk.name, role: roleStart(first)..<end, head: Int(first.head), end: next + 1)
                }
                if chunk.has(.time) { return nil }
                // «le chef de la direction, |le général Hector Loayza|»
                if lastComma == next - 1, chunk.preposition < 0, chunk.hasName, Int(chunk.nameStart) > Int(chunk.head),
                    tokens[Int(chunk.head)].has(.role), isPersonal(chunk)
                {
                    return Apposition(
                        name: chunk.name, role: roleStart(first)..<Int(chunks[lastComma].start), head: Int(first.head),
                        end: next + 1)
                }
                // «la ministre et |son homologue Anne Roche|» are two.
                if chunks[next - 1].kind == .coordinator, chunk.hasName, chunk.preposition < 0,
                    chunk.has([.possessive, .definite, .indefinite, .demonstrative])
                {
                    return nil
                }
                // «la biologiste et |astrochimiste Caroline Freissinet|»
                if chunks[next - 1].kind == .coordinator, chunk.hasName, Int(chunk.nameStart) > Int(chunk.head),
                    tokens[Int(chunk.head)].has(.role), isPersonal(chunk)
                {
                    return Apposition(
                        name: chunk.name, role: roleStart(first)..<Int(chunk.nameStart), head: Int(first.head),
                        end: next + 1)
                }
                // «Sa fille, |Milfet|, venue d'Alger»
                if lastComma == next - 1, next == index + 2, chunk.preposition < 0, chunk.isNameAlone,
                    tokens[Int(chunk.nameStart)].has(.firstName), next + 1 < limit, chunks[next + 1].kind == .comma
                {
                    return Apposition(
                        name: chunk.name, role: roleStart(first)..<Int(first.end), head: Int(first.head), end: next + 1)
                }
                // Inside the office: «chargé des relations avec le parlement et la société civile, porte-parole …»
                if lastComma == next - 1, chunk.preposition < 0, !tokens[Int(chunk.head)].has(.role) { return nil }
            case .participle, .preposition, .coordinator, .adverb: break
            default: return nil
            }
            next += 1
        }
        return nil
    }

    /// A name of two words, or one with a title: «M. El Khalfi».
    func isPersonal(_ chunk: Chunk) -> Bool {
        let first = tokens[Int(chunk.nameStart)]
        if chunk.nameStart > 0, tokens[Int(chunk.nameStart) - 1].has(.title) { return true }
        guard chunk.name.count >= 2 else { return false }
        if first.has([.mediaName, .place, .organisation]), !first.has(.firstName) { return false }
        return true
    }

    /// «Sébastien Arsac|, directeur des enquêtes de L214|»
    private func roleAfterName(_ index: Int, in sentence: Range<Int>) -> Apposition? {
        guard chunks[index].isNameAlone, index + 2 < sentence.upperBound else { return nil }
        guard chunks[index + 1].kind == .comma || chunks[index + 1].kind == .openParenthesis else { return nil }
        let role = chunks[index + 2]
        guard role.kind == .nounPhrase, role.preposition < 0, tokens[Int(role.head)].has([.role]),
            !role.hasName || Int(role.nameStart) > Int(role.head)
        else { return nil }
        // The office runs to the next comma or verb.
        var next = index + 3
        var end = Int(role.end)
        while next < sentence.upperBound, next < index + 9 {
            let chunk = chunks[next]
            guard
                chunk.kind == .nounPhrase && chunk.preposition >= 0 || chunk.kind == .participle
                    || chunk.kind == .coordinator && next + 1 < sentence.upperBound
                        && chunks[next + 1].kind == .nounPhrase
                        && (tokens[Int(chunks[next + 1].head)].has(.role) || chunks[next + 1].preposition >= 0)
                    || chunk.kind == .nounPhrase && chunks[next - 1].kind == .coordinator
            else { break }
            if chunk.kind != .coordinator { end = Int(chunk.end) }
            next += 1
        }
        return Apposition(name: chunks[index].name, role: roleStart(role)..<end, head: Int(role.head), end: next)
    }
}
