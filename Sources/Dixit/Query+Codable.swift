// Queries kept in files and sent over wires.

/// A query is `{"text": …, "parameters": {…}}`; one without parameters may leave them out.
extension Query: Codable {
    private enum CodingKeys: String, CodingKey {
        case text, parameters
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let parameters = try container.decodeIfPresent([String: Parameter].self, forKey: .parameters)
        self.init(text: try container.decode(String.self, forKey: .text), parameters: parameters ?? [:])
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        if !parameters.isEmpty { try container.encode(parameters, forKey: .parameters) }
    }
}

/// A parameter is the value itself; a date is `{"date": "2016-05"}`, so that no text is taken for one, and a number with a
/// fraction `{"number": 2.5}`, so that 2.0 does not come back as the whole number 2.
extension Parameter: Codable {
    private enum CodingKeys: String, CodingKey {
        case date, number
    }

    /// Lists in lists deeper than this are refused: nothing asks for them.
    private static let deepest = 8

    public init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: CodingKeys.self) {
            if let number = try keyed.decodeIfPresent(Double.self, forKey: .number) {
                self = .number(number)
            } else {
                self = .date(try keyed.decode(CalendarDate.self, forKey: .date))
            }
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            guard decoder.codingPath.count <= Self.deepest else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "lists are nested too deeply"))
            }
            var items: [Parameter] = []
            while !list.isAtEnd { items.append(try list.decode(Parameter.self)) }
            self = .list(items)
            return
        }
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .date(let date):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(date, forKey: .date)
        case .list(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(item) }
        case .text(let value): try encode(value, to: encoder)
        case .integer(let value): try encode(value, to: encoder)
        case .number(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(value, forKey: .number)
        case .boolean(let value): try encode(value, to: encoder)
        }
    }

    private func encode(_ value: some Encodable, to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
