// One line of JSON as the values of a row.

import Dixit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which fields of a JSON object become which values of a row, and in what form.
struct RecordPlan: Sendable {
    struct Field: Sendable {
        let key: RecordKey
        /// What the schema calls it.
        let name: String
        let form: RecordProblem.Form
    }

    let fields: [Field]
    /// Fields of the file that are left out.
    let ignored: Set<String>

    /// A field for each one of the set, called as the file calls it.
    init(_ file: RecordFile, _ schema: Schema) {
        var names: [String: String] = [:]
        for (inFile, field) in file.fields { if let field { names[field] = inFile } }
        fields = (schema[set: file.set]?.fields ?? []).map { field in
            Field(
                key: RecordKey(names[field.name] ?? field.name), name: field.name,
                form: .init(field.type, of: schema))
        }
        ignored = Set(file.fields.filter { $0.value == nil }.keys)
    }
}

extension RecordProblem.Form {
    fileprivate init(_ type: FieldType, of schema: Schema) {
        switch type {
        case .text, .keyword(many: false), .name(many: false): self = .text
        case .keyword(many: true), .name(many: true): self = .texts
        case .number: self = .number
        case .date: self = .date
        case .boolean: self = .boolean
        case .one(let target, _): self = schema.hasNumbers(target) ? .number : .text
        case .many(let target, _): self = schema.hasNumbers(target) ? .numbers : .texts
        }
    }
}

extension Schema {
    /// Whether the rows of a set are known by numbers.
    fileprivate func hasNumbers(_ set: String) -> Bool {
        let whole = self[set: set]?.part?.whole ?? set
        return self[set: whole]?[field: "id"]?.type == .number
    }
}

/// The name of a field in a JSON object.
struct RecordKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

/// The values of a JSON object in the order of a ``RecordPlan``; nil where the object has none or `null`.
struct RecordLine: DecodableWithConfiguration {
    let values: [Parameter?]

    init(from decoder: any Decoder, configuration plan: RecordPlan) throws {
        let object = try decoder.container(keyedBy: RecordKey.self)
        var values: [Parameter?] = []
        values.reserveCapacity(plan.fields.count)
        for field in plan.fields { values.append(try Self.value(object, field)) }
        // A field that is `null` is there, and has no value: those are asked for only where the object has more fields than values.
        let count = object.allKeys.count
        var known = values.count { $0 != nil }
        if count > known {
            for (field, value) in zip(plan.fields, values) where value == nil && object.contains(field.key) {
                known += 1
            }
        }
        if count > known {
            let names = Set(plan.fields.map(\.key.stringValue)).union(plan.ignored)
            if let other = object.allKeys.map(\.stringValue).filter({ !names.contains($0) }).min() {
                throw UnknownField(name: other)
            }
        }
        self.values = values
    }

    /// The object has a field that nothing is said of.
    struct UnknownField: Error {
        let name: String
    }

    /// The value of a field is of another type.
    struct UnfitField: Error {
        let field: RecordPlan.Field
    }

    private static func value(
        _ object: KeyedDecodingContainer<RecordKey>, _ field: RecordPlan.Field
    ) throws -> Parameter? {
        let key = field.key
        do {
            switch field.form {
            case .text: return try object.decodeIfPresent(String.self, forKey: key).map { .text($0) }
            case .number: return try object.decodeIfPresent(Double.self, forKey: key).map { .number($0) }
            case .boolean: return try object.decodeIfPresent(Bool.self, forKey: key).map { .boolean($0) }
            case .texts:
                if let text = try? object.decodeIfPresent(String.self, forKey: key) { return .text(text) }
                return try object.decodeIfPresent([String].self, forKey: key).map { .list($0.map { .text($0) }) }
            case .numbers:
                if let number = try? object.decodeIfPresent(Double.self, forKey: key) { return .number(number) }
                return try object.decodeIfPresent([Double].self, forKey: key).map { .list($0.map { .number($0) }) }
            case .date:
                if let text = try? object.decodeIfPresent(String.self, forKey: key) { return .text(text) }
                return try object.decodeIfPresent(Int.self, forKey: key).map { .integer($0) }
            }
        } catch is DecodingError {
            throw UnfitField(field: field)
        }
    }
}
