// Decodes a row of an answer into a type of the caller's.

/// A `Decoder` over one row: a keyed container by column name, or the first column as a single value.
struct RowDecoder: Decoder {
    let row: Row
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(RowContainer<Key>(row: row))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        ListContainer(values: row.values, codingPath: [])
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        guard !row.columns.isEmpty else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "the row has no column"))
        }
        return ValueDecoder(value: row[0], codingPath: [])
    }
}

/// The columns of a row by name.
private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let row: Row
    let positions: [String: Int]
    var codingPath: [any CodingKey] { [] }

    init(row: Row) {
        self.row = row
        var positions: [String: Int] = [:]
        for (position, column) in row.columns.enumerated() {
            positions[column.name] = position
            positions[Self.camelCase(column.name)] = position
        }
        self.positions = positions
    }

    var allKeys: [Key] { row.columns.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { positions[key.stringValue] != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key) == .missing }

    func decode<Result: Decodable>(_ type: Result.Type, forKey key: Key) throws -> Result {
        try ValueDecoder(value: value(key), codingPath: [key]).decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try ValueDecoder(value: value(key), codingPath: [key]).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try ValueDecoder(value: value(key), codingPath: [key]).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { RowDecoder(row: row) }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        try ValueDecoder(value: value(key), codingPath: [key])
    }

    private func value(_ key: Key) throws -> Value {
        guard let position = positions[key.stringValue] else {
            let names = row.columns.map(\.name).joined(separator: ", ")
            throw DecodingError.keyNotFound(
                key, .init(codingPath: [], debugDescription: "the answer has the columns \(names)"))
        }
        return row[position]
    }

    /// `speaker.role` → `speakerRole`
    private static func camelCase(_ name: String) -> String {
        var result = ""
        var raises = false
        for character in name {
            if character == "." || character == " " || character == "_" {
                raises = !result.isEmpty
            } else {
                result += raises ? character.uppercased() : String(character)
                raises = false
            }
        }
        return result
    }
}

/// One value of a row.
private struct ValueDecoder: Decoder, SingleValueDecodingContainer {
    let value: Value
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .entity(let entity) = value else { throw mismatch(Value.Entity.self) }
        return KeyedDecodingContainer(EntityContainer<Key>(entity: entity, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        switch value {
        case .list(let values): ListContainer(values: values, codingPath: codingPath)
        case .missing: ListContainer(values: [], codingPath: codingPath)
        default: ListContainer(values: [value], codingPath: codingPath)
        }
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { value == .missing }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .boolean(let boolean) = value else { throw mismatch(type) }
        return boolean
    }

    func decode(_ type: String.Type) throws -> String {
        if case .missing = value { throw mismatch(type) }
        return value.description
    }

    func decode(_ type: Double.Type) throws -> Double {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: throw mismatch(type)
        }
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    func decode<Result: Decodable>(_ type: Result.Type) throws -> Result {
        try Result(from: self)
    }

    private func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        switch value {
        case .integer(let number):
            if let exact = Number(exactly: number) { return exact }
        case .number(let number):
            if let exact = Number(exactly: number) { return exact }
        default: break
        }
        throw mismatch(type)
    }

    private func mismatch(_ type: Any.Type) -> DecodingError {
        let description = value == .missing ? "the value is missing" : "“\(value)” is no \(type)"
        return .typeMismatch(type, .init(codingPath: codingPath, debugDescription: description))
    }
}

/// The id, name and set of an entity, for a caller's type that wants more than its name.
private struct EntityContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let entity: Value.Entity
    let codingPath: [any CodingKey]

    var allKeys: [Key] { ["id", "name", "set"].compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { text(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { text(key) == nil }

    func decode<Result: Decodable>(_ type: Result.Type, forKey key: Key) throws -> Result {
        guard let text = text(key) else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: codingPath, debugDescription: "an entity has id, name and set"))
        }
        return try Result(from: ValueDecoder(value: .text(text), codingPath: codingPath + [key]))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try superDecoder(forKey: key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { ValueDecoder(value: .entity(entity), codingPath: codingPath) }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        ValueDecoder(value: text(key).map(Value.text) ?? .missing, codingPath: codingPath + [key])
    }

    private func text(_ key: Key) -> String? {
        switch key.stringValue {
        case "id": entity.id
        case "name": entity.name
        case "set": entity.set
        default: nil
        }
    }
}

/// The values of a list, one after the other.
private struct ListContainer: UnkeyedDecodingContainer {
    let values: [Value]
    let codingPath: [any CodingKey]
    var currentIndex = 0

    init(values: [Value], codingPath: [any CodingKey]) {
        self.values = values
        self.codingPath = codingPath
    }

    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex >= values.count }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, values[currentIndex] == .missing else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Result: Decodable>(_ type: Result.Type) throws -> Result {
        try Result(from: superDecoder())
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try superDecoder().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                Value.self, .init(codingPath: codingPath, debugDescription: "the list has \(values.count) values"))
        }
        defer { currentIndex += 1 }
        return ValueDecoder(value: values[currentIndex], codingPath: codingPath)
    }
}
