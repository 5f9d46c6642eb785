// Gives places their kind: «Casablanca» is a city, «Souss-Massa» a region.

import DixitText

extension EntityTable {
    /// Fills the kind of the places that the gazetteer knows, and makes places of bodies that do nothing in the text:
    /// «Moscou» in «à Moscou», «la région de Souss-Massa» in «dans la région de Souss-Massa».
    func describePlaces(_ records: inout [ExtractedEntity], acting: Set<Int>) {
        // By index: an entity has a dozen lists, which would be retained with it.
        for index in entities.indices where index < records.count {
            let isPlace = entities[index].kind == .place
            guard isPlace || entities[index].kind == .organisation && entities[index].isNamed,
                let kind = annotated.lexicon.gazetteer.kind(of: entities[index].words)
            else { continue }
            if isPlace {
                records[index].subkind = kind
            } else if !acting.contains(index) {
                records[index].kind = .place
                records[index].subkind = kind
            }
        }
    }
}
