// Parts of a corpus that are linked in a second pass: each has the ids of the corpus of all documents.

import Dixit
import DixitExtraction
import DixitText
import TestSupport
import Testing

@Suite struct IdentityLinkingTests {
    private static let questions = [
        "find documents show id, actors.id, people.id, organisations.id, places.id, place.id",
        "find statements show id, speaker.id, place.id, document.id, role, text",
        "find events show id, place.id, organisers.id, participants.id",
        "find agreements show id, parties.id, signatories.id, place.id",
    ]
    private static let entityQuestions = [
        "find actors show id, type, name, names, kind, gender, role, roles",
        "find places show id, name, names, kind",
    ]

    private func rows(_ corpus: Corpus, _ question: String) throws -> [[Value]] {
        try corpus.answer(to: Query(text: question)).rows.map(\.values)
    }

    private func linked(_ documents: [HandmadeDocument]) throws -> LinkedIdentities {
        var linking = IdentityLinking()
        for document in documents { linking.add(DocumentEvidence(document.records)) }
        return try linking.finish()
    }

    /// In whatever order their evidence comes, and however the documents are cut into parts.
    @Test(arguments: 0..<16 as Range<UInt64>) func partsHaveTheIdsOfTheWhole(seed: UInt64) throws {
        var random = RandomDocuments(seed: seed &* 57 &+ 11)
        let all = random.distinctDocuments(1 + Int(seed % 8) * 5)
        let whole = Corpus(all)
        let linked = try linked(random.shuffled(all))
        var identities: [String: DocumentIdentities] = [:]
        for number in 0..<linked.documentCount {
            identities[linked.id(ofDocument: number)] = linked.identities(of: number)
        }
        // The numbers are those of the documents' rows.
        let order = try rows(whole, "find documents show id").map { identities["\($0[0])"]?.number }
        #expect(order == (1...all.count).map { $0 })
        for question in Self.entityQuestions {
            #expect(try rows(linked.corpus, question) == rows(whole, question), "seed \(seed): \(question)")
        }
        var left = random.shuffled(all)
        var parts: [Corpus] = []
        while !left.isEmpty {
            let part = left.prefix(random.portion(of: left.count))
            left.removeFirst(part.count)
            var builder = CorpusBuilder()
            builder.add(
                contentsOf: try part.map { document in
                    let identities = try #require(identities[document.document.id])
                    return try #require(document.records.identified(as: identities))
                })
            let corpus = builder.finish()
            #expect(corpus.defects == [], "seed \(seed)")
            parts.append(corpus)
        }
        for question in Self.questions {
            let together = try Set(parts.flatMap { try rows($0, question) }.map(sorted))
            let expected = try Set(rows(whole, question).map(sorted))
            #expect(together == expected, "seed \(seed): \(question)")
        }
    }

    /// A part lists whom a row names in an order of its own: by the names it knows.
    private func sorted(_ row: [Value]) -> [Value] {
        row.map { value in
            guard case .list(let values) = value else { return value }
            return .list(values.sorted { "\($0)" < "\($1)" })
        }
    }

    @Test func aDocumentWithAnothersIdIsRefused() throws {
        #expect(throws: IdentityLinking.RepeatedDocument(id: "a")) {
            try linked([naming("a", .person, "Anne Morel"), naming("b", .person, "B"), naming("a", .person, "C")])
        }
    }

    @Test func identitiesOfAnotherReadingAreRefused() throws {
        let document = naming("a", .person, "Anne Morel", "Paul Roux")
        let identities = try linked([naming("a", .person, "Anne Morel")]).identities(of: 0)
        #expect(document.records.identified(as: identities) == nil)
        let place = DocumentIdentities(number: 1, actors: ["anne-morel", nil], places: [nil, "paul-roux"])
        #expect(document.records.identified(as: place) == nil)
    }

    @Test func aPartTakesNoFurtherDocuments() throws {
        let document = naming("a", .person, "Anne Morel")
        let records = try #require(document.records.identified(as: linked([document]).identities(of: 0)))
        var builder = CorpusBuilder()
        builder.add(contentsOf: [records])
        let part = builder.finish()
        let error = try #require(throws: DixitError.self) { try part.adding([]) }
        #expect(error.code == "E513")
    }
}
