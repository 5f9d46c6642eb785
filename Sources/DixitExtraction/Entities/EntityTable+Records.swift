// Turns entities into records.

import DixitText

extension EntityTable {
    /// The entities as they leave the extractor.
    package func records() -> [ExtractedEntity] {
        entities.map { entity in
            var record = ExtractedEntity(kind: entity.kind, name: annotated.text.range(of: entity.name))
            record.displayName = entity.knownName ?? displayName(entity)
            record.knownRoles = entity.knownRoles
            record.forms = distinct(entity.forms)
            record.roles = distinctInLowerCase(entity.roles.map { annotated.text.range(of: $0) })
                .map(ExtractedEntity.Role.init)
            record.gender = entity.isFeminine == entity.isMasculine ? nil : entity.isFeminine ? .feminine : .masculine
            if let head = entity.heads.first, entity.kind != .person { record.subkind = annotated.lexicon.text(head) }
            if let subkind = entity.knownSubkind { record.subkind = subkind }
            return record
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
