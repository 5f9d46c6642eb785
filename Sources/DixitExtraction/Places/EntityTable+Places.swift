// Gives places their kind: «Casablanca» is a city, «Souss-Massa» a region.

import DixitText

extension EntityTable {
    /// Fills the kind of the places that the gazetteer knows, and makes places of bodies that do nothing in the text:
    /// «Moscou» in «à Moscou», «la région de Souss-Massa» in «dans la région de Souss-Massa».
    func describePlaces(_ records: inout [ExtractedEntity], acting: Set<Int>) {
        for (index, entity) in entities.enumerated() where index < records.count {
            guard entity.kind == .place || entity.kind == .organisation && entity.isNamed,
                let kind = annotated.lexicon.gazetteer.kind(of: entity.words)
            else { continue }
            if entity.kind == .place {
                records[index].subkind = kind
            } else if !acting.contains(index) {
                records[index].kind = .place
                records[index].subkind = kind
            }
        }
    }
}
