// What a message says, apart from the words it says it in.

/// A language that messages are written in.
package enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case french = "fr"
}

/// A message with its stable code and the values it speaks about; the wording is in the catalogues.
///
/// Messages are made by the functions in `Message+….swift`, one a message: `.unknownSet("statments", …)`.
package struct Message: Hashable, Sendable {
    /// `E301`, or `E401.contains` where one code has several wordings.
    package let key: String
    /// What the wording may mention, in a fixed order. A value that is absent is left out.
    package let arguments: [Argument]

    package struct Argument: Hashable, Sendable {
        package let name: String
        package let value: Value
    }

    package enum Value: Hashable, Sendable {
        /// A stretch of the source, or of the corpus, or of code: never translated.
        case text(String)
        case number(Int)
        case list([String])
        /// Things that can be expected or found: translated.
        case terms([Term])
        /// Words of another language with the words of this one, `où` and `where`.
        case pairs([Pair])
        /// `5 June`
        case dayAndMonth(Int, Int)
        /// With a sign at those that leave nothing over, where that is what is asked.
        case counts([Counted], marksNone: Bool = false)
    }

    /// A condition or a name, with a number of rows.
    package struct Counted: Hashable, Sendable {
        package let text: String
        package let count: Int
        package init(_ text: String, _ count: Int) {
            self.text = text
            self.count = count
        }
    }

    package struct Pair: Hashable, Sendable {
        package let word: String
        package let keyword: String
    }

    /// Something that can stand in a query.
    package enum Term: Hashable, Sendable {
        case keyword(String)
        /// A stretch of the source.
        case source(String)
        case noun(Noun)
    }

    /// Things with a name in every language; the raw value finds it in the catalogue.
    package enum Noun: String, Hashable, Sendable, CaseIterable {
        // Parts of a query.
        case end, set, field, value, condition, clause, comparison, quotedText, wholeNumber, list, pattern, parameter
        case format, definition, timeUnit
        // Types of fields and parameters, and `name` for both.
        case name, text, keyword, number, date, boolean, relation, relations, texts
    }

    init(_ key: String, _ arguments: KeyValuePairs<String, Value?> = [:]) {
        self.key = key
        self.arguments = arguments.compactMap { name, value in value.map { Argument(name: name, value: $0) } }
    }

    /// `E300`; never changes.
    package var code: String { String(key.prefix { $0 != "." }) }

    /// Whether it accompanies a result instead of replacing it.
    package var isNote: Bool { key.hasPrefix("N") }

    package subscript(name: String) -> Value? { arguments.first { $0.name == name }?.value }
}

extension Message.Value {
    static func text(_ text: String?) -> Self? { text.map { .text($0) } }
    /// Nil for an empty list, so that a wording that needs it is not chosen.
    static func some(_ list: [String]) -> Self? { list.isEmpty ? nil : .list(list) }
}
