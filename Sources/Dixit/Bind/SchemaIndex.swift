// How the names of sets and fields are looked up: folded, singular or plural, in any declared language.

import DixitText

/// Finds sets and fields by the names that people write for them.
struct SchemaIndex: Sendable {
    private let schema: Schema
    private let setNumbers: [String: Int]
    private let fieldNumbers: [[String: Int]]

    init(_ schema: Schema) {
        self.schema = schema
        var setNumbers: [String: Int] = [:]
        for (number, set) in schema.sets.enumerated() {
            for name in [set.name, set.singular] + set.aliases { setNumbers.register(name, number) }
        }
        for (number, set) in schema.sets.enumerated() {
            for name in [set.name, set.singular] + set.aliases { setNumbers.registerOtherNumber(of: name, number) }
        }
        self.setNumbers = setNumbers
        fieldNumbers = schema.sets.map { set in
            var numbers: [String: Int] = [:]
            for (number, field) in set.fields.enumerated() { numbers.register(field.name, number) }
            for (number, field) in set.fields.enumerated() {
                for alias in field.aliases { numbers.register(alias, number) }
            }
            for (number, field) in set.fields.enumerated() {
                for name in [field.name] + field.aliases { numbers.registerOtherNumber(of: name, number) }
            }
            return numbers
        }
    }

    func set(_ name: String) -> Int? { setNumbers[DixitText.folded(name)] }

    /// A set by its canonical name.
    func set(canonical name: String) -> Int? { schema.sets.firstIndex { $0.name == name } }

    func field(_ name: String, of set: Int) -> Int? { fieldNumbers[set][DixitText.folded(name)] }

    /// The canonical names of sets, for messages.
    var setNames: [String] { schema.sets.map(\.name) }

    /// All words that name a set, for suggestions.
    var setWords: [String] { schema.sets.flatMap { [$0.name, $0.singular] + $0.aliases } }

    func fieldNames(of set: Int) -> [String] { schema.sets[set].fields.map(\.name) }

    func fieldWords(of set: Int) -> [String] { schema.sets[set].fields.flatMap { [$0.name] + $0.aliases } }
}

extension [String: Int] {
    fileprivate mutating func register(_ name: String, _ number: Int) {
        let key = DixitText.folded(name)
        if self[key] == nil { self[key] = number }
    }

    /// `statement` for `statements`, `accords` for `accord`, where that is no other name.
    fileprivate mutating func registerOtherNumber(of name: String, _ number: Int) {
        let key = DixitText.folded(name)
        register(key.hasSuffix("s") ? String(key.dropLast()) : key + "s", number)
    }
}
