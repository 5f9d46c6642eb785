// What a session keeps of a script whose values were interpolated.

import Dixit
import TestSupport
import Testing

@Suite struct DefinitionTests {
    private func session() throws -> Session {
        var records = RecordBuilder(schema: .small)
        for (id, name, role) in [("p0", "Samira Haddad", "ministre"), ("p1", "Jean Morel", "maire")] {
            try records.add(["id": .text(id), "name": .text(name), "role": .text(role)], to: "people")
        }
        return Session(try records.finish())
    }

    /// Each interpolated query counts its values from one; a `let` keeps those it was made with.
    @Test func aLetKeepsItsInterpolatedValues() throws {
        var session = try session()
        try session.run("let holders = find people where role = \("ministre")")
        let answer = try session.run("find holders where name = \("Haddad")").last
        #expect(answer?.rows.map { $0.entity?.id } == ["p0"])
        #expect(try session.run("find holders where name = \("Morel")").last?.count == 0)
    }

    @Test func aListAndADefaultKeepThemToo() throws {
        var session = try session()
        try session.run("let offices = (\("maire"), \("préfet"))")
        try session.run("param $office = \("maire")")
        #expect(try session.run("find people where role in offices and name != \("Haddad")").last?.count == 1)
        #expect(try session.run("find people where role = $office and name != \("Haddad")").last?.count == 1)
    }

    /// Sixty lists, each of which names the one before it twice: what they hold are still two texts.
    @Test func listsOfListsHoldEachValueOnce() throws {
        var session = try session()
        var script = "let l0 = (\"maire\", \"préfet\")\nlet l1 = (l0, \"maire\")\n"
        for number in 2...60 { script += "let l\(number) = (l\(number - 1), l\(number - 2), l\(number - 1))\n" }
        try session.run(Query(text: script))
        let answer = try session.run("find people where role in l60").last
        #expect(answer?.rows.map { $0.entity?.id } == ["p1"])
        #expect(try session.run("find people where role contains any of l60").last?.count == 1)
    }

    /// The values of a later query do not leave rows behind for the next.
    @Test func aLetOverAParameterFollowsIt() throws {
        var session = try session()
        session.parameters["office"] = .text("maire")
        try session.run("let holders = find people where role = $office")
        #expect(try session.run("find holders").last?.rows.first?.entity?.id == "p1")
        session.parameters["office"] = .text("ministre")
        #expect(try session.run("find holders").last?.rows.first?.entity?.id == "p0")
        let query = Query(text: "find holders", parameters: ["office": .text("maire")])
        #expect(try session.run(query).last?.rows.first?.entity?.id == "p1")
    }
}
