// What is in the files of an exported folder, as the Data Package standard says it.

import DixitFormats
import DixitSQL

/// The description of a folder: for each file its columns, its key and what it refers to (https://specs.frictionlessdata.io).
struct DataPackage {
    private let layout: TableLayout
    private let tables: [TableLayout.Table]
    /// The tables without rows: readers take an empty file for one of another kind, where it has no line of names.
    private let empty: Set<String>

    init(_ layout: TableLayout, tables: [TableLayout.Table], empty: Set<String>) {
        (self.layout, self.tables, self.empty) = (layout, tables, empty)
    }

    func json(beginning: String) -> String {
        let resources = tables.flatMap { table -> [String] in
            let lines = resource(
                table, name: Self.linesName(table), path: TableFolder.linesName(table), format: "jsonl",
                type: "application/jsonl", other: Self.linesName)
            let isLeftOut = empty.contains(table.name)
            guard table.isForReaders else { return isLeftOut ? [] : [lines] }
            let csv = resource(
                table, name: table.name, path: TableFolder.csvName(table), format: "csv", type: "text/csv",
                other: { $0.name })
            return isLeftOut ? [csv] : [csv, lines]
        }
        return beginning + "  \"title\": \"Tables of a corpus, written by dixit export\",\n  \"resources\": [\n"
            + resources.joined(separator: ",\n") + "\n  ]\n}\n"
    }

    private static func linesName(_ table: TableLayout.Table) -> String { table.name + "-lines" }

    private func resource(
        _ table: TableLayout.Table, name: String, path: String, format: String, type: String,
        other: (TableLayout.Table) -> String
    ) -> String {
        let fields = table.columns.map(field).joined(separator: ",\n")
        let references = table.columns.compactMap { column -> String? in
            guard let target = column.references.flatMap({ layout[table: $0] }), let key = target.primaryKey.first,
                // A part of a corpus speaks of rows that are elsewhere.
                tables.contains(target), !(format == "jsonl" && empty.contains(target.name))
            else { return nil }
            return """
                          {"fields": \(list([column.name])), "reference": {"resource": \(jsonString(other(target))), "fields": \
                \(list([key]))}}
                """
        }
        return """
                {
                  "name": \(jsonString(name.lowercased())),
                  "path": \(jsonString(path)),
                  "format": \(jsonString(format)),
                  "mediatype": \(jsonString(type)),
                  "encoding": "utf-8",
                  "description": \(jsonString(table.documentation)),
                  "schema": {
                    "fields": [
            \(fields)
                    ],
                    "primaryKey": \(list(table.primaryKey)),
                    "foreignKeys": [
            \(references.joined(separator: ",\n"))
                    ]
                  }
                }
            """
    }

    private func field(_ column: TableLayout.Column) -> String {
        let required = column.isRequired ? ", \"constraints\": {\"required\": true}" : ""
        return "          {\"name\": \(jsonString(column.name)), \"type\": \(jsonString(type(column.kind)))\(required)}"
    }

    /// A date may stop at the month, which the standard's dates do not.
    private func type(_ kind: TableLayout.Column.Kind) -> String {
        switch kind {
        case .text, .date: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .texts, .integers: "array"
        }
    }

    private func list(_ names: [String]) -> String { "[" + names.map { jsonString($0) }.joined(separator: ", ") + "]" }
}
