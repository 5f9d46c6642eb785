// A name in the form in which names are compared.

import DixitText

/// The words of a name, folded, without honorifics, the articles `el` and `al` made equal.
///
/// “M. Mustapha EL-KHALFI” is `mustapha`, `al`, `khalfi`.
struct NormalisedName: Sendable {
    let words: [String]
    /// How many of the words are a surname that stands first, as its capitals say: 2 of “EL KHALFI Mustapha”.
    private let leadingSurname: Int
    /// Whether it says who somebody is rather than how they are called: “rival de Marine Le Pen”, “journaliste de l’AFP”. Words that
    /// begin with a small letter and are no particles tell; only the whole finds such a one.
    let isDescription: Bool
    /// The words without the article that stands before them, where it was written as one: `sncf` of “la SNCF”.
    let withoutArticle: [String]?

    private static let honorifics: Set<String> = [
        "m", "mm", "mr", "mme", "mmes", "mlle", "mlles", "dr", "drs", "pr", "me", "mgr", "mrs", "ms", "sir", "lord",
        "monsieur", "madame", "mademoiselle", "maitre", "docteur", "professeur", "monseigneur", "cheikh", "sheikh",
    ]
    private static let articles: Set<String> = ["le", "la", "les", "l"]
    /// Small words inside of names that are no particles: “Ortega y Gasset”, “Jean dit le Bon”.
    private static let links: Set<String> = [
        "y", "e", "i", "dit", "dite", "el", "les", "del", "della", "dei", "degli", "dos", "da", "te", "ter", "zu",
        "zum", "zur",
        "den", "af", "av", "los", "las", "bint", "abu", "abou", "abd", "umm", "oum",
        // The Arabic article before letters that it becomes like: “Salma at-Tazi”, “Fatima ez-Zahra”.
        "ad", "ar", "as", "ash", "at", "az", "ed", "er", "es", "ech", "esh", "ez",
    ]
    private static let particles: Set<String> = [
        "al", "ait", "ben", "bin", "ibn", "ould", "ou", "de", "du", "des", "d", "la", "le", "l", "von", "van", "der",
        "di",
    ]

    init(_ name: String) {
        let found = Words(name)
        var words = (0..<found.count).map { found.text(of: $0) }
        while words.count > 1, let first = words.first, Self.honorifics.contains(first) { words.removeFirst() }
        self.words = words.map { $0 == "el" ? "al" : $0 }
        let bytes = Array(name.utf8)
        let ranges = found.sourceRanges.suffix(words.count)
        leadingSurname = Self.capitals(of: bytes, ranges)
        isDescription = zip(words, ranges).contains { word, range in
            Self.isSmall(bytes, range) && !Self.particles.contains(word) && !Self.links.contains(word)
        }
        let hasArticle =
            words.count > 1 && ranges.first.map { Self.isSmall(bytes, $0) } ?? false && Self.articles.contains(words[0])
        withoutArticle = hasArticle ? Array(self.words.dropFirst()) : nil
    }

    /// Whether a word begins with a small letter.
    private static func isSmall(_ bytes: [UInt8], _ range: TextRange) -> Bool {
        let first = bytes[Int(range.start)]
        if first < 0x80 { return first &- UInt8(ascii: "a") < 26 }
        return String(decoding: bytes[range.bytes], as: UTF8.self).unicodeScalars.first?.properties.isLowercase ?? false
    }

    /// How many words at the beginning are in capitals, where not all are.
    private static func capitals(of bytes: [UInt8], _ ranges: ArraySlice<TextRange>) -> Int {
        let first = ranges.firstIndex { range in
            if bytes[range.bytes].contains(where: { $0 &- UInt8(ascii: "a") < 26 }) { return true }
            let word = String(decoding: bytes[range.bytes], as: UTF8.self)
            return word.unicodeScalars.contains { $0.properties.isLowercase } || word.unicodeScalars.count == 1
        }
        return first.map { $0 - ranges.startIndex } ?? 0
    }

    /// Without spaces, so that `Abd el Karim` and `Abdelkarim` are one.
    ///
    /// The article keeps one spelling: `abdalkarim` for both.
    var joined: String {
        let text = words.joined()
        var result: [UInt8] = []
        // `abdel` is written together as often as apart; `el` inside a word is the article there only.
        var bytes = Array(text.utf8)[...]
        if bytes.starts(with: "abdel".utf8) {
            result = Array("abdal".utf8)
            bytes = bytes.dropFirst(5)
        }
        return String(decoding: result + bytes, as: UTF8.self)
    }

    /// Whether somebody of the name `other` can be looked for by this one (LANGUAGE, names): the same words in any order,
    /// or the last words of it, a leading particle left out or not, or those with initials before; the surname too where it
    /// stands first in capitals: “EL KHALFI Mustapha”. Of a description only the whole counts.
    func finds(_ other: NormalisedName) -> Bool {
        if words.isEmpty { return false }
        // `Abd el Karim` finds `Abdelkarim`: more words, but of the same letters.
        if words == other.words || joined == other.joined || withoutArticle == other.words { return true }
        if words.count > other.words.count { return false }
        if words.count == other.words.count, words.sorted() == other.words.sorted() { return true }
        if other.isDescription { return false }
        if words.count == other.words.count { return matchesInitials(other) }
        return isEnd(of: other.words) || isEnd(of: other.surname)
            || matchesInitials(other)
    }

    /// The surname that stands first in capitals, if one does.
    var surname: ArraySlice<String> { words.prefix(leadingSurname) }

    /// Not `de` or `el` alone, with which many names end.
    var hasMoreThanParticles: Bool { words.contains { !Self.particles.contains($0) } }

    /// `El Khalfi` and `Khalfi` of `Mustapha El Khalfi`; not `de Villepin`’s `de`, and not a particle alone.
    private func isEnd(of others: some BidirectionalCollection<String>) -> Bool {
        guard hasMoreThanParticles else { return false }
        return others.suffix(words.count).elementsEqual(words)
    }

    /// `M. El Khalfi` for `Mustapha El Khalfi`: single letters that begin the given names.
    private func matchesInitials(_ other: NormalisedName) -> Bool {
        let initials = words.prefix { $0.utf8.count == 1 }
        guard !initials.isEmpty, initials.count < words.count else { return false }
        let rest = Array(words.dropFirst(initials.count))
        guard Array(other.words.suffix(rest.count)) == rest else { return false }
        let given = other.words.dropLast(rest.count)
        guard initials.count <= given.count else { return false }
        return zip(initials, given).allSatisfy { $1.hasPrefix($0) }
    }
}
