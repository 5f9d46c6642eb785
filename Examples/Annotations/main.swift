// A program's own data beside the news: notes that somebody wrote on statements, asked together with them.
//
//     swift run Annotations

import Dixit

/// What a note is. Its relation leads to the statements of the news, which get the field `notes`.
let notes = SetSchema(
    "notes", singular: "note", aliases: ["remarques"], shown: ["id", "stance", "coder", "statement"],
    documentation: LocalizedText(english: "what we noted", french: "ce que nous avons noté"),
    fields: [
        FieldSchema("id", .keyword(), documentation: LocalizedText(english: "its number", french: "son numéro")),
        FieldSchema(
            "statement", .one("statements", inverse: "notes"),
            documentation: LocalizedText(english: "what it is about", french: "ce dont elle parle")),
        FieldSchema(
            "stance", .keyword(), documentation: LocalizedText(english: "for or against", french: "pour ou contre")),
        FieldSchema(
            "coder", .keyword(), documentation: LocalizedText(english: "who wrote it", french: "qui l’a écrite")),
    ])

/// The same as Swift types, as `notes` in a schema gives them with `swiftSource()`.
struct NoteFields: FieldSet {
    static let setName = "notes"
    let fieldPath: FieldPath
    var statement: One<StatementFields> { One(fieldPath, "statement") }
    var stance: KeywordField { KeywordField(fieldPath, "stance") }
    var coder: KeywordField { KeywordField(fieldPath, "coder") }
}

extension SetName<NoteFields> {
    static var notes: Self { Self() }
}

extension StatementFields {
    var notes: Many<NoteFields> { Many(fieldPath, "notes") }
}

let corpus = Corpus(documents: [
    Document(
        id: "budget",
        text:
            "« Le budget de la culture augmentera », a annoncé la ministre, Claire Fontaine. Paul Mercier a dénoncé une dépense inutile.",
        date: CalendarDate("2024-03-05")
    )
])

do {
    var records = try RecordBuilder(extending: corpus, with: [notes])
    for (number, (statement, stance)) in [("budget:1", "pour"), ("budget:2", "contre")].enumerated() {
        try records.add(
            [
                "id": .text("n\(number + 1)"), "statement": .text(statement), "stance": .text(stance),
                "coder": .text("Inès"),
            ], to: "notes")
    }
    let annotated = try records.finish()

    // In the language, and in Swift: the same question.
    let against: Query = "find statements where notes.stance = \("contre") show speaker, text"
    for row in try annotated.answer(to: against).rows { print("against: \(row[0]): \(row[1])") }
    let fontaine = Query.find(.notes).where { $0.statement.speaker == "Fontaine" && $0.coder == "Inès" }
    for row in try annotated.answer(to: fontaine).rows { print("on Fontaine: \(row["stance"] ?? .missing)") }
    let stances = Query.count(.notes).by { ($0.statement.speaker, $0.stance) }
    for row in try annotated.answer(to: stances).rows { print(row.values.map(\.description).joined(separator: " | ")) }
} catch {
    print(error.text(in: .english))
}
