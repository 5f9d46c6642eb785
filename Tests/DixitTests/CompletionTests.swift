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
        // Where no field stands before, the words are not operators.
        #expect(try proposed("find people where ").contains("every"))
    }
}
