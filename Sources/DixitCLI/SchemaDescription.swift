// A schema in words, for `.schema`, `.sets` and `dixit schema`.

import Dixit
import DixitFormats
import DixitText

/// Sets, fields and types, with their other names.
struct SchemaDescription {
    private let schema: Schema
    private let language: Language

    init(_ schema: Schema, language: Language) {
        self.schema = schema
        self.language = language
    }

    /// One line a set: its name, how much there is of it, and what it holds.
    func sets(counts: (String) -> Int) -> String {
        let numbers = schema.sets.map { AnswerSummary.written(counts($0.name), language) }
        let widest = numbers.map { DisplayText.columns(of: $0) }.max() ?? 0
        return Self.aligned(
            zip(schema.sets, numbers).map { set, number in
                let padding = String(repeating: " ", count: widest - DisplayText.columns(of: number))
                return [set.name, padding + number, set.documentation[language]]
            })
    }

    /// All sets, or the set or field of that name (`statements`, `déclarations.orateur`); nil for an unknown one.
    func text(_ name: String?) -> String? {
        guard let name, !name.isEmpty else {
            return schema.sets.map { text(of: $0) }.joined(separator: "\n")
        }
        guard let (set, field) = find(name) else { return nil }
        return field.map { text(of: $0, in: set) } ?? text(of: set)
    }

    private func text(of set: SetSchema) -> String {
        let names = set.aliases.isEmpty ? "" : " (\(set.aliases.joined(separator: ", ")))"
        let rows = set.fields.map { field in
            [
                "  " + field.name, field.type.name(in: language), field.aliases.joined(separator: ", "),
                field.documentation[language],
            ]
        }
        return "\(set.name)\(names): \(set.documentation[language])\n" + Self.aligned(rows)
    }

    private func text(of field: FieldSchema, in set: SetSchema) -> String {
        let names = field.aliases.isEmpty ? "" : " (\(field.aliases.joined(separator: ", ")))"
        return
            "\(set.name).\(field.name)\(names): \(field.type.name(in: language))\n  \(field.documentation[language])\n"
    }

    /// The set, and the field of it, that a name means in any spelling and language.
    func find(_ name: String) -> (set: SetSchema, field: FieldSchema?)? {
        let parts = name.split(separator: ".", maxSplits: 1).map { DixitText.folded(String($0)) }
        guard let first = parts.first else { return nil }
        let set = schema.sets.first { set in
            ([set.name, set.singular] + set.aliases).contains { DixitText.folded($0) == first }
        }
        guard let set else { return nil }
        guard parts.count == 2 else { return (set, nil) }
        let field = set.fields.first { field in
            ([field.name] + field.aliases).contains { DixitText.folded($0) == parts[1] }
        }
        return field.map { (set, $0) }
    }

    /// What to say of a name that is none: a set that nobody knows, or a field of a set that is known.
    func unknown(_ name: String) -> Phrase {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let set = find(parts[0])?.set else {
            return .unknownName(name, kind: .set, known: schema.sets.map(\.name))
        }
        return .unknownName(parts[1], kind: .field, known: set.fields.map(\.name))
    }

    // MARK: - JSON

    func json(_ name: String?) -> String? {
        guard let name, !name.isEmpty else {
            return "{\"sets\": [\n" + schema.sets.map { json($0, $0.fields) }.joined(separator: ",\n") + "\n]"
                + (schema.documents.map { ",\n\"documents\": " + json($0) } ?? "") + "}\n"
        }
        guard let (set, field) = find(name) else { return nil }
        return json(set, field.map { [$0] } ?? set.fields) + "\n"
    }

    private func json(_ documents: Schema.Documents) -> String {
        let members = [
            ("set", documents.set), ("title", documents.title), ("outlet", documents.outlet), ("date", documents.date),
            ("paragraph", documents.paragraph),
        ]
        return "{" + members.map { "\(jsonString($0)): \(jsonString($1))" }.joined(separator: ", ") + "}"
    }

    private func json(_ set: SetSchema, _ fields: [FieldSchema]) -> String {
        let fields = fields.map { field in
            var members = [
                "\"name\": \(jsonString(field.name))", "\"type\": \(jsonString(Self.kind(field.type)))",
                "\"aliases\": \(Self.list(field.aliases))",
            ]
            switch field.type {
            case .keyword(many: true), .name(many: true): members.append("\"many\": true")
            case .one(let target, let inverse), .many(let target, let inverse):
                members.append("\"target\": \(jsonString(target))")
                if let inverse { members.append("\"inverse\": \(jsonString(inverse))") }
            default: break
            }
            members.append("\"documentation\": \(jsonString(field.documentation[language]))")
            return "    {" + members.joined(separator: ", ") + "}"
        }
        var members = ""
        if let part = set.part {
            members +=
                "\"part\": {\"of\": \(jsonString(part.whole)), \"field\": \(jsonString(part.field)), "
                + "\"value\": \(jsonString(part.value))}, "
        }
        if set.namesPeople { members += "\"namesPeople\": true, " }
        if set.isSearchedByText { members += "\"isSearchedByText\": true, " }
        return "  {\"name\": \(jsonString(set.name)), \"singular\": \(jsonString(set.singular)), "
            + "\"aliases\": \(Self.list(set.aliases)), \"label\": \(jsonString(set.label)), "
            + "\"shown\": \(Self.list(set.shown)), \"details\": \(Self.list(set.details)), \(members)\"documentation\": \(jsonString(set.documentation[language])), "
            + "\"fields\": [\n" + fields.joined(separator: ",\n") + "\n  ]}"
    }

    private static func list(_ texts: [String]) -> String { "[" + texts.map(jsonString).joined(separator: ", ") + "]" }

    private static func kind(_ type: FieldType) -> String {
        switch type {
        case .text: "text"
        case .name: "name"
        case .keyword: "keyword"
        case .number: "number"
        case .date: "date"
        case .boolean: "boolean"
        case .one: "one"
        case .many: "many"
        }
    }

    /// Columns two spaces apart, the last as long as it is; columns without any text are left out.
    static func aligned(_ rows: [[String]]) -> String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? DisplayText.columns(of: $0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() where widths[column] > 0 {
                let padding = String(repeating: " ", count: widths[column] - DisplayText.columns(of: cell) + 2)
                line += cell + padding
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
