// Drops what no record refers to.

extension ExtractedDocument {
    /// Removes sources without a name («un guide») and common words with a capital letter that turned out to say and do nothing,
    /// and counts the others anew.
    mutating func dropUnusedEntities(commonWords: [Bool]) {
        var isUsed = zip(entities, commonWords).map { $0.kind != .unnamed && !$1 }
        func use(_ index: Int?) {
            if let index, isUsed.indices.contains(index) { isUsed[index] = true }
        }
        use(dateline)
        for statement in statements {
            use(statement.speaker)
            use(statement.place)
        }
        for event in events {
            use(event.place)
            for index in event.organisers + event.participants { use(index) }
        }
        for index in agreements.flatMap(\.parties) { use(index) }
        guard isUsed.contains(false) else { return }
        var places = [Int](repeating: -1, count: entities.count)
        var kept = 0
        for index in entities.indices where isUsed[index] {
            places[index] = kept
            kept += 1
        }
        entities = entities.indices.filter { isUsed[$0] }.map { entities[$0] }
        for index in entities.indices {
            entities[index].organisations = entities[index].organisations.map { places[$0] }.filter { $0 >= 0 }
        }
        mentions = mentions.filter { isUsed[$0.entity] }
        for index in mentions.indices { mentions[index].entity = places[mentions[index].entity] }
        dateline = dateline.map { places[$0] }
        for index in statements.indices {
            statements[index].speaker = statements[index].speaker.map { places[$0] }
            statements[index].place = statements[index].place.map { places[$0] }
        }
        for index in events.indices {
            events[index].place = events[index].place.map { places[$0] }
            events[index].organisers = events[index].organisers.map { places[$0] }
            events[index].participants = events[index].participants.map { places[$0] }
        }
        for index in agreements.indices { agreements[index].parties = agreements[index].parties.map { places[$0] } }
    }
}
