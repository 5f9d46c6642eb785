// What is proposed at a place in a query, of the schema and the corpus.

import Dixit
import TestSupport
import Testing

@Suite struct CompletionTests {
    private func proposed(_ text: String) throws -> Set<String> {
        let session = Session(try SmallRecords(seed: 3, statements: 4).corpus())
        return Set(session.completions(in: text, at: text.utf8.count).map(\.text))
    }

    @Test func operatorsGoWithTheField() throws {
        let words: Set = ["contains", "does", "matches"]
        let order: Set = ["<", ">=", "between"]
        let ofDates = try proposed("find statements where date ")
        #expect(ofDates.isSuperset(of: order) && ofDates.isDisjoint(with: words))
        let ofTexts = try proposed("find statements where text ")
        #expect(ofTexts.isSuperset(of: words) && ofTexts.isDisjoint(with: order))
        for found in [ofDates, ofTexts, try proposed("find people where active ")] {
            #expect(found.isSuperset(of: ["=", "!=", "is", "in", "not"]))
        }
        #expect(try proposed("find people where active ").isDisjoint(with: words.union(order)))
        // Rows are sorted by what they have one of, groups by what they are made of.
        let keys = try proposed("find people sort by ")
        #expect(keys.isSuperset(of: ["name", "count", "first"]) && keys.isDisjoint(with: ["statements"]))
        let groups = try proposed("count statements by speaker, verb sort by ")
        #expect(groups.isSuperset(of: ["speaker", "verb", "count"]))
        #expect(groups.isDisjoint(with: ["date", "text", "first", "relevance", "it"]))
        #expect(try proposed("find people sort by name ").isSuperset(of: ["asc", "desc", "limit"]))
        // Where no field stands before, the words are not operators.
        #expect(try proposed("find people where ").contains("every"))
    }
}
