// A schema that is not the news, small enough to think through, with a field of every type and relations both ways.

package import Dixit

extension Schema {
    package static let small = Schema(sets: [
        SetSchema(
            "people", singular: "person", aliases: ["personnes"], label: "name", shown: ["id", "name"],
            namesPeople: true,
            documentation: both("people"),
            fields: [
                FieldSchema("id", .keyword(), documentation: both("")),
                FieldSchema("name", .name(), aliases: ["nom"], documentation: both("")),
                FieldSchema("names", .name(many: true), documentation: both("")),
                FieldSchema("role", .keyword(), aliases: ["fonction"], documentation: both("")),
                FieldSchema("roles", .keyword(many: true), documentation: both("")),
                FieldSchema("born", .date, documentation: both("")),
                FieldSchema("active", .boolean, documentation: both("")),
                FieldSchema("score", .number, documentation: both("")),
                FieldSchema("groups", .many("groups", inverse: "members"), documentation: both("")),
                FieldSchema("statements", .many("statements", inverse: "speaker"), documentation: both("")),
            ]),
        SetSchema(
            "groups", singular: "group", label: "name", shown: ["id", "name"], documentation: both("groups"),
            fields: [
                FieldSchema("id", .keyword(), documentation: both("")),
                FieldSchema("name", .name(), documentation: both("")),
                FieldSchema("kind", .keyword(), documentation: both("")),
                FieldSchema("members", .many("people", inverse: "groups"), documentation: both("")),
            ]),
        SetSchema(
            "statements", singular: "statement", aliases: ["déclarations"], label: "id",
            shown: ["id", "date", "speaker", "text"], details: ["id"], isSearchedByText: true,
            documentation: both("statements"),
            fields: [
                FieldSchema("id", .keyword(), documentation: both("")),
                FieldSchema("speaker", .one("people", inverse: "statements"), documentation: both("")),
                FieldSchema("audience", .many("groups"), documentation: both("")),
                FieldSchema("text", .text, aliases: ["texte"], documentation: both("")),
                FieldSchema("title", .text, documentation: both("")),
                FieldSchema("date", .date, documentation: both("")),
                FieldSchema("heard", .date, documentation: both("")),
                FieldSchema("mode", .keyword(), documentation: both("")),
                FieldSchema("topics", .keyword(many: true), documentation: both("")),
                FieldSchema("words", .number, documentation: both("")),
                FieldSchema("sure", .boolean, documentation: both("")),
            ]),
    ])

    private static func both(_ text: String) -> LocalizedText { LocalizedText(english: text, french: text) }
}

extension SeededGenerator {
    package mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
    package mutating func pick<Element>(_ elements: [Element]) -> Element { one(of: elements) }
}

/// Rows of the small schema, made at random from few values so that conditions meet.
package struct SmallRecords {
    package private(set) var rows: [(set: String, values: [String: Parameter])] = []

    package static let words = [
        "société", "civile", "accord", "réforme", "grève", "l'école", "retraite", "retraites", "cœur", "pays",
        "éducation",
        "porte-parole", "S.N.C.F.", "santé", "Le", "la",
    ]
    package static let names = [
        "Mustapha El Khalfi", "El Khalfi", "Samira Haddad", "Jean de La Tour", "Éric Lœwe", "Ali Haddad",
        "EL KHALFI Mustapha",
        "Abdelkarim Alaoui", "Abd el Karim Alaoui", "Haddad", "Union européenne",
    ]
    package static let roles = ["ministre de la Santé", "Ministre", "porte-parole", "maire d'Évreux"]
    package static let days = ["2015", "2016-05", "2016-05-12", "2016-06-30", "2016-02-29", "2017-01-01", "2016-05-13"]

    package init(seed: UInt64, statements: Int) {
        var random = SeededGenerator(seed: seed)
        let people = 6
        let groups = 4
        for number in 0..<groups {
            add("groups", ["id": .text("g\(number)")])
            set("name", .text(random.pick(Self.names)), &random, 0.9)
            set("kind", .text(random.pick(["ONG", "parti", "école"])), &random, 0.7)
        }
        for number in 0..<people {
            add("people", ["id": .text("p\(number)")])
            set("name", .text(random.pick(Self.names)), &random, 0.95)
            set("names", .list([.text(random.pick(Self.names)), .text(random.pick(Self.names))]), &random, 0.3)
            set("role", .text(random.pick(Self.roles)), &random, 0.7)
            set("roles", .list([.text(random.pick(Self.roles)), .text(random.pick(Self.roles))]), &random, 0.5)
            set("born", .text(random.pick(Self.days)), &random, 0.6)
            set("active", .boolean(random.chance(0.5)), &random, 0.7)
            set("score", .number(random.pick([1.5, 2, -3, 7])), &random, 0.7)
            let mine = (0..<groups).filter { _ in random.chance(0.3) }
            set("groups", .list(mine.map { .text("g\($0)") }), &random, 0.8)
        }
        for number in 0..<statements {
            add("statements", ["id": .text("s\(number)")])
            set("speaker", .text("p\(Int.random(in: 0..<people, using: &random))"), &random, 0.8)
            let heard = (0..<groups).filter { _ in random.chance(0.3) }
            set("audience", .list(heard.map { .text("g\($0)") }), &random, 0.6)
            set("text", .text(Self.text(&random)), &random, 0.9)
            set("title", .text(Self.text(&random, longest: 3)), &random, 0.5)
            set("date", .text(random.pick(Self.days)), &random, 0.8)
            set("heard", .text(random.pick(Self.days)), &random, 0.5)
            set("mode", .text(random.pick(["direct", "indirect", "mixed"])), &random, 0.8)
            let topics = ["école", "Santé", "travail"].filter { _ in random.chance(0.3) }
            set("topics", .list(topics.map { .text($0) }), &random, 0.7)
            set("words", .integer(random.pick([1, 5, 12, 100])), &random, 0.8)
            set("sure", .boolean(random.chance(0.5)), &random, 0.6)
        }
    }

    private mutating func add(_ set: String, _ values: [String: Parameter]) { rows.append((set, values)) }

    private mutating func set(_ field: String, _ value: Parameter, _ random: inout SeededGenerator, _ share: Double) {
        if random.chance(share) { rows[rows.count - 1].values[field] = value }
    }

    private static func text(_ random: inout SeededGenerator, longest: Int = 14) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...longest, using: &random) {
            text += random.pick(words)
            text += random.pick([" ", " ", " ", " ", ", ", ". ", "\n", " « ", "-"])
        }
        return text
    }

    package func corpus() throws -> Corpus {
        var builder = RecordBuilder(schema: .small)
        for row in rows { try builder.add(row.values, to: row.set) }
        return try builder.finish()
    }
}
