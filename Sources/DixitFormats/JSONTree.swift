// JSON that has no type of its own.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Any JSON: what it holds is looked at member by member.
enum JSONTree: Decodable, Sendable {
    case object([String: JSONTree])
    case list([JSONTree])
    case text(String)
    case flag(Bool)
    case number(Double)
    /// `null`
    case other

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: RecordKey.self) {
            var members: [String: JSONTree] = [:]
            for key in object.allKeys { members[key.stringValue] = try object.decode(JSONTree.self, forKey: key) }
            self = .object(members)
        } else if let value = try? decoder.singleValueContainer() {
            if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let flag = try? value.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else if let list = try? value.decode([JSONTree].self) {
                self = .list(list)
            } else {
                self = .other
            }
        } else {
            self = .other
        }
    }

    /// The line that an error of the decoder names: “… around line 3, column 5.”
    static func line(of error: any Error) -> Int? {
        guard case DecodingError.dataCorrupted(let context) = error, let cause = context.underlyingError else {
            return nil
        }
        let words = "\(cause)".split(separator: " ")
        guard let place = words.firstIndex(of: "line"), place + 1 < words.count else { return nil }
        return Int(words[place + 1].prefix { $0.isNumber })
    }
}

extension JSONTree {
    /// - Throws: `DecodingError` for a text that is no JSON.
    init(_ text: String) throws {
        self = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
    }

    /// The member of an object; nil for one that is `null`.
    subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self, let member = members[name] else { return nil }
        if case .other = member { return nil }
        return member
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    /// A number without a fraction, of a size that places in texts have.
    var integer: Int? { number.flatMap { $0.magnitude < 1e15 && $0.rounded() == $0 ? Int($0) : nil } }
    /// The members of a list; one value is a list of one, as JSON-LD has it.
    var list: [JSONTree] {
        switch self {
        case .list(let members): members
        case .other: []
        default: [self]
        }
    }
    /// One text or several.
    var texts: [String] { list.compactMap(\.text) }
    var names: [String] { if case .object(let members) = self { members.keys.sorted() } else { [] } }
}
