// A message in the words of a language.

/// A message in words, in the parts that it is shown in.
package struct Wording: Hashable, Sendable {
    /// What is wrong: `I don't know a field called “speeker” on statements`.
    package var headline: String
    /// What to write instead, beside the place: ``did you mean `speaker`?``
    package var advice: String?
}

extension Message {
    package func wording(in language: MessageLanguage) -> Wording {
        Catalogue.of(language).wording(of: self)
    }
}

/// The wording of all messages in one language.
///
/// A catalogue is a text. A line `E301: …` is a headline; the lines after it that start with `>` are advice, of which the
/// first is taken whose values are all there. `{name}` is a value, `{rows:row|rows}` a choice by number.
package struct Catalogue: Sendable {
    private struct Entry: Sendable {
        var headline: String
        var advice: [String]
    }

    private let language: MessageLanguage
    private let entries: [String: Entry]

    private static let english = Catalogue(.english, englishText)
    private static let french = Catalogue(.french, frenchText)

    package static func of(_ language: MessageLanguage) -> Catalogue {
        switch language {
        case .english: english
        case .french: french
        }
    }

    private init(_ language: MessageLanguage, _ text: String) {
        self.language = language
        var entries: [String: Entry] = [:]
        var key = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("> ") {
                entries[key]?.advice.append(Self.typeset(String(line.dropFirst(2)), language))
            } else if let colon = line.firstIndex(of: ":") {
                key = String(line[..<colon])
                let headline = line[colon...].dropFirst(2)
                entries[key] = Entry(headline: Self.typeset(String(headline), language), advice: [])
            }
        }
        self.entries = entries
    }

    /// The keys of all messages, sorted, without those of nouns.
    package var keys: [String] { entries.keys.filter { $0.first?.isUppercase == true }.sorted() }

    /// The headline and advice of a key as they stand in the catalogue.
    package func templates(of key: String) -> [String] {
        entries[key].map { [$0.headline] + $0.advice } ?? []
    }

    func wording(of message: Message) -> Wording {
        guard let entry = entries[message.key] else { return Wording(headline: message.key, advice: nil) }
        let advice = entry.advice.lazy.compactMap { filled($0, message) }.first
        return Wording(headline: filled(entry.headline, message) ?? entry.headline, advice: advice)
    }

    /// The template with the values of the message; nil where it lacks one.
    private func filled(_ template: String, _ message: Message) -> String? {
        var text = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let parts = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
            guard let name = parts.first, let value = message[String(name)] else { return nil }
            if parts.count == 2 {
                let forms = parts[1].split(separator: "|")
                text += forms.isEmpty ? "" : forms[min(isSingular(value) ? 0 : 1, forms.count - 1)]
            } else {
                text += written(value)
            }
            rest = rest[close...].dropFirst()
        }
        return text + rest
    }

    private func isSingular(_ value: Message.Value) -> Bool {
        guard case .number(let number) = value else { return false }
        return language == .french ? abs(number) < 2 : number == 1
    }
}

// MARK: - Values in words

extension Catalogue {
    private func written(_ value: Message.Value) -> String {
        switch value {
        case .text(let text): return text
        case .number(let number): return written(number)
        case .list(let items):
            return items.prefix(6).joined(separator: ", ") + (items.count > 6 ? ", …" : "")
        case .terms(let terms): return joined(terms.map(written))
        case .pairs(let pairs):
            return pairs.map { "`\($0.word)` \(noun("is")) `\($0.keyword)`" }.joined(separator: ", ")
        case .dayAndMonth(let day, let month):
            return "\(language == .french && day == 1 ? "1er" : String(day)) \(noun("month.\(month)"))"
        case .counts(let counts, let marksNone):
            return counts.prefix(12).map { "\($0.text) \(written($0.count))\(marksNone && $0.count == 0 ? " ◀" : "")" }
                .joined(separator: "   ") + (counts.count > 12 ? "   …" : "")
        }
    }

    private func written(_ term: Message.Term) -> String {
        switch term {
        case .keyword(let word): "`\(word)`"
        case .source(let text): language == .french ? "«\u{A0}\(text)\u{A0}»" : "“\(text)”"
        case .noun(let noun): self.noun("noun.\(noun.rawValue)")
        }
    }

    private func noun(_ key: String) -> String { entries[key]?.headline ?? key }

    /// `a, b or c`
    private func joined(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(noun("or")) " + last
    }

    /// `1,204`, in French `1 204`.
    private func written(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += language == .french ? "\u{202F}" : "," }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + text
    }

    /// French spaces do not break: before `:` and inside « », narrow before `;`, `!` and `?`.
    private static func typeset(_ text: String, _ language: MessageLanguage) -> String {
        guard language == .french else { return text }
        var result = ""
        var characters = Substring(text)
        while let character = characters.popFirst() {
            if character == " ", let next = characters.first {
                switch next {
                case ":", "»": result += "\u{A0}"
                case ";", "!", "?": result += "\u{202F}"
                default: result += result.last == "«" ? "\u{A0}" : " "
                }
            } else {
                result.append(character)
            }
        }
        return result
    }
}
