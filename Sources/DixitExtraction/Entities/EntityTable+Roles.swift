// The offices that persons hold: «Mokhtar Hasbellaoui» is «ministre de la Santé» where that stands beside his name.

import DixitText

extension EntityTable {
    /// Gives persons the offices that stand beside their names anywhere in the text.
    func registerRoles() {
        for sentence in annotated.sentenceChunks {
            for index in sentence where annotated.chunks[index].kind == .nounPhrase {
                guard let apposition = annotated.apposition(at: index, in: sentence),
                    let entity = atToken[apposition.name.lowerBound], entities[entity].kind == .person,
                    isRole(apposition, at: index, in: sentence)
                else { continue }
                give(role: withoutLooseMarks(apposition.role), head: apposition.head, to: entity)
            }
        }
    }

    private func give(role: Range<Int>, head: Int, to entity: Int) {
        guard !role.isEmpty else { return }
        note(head: head, entity)
        if entities[entity].roles.count < 8 { entities[entity].roles.append(role) }
        for office in offices(in: role).labels where !entities[entity].offices.contains(office) {
            entities[entity].offices.append(office)
            byOffice.append(entity, to: UInt64(office))
        }
        if entities[entity].isFeminine == entities[entity].isMasculine {
            if tokens[head].has(.feminine), !tokens[head].has(.masculine) { entities[entity].isFeminine = true }
            if tokens[head].has(.masculine), !tokens[head].has(.feminine) { entities[entity].isMasculine = true }
        }
    }

    /// Whether what stands beside a name says what its bearer is: not «devant les maires, |X|», «X, |élus| et |citoyens|».
    private func isRole(_ apposition: Apposition, at index: Int, in sentence: Range<Int>) -> Bool {
        let first = annotated.chunks[index]
        let isAfterName = Int(first.head) != apposition.head
        let role = isAfterName ? annotated.chunks[index + 2] : first
        let head = tokens[apposition.head]
        let follower = apposition.end < sentence.upperBound ? annotated.chunks[apposition.end] : nil
        // «les députés |Jean Morel et Anne Roche|» are several; «les maires, Jean Morel» is none of them.
        if role.has(.plural), head.has(.plural), !head.has(.singular) {
            return role.hasName && apposition.end == index + 1 && follower?.kind == .coordinator
        }
        // «la mort de …»: not «le mort»; but «la maire».
        if role.has(.feminine), !role.has(.masculine), head.has(.masculine), !head.has([.feminine, .role]) {
            return false
        }
        // «Devant le patron de la banque, |Anne Roche a plaidé …|»: the name is the subject, the phrase is somebody else.
        if first.preposition >= 0, apposition.role.upperBound < apposition.name.lowerBound, follower?.kind == .verb,
            tokens[apposition.role.upperBound..<apposition.name.lowerBound].contains(where: { $0.kind == .comma })
        {
            return false
        }
        return !namesAnother(apposition)
    }

    /// «Anne Roche, journaliste |Jean Morel|», «la ministre de la Santé |Jean Morel|»: a list of which each member has an office of
    /// their own; not «porte-parole du président russe |Jean Morel|».
    private func namesAnother(_ apposition: Apposition) -> Bool {
        for token in apposition.role.dropFirst() {
            guard tokens[token].has(.firstName), let other = atToken[token], entities[other].kind == .person,
                entities[other].words.count > 1
            else { continue }
            let before = tokens[token - 1]
            guard before.kind == .word,
                !before.has([.of, .contracted, .contractedTo, .preposition, .title, .coordinator])
            else { continue }
            let isGoverned = tokens[apposition.head..<token].contains { $0.has([.of, .contracted]) }
            if before.isCapitalised || !isGoverned { return true }
        }
        return false
    }

    /// «candidat|»|»: a mark whose partner stands outside.
    private func withoutLooseMarks(_ role: Range<Int>) -> Range<Int> {
        var role = role
        while let last = role.last, tokens[last].isQuote, !role.dropLast().contains(where: { tokens[$0].isQuote }) {
            role = role.dropLast()
        }
        return role
    }

    /// The roles that an entity is recorded with: what it is of its own, not what it is to somebody named elsewhere («sa fille»).
    func recordedRoles(_ entity: Entity) -> [Range<Int>] {
        // «la ministre de la Mer» whom nothing names is what she is called.
        if !entity.isNamed, entity.kind == .person, tokens[entity.name].contains(where: { $0.has(.role) }) {
            return [entity.name]
        }
        return entity.roles.filter { role in
            guard let noun = role.lazy.map({ self.tokens[$0] }).first(where: { $0.has([.role, .person]) }) else {
                return true
            }
            let isPossessed = role.lowerBound > 0 && tokens[role.lowerBound - 1].has(.possessive)
            // «|l'Italien| Matteo Salvini»
            if noun.isCapitalised, !noun.has(.role) { return false }
            return !annotated.lexicon.group(ofNoun: noun.word).has(.relative) && !(isPossessed && noun.has(.kin))
        }
    }
}
