// Turns entities into records.

import DixitText

extension EntityTable {
    /// The entities as they leave the extractor.
    package func records() -> [ExtractedEntity] {
        entities.map { entity in
            var record = ExtractedEntity(kind: entity.kind, name: annotated.text.range(of: entity.name))
            record.displayName = entity.knownName ?? displayName(entity)
            record.knownRoles = entity.knownRoles
            var seen = Set<String>()
            record.forms = entity.forms.filter { seen.insert(annotated.text.text($0)).inserted }
            var known = Set<String>()
            record.roles = entity.roles.map { annotated.text.range(of: $0) }
                .filter { known.insert(annotated.text.text($0).lowercased()).inserted }
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
