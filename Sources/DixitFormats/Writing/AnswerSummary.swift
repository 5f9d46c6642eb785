// How much an answer holds, in words.

package import Dixit

/// What there is in an answer, for a line under a table or at the head of a page.
package struct AnswerSummary {
    private let answer: Answer
    private let schema: Schema
    private let language: Language

    package init(_ answer: Answer, _ schema: Schema, _ language: Language) {
        (self.answer, self.schema, self.language) = (answer, schema, language)
    }

    /// `4 statements in 3 documents (2016-05-01 … 2016-06-30)`
    package var text: String {
        switch answer.kind {
        case .definition, .explanation: return ""
        case .count: return Self.written(answer.count, language)
        case .groups:
            let noun = language == .french ? (answer.count < 2 ? "groupe" : "groupes") : plural("group")
            return "\(Self.written(answer.count, language)) \(noun)"
        case .rows: return rowsText
        }
    }

    private var rowsText: String {
        let set = answer.set ?? ""
        let text = counted(answer.count, set: set)
        guard answer.count > 0, let extent = answer.extent else { return text }
        let documents = set == "documents" ? "" : " \(inWord) " + counted(extent.documents, set: "documents")
        switch (extent.firstDate, extent.lastDate) {
        case (let first?, let last?) where first != last: return text + documents + " (\(first) … \(last))"
        case (let day?, _), (_, let day?): return text + documents + " (\(day))"
        default: return text + documents
        }
    }

    private var inWord: String { language == .french ? "dans" : "in" }

    private func counted(_ count: Int, set: String) -> String { Self.counted(count, set, schema, language) }

    /// `1 statement`, `12 déclarations`
    package static func counted(_ count: Int, _ set: String, _ schema: Schema, _ language: Language) -> String {
        let name: String
        switch language {
        case .english: name = count == 1 ? schema[set: set]?.singular ?? set : set
        case .french: name = schema[set: set]?.french.map { noun($0.text, isSingular: count < 2) } ?? set
        }
        return "\(written(count, language)) \(name)"
    }

    /// `les déclarations` becomes `déclarations`, or `déclaration`: of plurals that end in s or x.
    private static func noun(_ plural: String, isSingular: Bool) -> String {
        let bare = ["les ", "l’", "l'", "le ", "la "].first { plural.hasPrefix($0) }.map { plural.dropFirst($0.count) }
        guard isSingular else { return String(bare ?? plural[...]) }
        let words = (bare ?? plural[...]).split(separator: " ")
        return words.map { $0.hasSuffix("s") || $0.hasSuffix("x") ? $0.dropLast() : $0 }.joined(separator: " ")
    }

    private func plural(_ noun: String) -> String { answer.count == 1 ? noun : noun + "s" }

    /// `1,204`, in French `1 204`.
    package static func written(_ number: Int, _ language: Language) -> String {
        var groups: [String] = []
        var rest = number.magnitude
        while rest >= 1000 {
            groups.insert(String(String(rest % 1000 + 1000).dropFirst()), at: 0)
            rest /= 1000
        }
        groups.insert(String(rest), at: 0)
        return groups.joined(separator: language == .french ? "\u{202F}" : ",")
    }
}
