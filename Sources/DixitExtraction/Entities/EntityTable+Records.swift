// Turns entities into records.

import DixitText

extension EntityTable {
    /// The entities as they leave the extractor.
    package func records() -> [ExtractedEntity] {
        entities.map { entity in
            // «la ministre» whom nothing names is a source without a name: two texts need not mean the same.
            let kind = entity.kind == .person && !entity.isNamed ? .unnamed : entity.kind
            var record = ExtractedEntity(kind: kind, name: annotated.text.range(of: entity.name))
            record.displayName = entity.knownName ?? displayName(entity)
            record.knownRoles = entity.knownRoles
            record.forms = distinct(entity.forms)
            record.roles = distinctInLowerCase(recordedRoles(entity).map { annotated.text.range(of: $0) })
                .map(ExtractedEntity.Role.init)
            record.gender = entity.isFeminine == entity.isMasculine ? nil : entity.isFeminine ? .feminine : .masculine
            if entity.kind != .person, let noun = subkind(entity) { record.subkind = annotated.lexicon.text(noun) }
            if let subkind = entity.knownSubkind { record.subkind = subkind }
            return record
        }
    }

    /// Whether each entity is of common words: «les |Français|», «la |République|», «le |produit intérieur brut| (PIB)».
    ///
    /// Such a one is kept where it speaks or acts, otherwise it is words of the text and nothing more.
    package func commonWords() -> [Bool] {
        entities.map { entity in
            guard entity.isNamed, entity.knownName == nil, entity.roles.isEmpty,
                entity.kind == .person || entity.kind == .organisation
            else { return false }
            if entity.words.count == 1 { return isCommonWord(entity) }
            return entity.kind == .organisation && !tokens[entity.name.lowerBound].isCapitalised
                && subkind(entity) == nil
        }
    }

    private func isCommonWord(_ entity: Entity) -> Bool {
        let name = tokens[entity.name.lowerBound]
        if entity.name.lowerBound > 0, tokens[entity.name.lowerBound - 1].has(.title) { return false }
        // «le général |Terre|», «le ministère de la |Santé|»
        if entity.heads.contains(where: { annotated.lexicon.classes($0).has([.role, .person, .organisation, .media]) })
        {
            return false
        }
        if name.has(.thing) || name.end - name.start == 1 { return true }
        guard name.word.isKnown, !name.classes.isEmpty else { return false }
        return !name.has([.firstName, .mediaName, .properName, .place])
            && !(entity.kind == .organisation && name.has(.allCapitals))
    }

    /// The noun that says what kind of body or text it is: «ministère»; not «mardi», «occasion».
    private func subkind(_ entity: Entity) -> WordID? {
        entity.heads.first {
            annotated.lexicon.classes($0).has([
                .organisation, .media, .group, .document, .source, .placeNoun, .role, .person,
            ])
        }
    }

    package func mentionRecords() -> [ExtractedMention] {
        (mentions + quotedMentions).sorted { $0.token < $1.token }.map { mention in
            ExtractedMention(entity: mention.entity, range: annotated.text.range(of: mention.tokens), form: .name)
        }
    }

    /// The first of each of some ranges whose words are the same; there are a dozen forms of a name at most.
    private func distinct(_ ranges: [TextRange]) -> [TextRange] {
        guard ranges.count > 1 else { return ranges }
        let bytes = annotated.text.bytes
        var kept: [TextRange] = []
        for range in ranges where !kept.contains(where: { bytes[$0.bytes].elementsEqual(bytes[range.bytes]) }) {
            kept.append(range)
        }
        return kept
    }

    private func distinctInLowerCase(_ ranges: [TextRange]) -> [TextRange] {
        guard ranges.count > 1 else { return ranges }
        var known = Set<String>()
        return ranges.filter { known.insert(annotated.text.text($0).lowercased()).inserted }
    }

    /// «MUSTAPHA EL KHALFI» is shown as «Mustapha El Khalfi».
    private func displayName(_ entity: Entity) -> String? {
        guard entity.kind == .person, entity.name.count > 1,
            entity.name.allSatisfy({ tokens[$0].has(.allCapitals) || tokens[$0].end - tokens[$0].start < 3 })
        else { return nil }
        return entity.name.map { index in
            let word = annotated.text.text(tokens[index].range)
            return word.prefix(1) + word.dropFirst().lowercased()
        }.joined(separator: " ")
    }
}
