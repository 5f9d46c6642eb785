// What the records of the benchmark are: statements with their speakers, events and documents, all known by numbers.

import Dixit
import DixitFormats

extension Schema {
    static let benchmark = Schema(sets: [
        SetSchema(
            "people", singular: "person", label: "id", shown: ["id", "name"], namesPeople: true, documentation: .none,
            fields: [
                FieldSchema("id", .number, documentation: .none),
                FieldSchema("name", .name(), documentation: .none),
                FieldSchema("role", .keyword(), documentation: .none),
                FieldSchema("organisation", .keyword(), documentation: .none),
                FieldSchema("statements", .many("statements", inverse: "speaker"), documentation: .none),
            ]),
        SetSchema(
            "events", singular: "event", label: "id", shown: ["id", "name"], documentation: .none,
            fields: [
                FieldSchema("id", .number, documentation: .none),
                FieldSchema("name", .name(), documentation: .none),
                FieldSchema("place", .keyword(), documentation: .none),
                FieldSchema("date", .date, documentation: .none),
                FieldSchema("statements", .many("statements", inverse: "event"), documentation: .none),
            ]),
        SetSchema(
            "documents", singular: "document", label: "id", shown: ["id", "title"], documentation: .none,
            fields: [
                FieldSchema("id", .number, documentation: .none),
                FieldSchema("date", .date, documentation: .none),
                FieldSchema("outlet", .keyword(), documentation: .none),
                FieldSchema("place", .keyword(), documentation: .none),
                FieldSchema("title", .text, documentation: .none),
                FieldSchema("statements", .many("statements", inverse: "document"), documentation: .none),
            ]),
        SetSchema(
            "statements", singular: "statement", label: "id", shown: ["id", "text"], isSearchedByText: true,
            documentation: .none,
            fields: [
                FieldSchema("id", .number, documentation: .none),
                FieldSchema("document", .one("documents", inverse: "statements"), documentation: .none),
                FieldSchema("speaker", .one("people", inverse: "statements"), documentation: .none),
                FieldSchema("verb", .keyword(), documentation: .none),
                FieldSchema("kind", .keyword(), documentation: .none),
                FieldSchema("text", .text, documentation: .none),
                FieldSchema("date", .date, documentation: .none),
                FieldSchema("place", .keyword(), documentation: .none),
                FieldSchema("event", .one("events", inverse: "statements"), documentation: .none),
            ]),
    ])
}

extension LocalizedText {
    fileprivate static let none = LocalizedText(english: "", french: "")
}

/// The files of the benchmark in a folder.
func benchmarkFiles(in folder: String) -> [RecordFile] {
    [
        RecordFile("\(folder)/people.jsonl", of: "people", fields: ["org": "organisation"]),
        RecordFile("\(folder)/events.jsonl", of: "events"),
        RecordFile("\(folder)/documents.jsonl", of: "documents", fields: ["source": "outlet"]),
        RecordFile("\(folder)/statements.jsonl", of: "statements", fields: ["doc": "document"]),
    ]
}
