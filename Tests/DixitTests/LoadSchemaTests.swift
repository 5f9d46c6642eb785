// The schema of news, and what is found wrong in others.

import Dixit
import Testing

@Test func theNewsSchemaHasNoDefects() {
    #expect(Schema.news.defects == [])
    #expect(
        Schema.news.sets.map(\.name) == [
            "documents", "sentences", "statements", "actors", "people", "organisations", "places", "events",
            "agreements",
        ])
}

@Test(arguments: [
    ("statements", "orateur", "speaker"), ("statements", "texte", "text"), ("statements", "fonction", "role"),
    ("statements", "kind", "mode"), ("statements", "évènement", "event"), ("statements", "lieu", "place"),
    ("documents", "titre", "title"), ("documents", "chapeau", "lead"), ("documents", "journal", "outlet"),
    ("documents", "média", "outlet"), ("people", "organisation", "organisations"),
    ("organisations", "members", "people"), ("agreements", "signataires", "signatories"),
])
func fieldsHaveTheAliasesThatTheReferenceLists(set: String, alias: String, field: String) {
    #expect(Schema.news[set: set]?[field: field]?.aliases.contains(alias) == true)
}

@Test func everyFieldIsDocumentedInBothLanguages() {
    for set in Schema.news.sets {
        for field in set.fields {
            #expect(!field.documentation.english.isEmpty && !field.documentation.french.isEmpty)
        }
    }
}

private let nothing = LocalizedText(english: "x", french: "x")

private func set(_ name: String, part: SetSchema.Part? = nil, _ fields: (String, FieldType, [String])...) -> SetSchema {
    SetSchema(
        name, singular: name + "1", part: part, label: fields.first?.0 ?? "id", documentation: nothing,
        fields: fields.map { FieldSchema($0.0, $0.1, aliases: $0.2, documentation: nothing) })
}

@Test func defectsOfSchemasAreNamed() {
    func defects(_ sets: SetSchema...) -> [String] { Schema(sets: sets).defects }
    #expect(
        defects(set("as", ("role", .text, ["Rôle"]), ("where", .text, ["two words"]))) == [
            "set as has a reserved name: as",
            "field as.role has a name that field as.role has: Rôle",
            "field as.where has a reserved name: where",
            "field as.where has a name that is no word: “two words”",
        ])
    #expect(
        defects(set("a", ("b", .one("b", inverse: "as"), []), ("c", .one("c"), [])), set("b", ("as", .text, []))) == [
            "a.b has no inverse b.as",
            "a.c leads to no set: c",
            "field b.as has a reserved name: as",
        ])
    #expect(
        defects(
            set("a", ("kind", .text, [])),
            set("p", part: .init(of: "a", where: "kind", is: "x"), ("kind", .number, []))
        ) == [
            "a.kind, which makes p a part, is no keyword",
            "p.kind has another type in a",
        ])
    #expect(
        defects(set("a", ("b", .many("b", inverse: "a"), [])), set("b", ("a", .one("b"), []))) == [
            "b.a does not lead back to a.b"
        ])
    let cited = Schema.Documents(set: "a", title: "t", outlet: "o", date: "d", paragraph: "p")
    #expect(
        Schema(sets: [set("a", ("t", .text, []), ("d", .date, []))], documents: cited).defects
            == ["a has no field to cite: o"])
    #expect(Schema(sets: [set("b", ("t", .text, []))], documents: cited).defects == ["documents are in no set: a"])
}
