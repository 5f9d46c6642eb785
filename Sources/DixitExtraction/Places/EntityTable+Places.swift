// Gives places their kind: «Casablanca» is a city, «Souss-Massa» a region.

import DixitText

extension EntityTable {
    /// Fills the kind of the places that the gazetteer knows.
    func describePlaces(_ records: inout [ExtractedEntity]) {
        for (index, entity) in entities.enumerated() where entity.kind == .place && index < records.count {
            guard let kind = annotated.lexicon.gazetteer.kind(of: entity.words) else { continue }
            records[index].subkind = kind
        }
    }
}
