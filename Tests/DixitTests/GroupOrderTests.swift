// What other engines found in this one: the order of groups that are called nothing, and weekdays that are known.

import Dixit
import TestSupport
import Testing

@Suite struct GroupOrderTests {
    private func corpus() throws -> Corpus {
        var records = RecordBuilder(schema: .small)
        // The first row is called nothing, and would stand before the names if its number counted among theirs.
        try records.add(["id": .text("p0")], to: "people")
        for (number, name) in ["Zoé Haddad", "Ali Alaoui", "Basma Berrada"].enumerated() {
            try records.add(["id": .text("p\(number + 1)"), "name": .text(name)], to: "people")
        }
        for number in 0..<4 {
            try records.add(
                ["id": .text("s\(number)"), "speaker": .text("p\(number)"), "date": .text("2016-05-1\(number)")],
                to: "statements")
        }
        try records.add(["id": .text("s4"), "date": .text("2016")], to: "statements")
        return try records.finish()
    }

    private func groups(_ query: String) throws -> [String] {
        try corpus().answer(to: Query(text: query)).rows.map { $0[0].description }
    }

    @Test func whoIsCalledNothingComesBehindThoseWithNames() throws {
        let expected = ["Ali Alaoui", "Basma Berrada", "Zoé Haddad", "p0", ""]
        #expect(try groups("count statements by speaker") == expected)
        #expect(try groups("count statements by speaker, date.year").count == 5)
        #expect(try groups("count statements by speaker sort by speaker") == expected)
        #expect(
            try groups("count statements by speaker sort by speaker desc") == [
                "Zoé Haddad", "Basma Berrada", "Ali Alaoui", "p0", "",
            ])
    }

    @Test func aWeekdayIsKnownWhereTheDayIs() throws {
        let corpus = try corpus()
        #expect(try corpus.answer(to: "count statements where date.weekday is known").count == 4)
        #expect(try corpus.answer(to: "count statements where date.weekday is missing").count == 1)
    }
}
