// Gives names and offices that a user knows to the entities they belong to, before the text is asked.

import DixitText

extension EntityTable {
    /// Finds every form of the user's people and organisations in the text.
    func registerKnown() {
        guard !known.entries.isEmpty else { return }
        var index = 0
        while index < tokens.count {
            guard tokens[index].kind == .word, let (entry, end) = knownForm(at: index) else {
                index += 1
                continue
            }
            let entity = entity(ofEntry: entry, at: index..<end)
            byPhrase[phraseKey(index..<end)] = entity
            if end - index == 1 { byPhrase[UInt64(tokens[index].hash)] = entity }
            if tokens[index].isCapitalised {
                atToken[index] = entity
                entities[entity].mentions += 1
                mentions.append(NameMention(tokens: index..<end, entity: entity, isSubject: false))
            }
            let range = annotated.text.range(of: index..<end)
            if index..<end != entities[entity].name, entities[entity].forms.count < 12 {
                entities[entity].forms.append(range)
            }
            index = end
        }
    }

    /// The longest form that begins at a token, and the token after it.
    private func knownForm(at start: Int) -> (entry: Int, end: Int)? {
        var found: (Int, Int)?
        var hashes: [UInt32] = []
        var index = start
        let isTitled = start > 0 && tokens[start - 1].has(.title)
        while index < tokens.count, hashes.count < known.longestForm, tokens[index].kind == .word {
            hashes.append(tokens[index].hash)
            index += 1
            let key = KnownNames.key(hashes)
            if let entry = known.entry(key) ?? (isTitled ? known.person(surname: key) : nil) { found = (entry, index) }
        }
        return found
    }

    /// The entity of an entry; its first mention makes it.
    private func entity(ofEntry entry: Int, at mention: Range<Int>) -> Int {
        if let entity = entityOfEntry[entry] { return entity }
        let known = known.entries[entry]
        let entity = add(known.kind, name: mention, isNamed: true)
        entityOfEntry[entry] = entity
        entities[entity].words = known.words
        index(entity)
        entities[entity].knownName = known.name
        entities[entity].knownSubkind = known.subkind
        entities[entity].isFeminine = known.gender == .feminine
        entities[entity].isMasculine = known.gender == .masculine
        for role in known.roles where role.isHeld(on: date) {
            entities[entity].knownRoles.append(role.text)
            entities[entity].knownRoleWords.append(role.words)
            // «le ministre» may mean him from now on.
            for word in role.words {
                let word = annotated.lexicon.word(hash: word)
                guard word.isKnown, annotated.lexicon.classes(word).has(.role) else { continue }
                if !entities[entity].heads.contains(word) {
                    entities[entity].heads.append(word)
                    byHead.append(entity, to: word.raw)
                }
            }
        }
        return entity
    }

    /// Whom a phrase means by what the user knows: one of the forms, or an office held on the day of the text.
    package func known(by chunk: Chunk) -> Int? {
        guard !known.entries.isEmpty, let name = nominalName(chunk) else { return nil }
        if let entry = known.entry(phraseKey(name)) { return entity(ofEntry: entry, at: name) }
        guard tokens[Int(chunk.head)].has(.role), chunk.has(.definite), !chunk.has(.plural), !chunk.hasName else {
            return nil
        }
        let office = name.filter { KnownNames.isContent(tokens[$0]) }.map { tokens[$0].hash }
        guard let entry = known.holder(of: office, on: date) else { return nil }
        return entity(ofEntry: entry, at: name)
    }
}
