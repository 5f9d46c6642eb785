// Tells the language of a text by its script and its most frequent words.

import DixitText

/// Counts the function words of each language in the first part of a text.
struct LanguageGuess: Sendable {
    /// So many words are enough to tell.
    private static let sample = 600
    /// Fewer words, or fewer of them known, tell nothing.
    private static let fewestWords = 8
    private static let fewestKnown = 4

    private let codes: [String]
    /// By the hash of a word: a bit for each language that has it.
    private let languages: HashedTable<UInt32>

    /// - Parameter text: Lines `code: words`.
    init(_ text: String) {
        var codes: [String] = []
        var languages = HashedTable<UInt32>()
        for (code, word) in Self.words(text) {
            if codes.last != code { codes.append(code) }
            let hash = WrittenForm.hash(word.utf8)
            languages[hash] = (languages[hash] ?? 0) | 1 << UInt32(codes.count - 1)
        }
        self.codes = codes
        self.languages = languages
    }

    /// The words of each language, as the lines give them; no more languages than there are bits.
    static func words(_ text: String) -> [(code: String, word: String)] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.prefix(32).flatMap { line in
            let parts = line.split(separator: ":")
            guard parts.count == 2 else { return [(String, String)]() }
            return parts[1].split(separator: " ").map { (String(parts[0]), String($0)) }
        }
    }

    /// ISO 639-1, or nil where the text is too short or the words of two languages are equally many.
    func language(of text: TokenisedText) -> String? {
        var counts = [Int](repeating: 0, count: codes.count)
        var scripts = ScriptCount()
        var words = 0
        for token in text.tokens where token.kind == .word {
            words += 1
            if words > Self.sample { break }
            // Latin, with the accented letters of the first four blocks.
            if text.bytes[Int(token.start)] < 0xCD {
                scripts.latin += 1
            } else {
                scripts.add(text.bytes[token.range.bytes])
            }
            guard token.openings.has(.languageWord), var bits = languages[token.hash] else { continue }
            while bits != 0 {
                counts[bits.trailingZeroBitCount] += 1
                bits &= bits - 1
            }
        }
        guard words >= Self.fewestWords else { return nil }
        if let language = scripts.language { return language }
        guard let best = counts.max(), best >= Self.fewestKnown, best * 12 >= min(words, Self.sample),
            counts.count(where: { $0 == best }) == 1, let index = counts.firstIndex(of: best)
        else { return nil }
        return codes[index]
    }
}

/// How many words of a text are in which script.
private struct ScriptCount {
    var latin = 0
    var others: [String: Int] = [:]

    mutating func add(_ word: ArraySlice<UInt8>) {
        guard let first = word.first else { return }
        let second = word.dropFirst().first ?? 0
        switch first {
        case 0xCD...0xCF: others["el", default: 0] += 1
        case 0xD0, 0xD1:
            // Ukrainian has і, ї and є where Russian has none of them.
            others[Self.hasUkrainian(word) ? "uk" : "ru", default: 0] += 1
        case 0xD6, 0xD7: others["he", default: 0] += 1
        case 0xD8...0xDB: others[Self.hasPersian(word) ? "fa" : "ar", default: 0] += 1
        case 0xE3: others[second <= 0x83 ? "ja" : "zh", default: 0] += 1
        case 0xE4...0xE9: others["zh", default: 0] += 1
        case 0xEA...0xED: others["ko", default: 0] += 1
        default: others["", default: 0] += 1
        }
    }

    /// The language of a script that more than half of the words are in; nil for Latin and for mixtures.
    var language: String? {
        let total = others.values.reduce(0, +)
        guard total > latin else { return nil }
        func count(_ code: String) -> Int { others[code] ?? 0 }
        // A few words with letters of their own tell the languages of one script apart.
        if count("fa") * 12 > count("ar"), count("fa") > 1 { return "fa" }
        if count("uk") * 12 > count("ru"), count("uk") > 1 { return "uk" }
        if count("ja") * 12 > count("zh"), count("ja") > 1 { return "ja" }
        return others.filter { !$0.key.isEmpty }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private static func hasUkrainian(_ word: ArraySlice<UInt8>) -> Bool {
        pairs(word) { $0 == 0xD1 && ($1 == 0x96 || $1 == 0x97 || $1 == 0x94) }
    }

    /// پ, چ, ژ, گ and the Persian ک, ی
    private static func hasPersian(_ word: ArraySlice<UInt8>) -> Bool {
        pairs(word) { $0 == 0xD9 && $1 == 0xBE || $0 == 0xDA && ($1 == 0x86 || $1 == 0x98 || $1 == 0xA9 || $1 == 0xAF) }
    }

    private static func pairs(_ word: ArraySlice<UInt8>, _ matches: (UInt8, UInt8) -> Bool) -> Bool {
        zip(word, word.dropFirst()).contains { matches($0, $1) }
    }
}
