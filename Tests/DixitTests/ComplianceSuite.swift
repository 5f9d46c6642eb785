// Reads the compliance suite: Grammar/compliance/*.json, whose format its README says.

import Dixit
import Foundation
import TestSupport
import Testing

/// A value of JSON.
enum JSONValue: Decodable, Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else {
            self = .list(try container.decode([JSONValue].self))
        }
    }

    var parameter: Parameter? {
        switch self {
        case .null: nil
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .text(let value): .text(value)
        case .list(let values): .list(values.compactMap(\.parameter))
        }
    }
}

struct ComplianceCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let query: String
    var parameters: [String: JSONValue]?
    var rows: [String]?
    var table: [[JSONValue]]?
    var count: Int?
    var error: String?
    var partition: String?
    var set: String?

    var testDescription: String { name }

    /// How many expectations it has; one is right.
    var expectations: Int {
        [rows != nil, table != nil, count != nil, error != nil, partition != nil].count { $0 }
    }
}

struct ComplianceFile: Decodable {
    let corpus: String
    let cases: [ComplianceCase]

    static let folder = Golden.packageFolder().appendingPathComponent("Grammar/compliance")

    static var names: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.sorted()
        }
    }

    init(_ name: String) throws {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent(name))
        self = try JSONDecoder().decode(ComplianceFile.self, from: data)
    }
}

/// Records with their schema.
struct ComplianceCorpus: Decodable {
    struct SetOfRows: Decodable {
        let name: String
        let singular: String
        var aliases: [String]?
        var label: String?
        var searchedByText: Bool?
        let fields: [Field]
    }

    struct Field: Decodable {
        let name: String
        let type: String
        var many: Bool?
        var set: String?
        var inverse: String?
        var aliases: [String]?

        var fieldType: FieldType? {
            switch type {
            case "text": .text
            case "name": .name(many: many ?? false)
            case "keyword": .keyword(many: many ?? false)
            case "number": .number
            case "date": .date
            case "boolean": .boolean
            case "one": set.map { .one($0, inverse: inverse) }
            case "many": set.map { .many($0, inverse: inverse) }
            default: nil
            }
        }
    }

    let today: String
    let schema: [SetOfRows]
    let rows: [String: [[String: JSONValue]]]

    /// A session on the corpus of a file of cases.
    static func session(_ path: String) throws -> Session {
        let data = try Data(contentsOf: ComplianceFile.folder.appendingPathComponent(path))
        let source = try JSONDecoder().decode(ComplianceCorpus.self, from: data)
        let nothing = LocalizedText(english: "", french: "")
        let schema = Schema(
            sets: try source.schema.map { set in
                SetSchema(
                    set.name, singular: set.singular, aliases: set.aliases ?? [], label: set.label ?? "id",
                    shown: ["id"],
                    isSearchedByText: set.searchedByText ?? false, documentation: nothing,
                    fields: try set.fields.map { field in
                        let type = try #require(field.fieldType, "\(field.name): \(field.type)")
                        return FieldSchema(field.name, type, aliases: field.aliases ?? [], documentation: nothing)
                    })
            })
        var builder = RecordBuilder(schema: schema)
        for set in source.schema {
            for row in source.rows[set.name] ?? [] {
                try builder.add(row.compactMapValues(\.parameter), to: set.name)
            }
        }
        var session = Session(try builder.finish())
        session.today = CalendarDate(source.today)
        return session
    }
}
