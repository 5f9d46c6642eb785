// A noun of French as sentences about a schema need it.

/// A French noun with its definite article and its gender: `FrenchNoun("l’orateur", .masculine)`.
///
/// A set takes a plural, `les déclarations`; so does a field of several values, another field a singular. With it `explain`
/// says a question back in French: “les déclarations dont l’orateur est …”.
public struct FrenchNoun: Hashable, Sendable {
    /// The gender of a noun.
    public enum Gender: String, Hashable, Sendable {
        /// «le»
        case masculine
        /// «la»
        case feminine
    }

    /// With `le`, `la`, `l’` or `les` in front.
    public let text: String
    /// Which articles and adjectives it takes.
    public let gender: Gender

    /// A noun as it stands in a sentence, with its article.
    public init(_ text: String, _ gender: Gender) {
        self.text = text
        self.gender = gender
    }
}

extension FrenchNoun {
    private static let articles = ["le ", "la ", "les ", "l’", "l'"]

    /// Without its article: `orateur`.
    var bare: String {
        let article = Self.articles.first { text.hasPrefix($0) } ?? ""
        return String(text.dropFirst(article.count))
    }

    /// After `de`: `du texte`, `des déclarations`, `de l’orateur`.
    var ofIt: String { Self.after(de: text) }

    /// After a number or a negation: `de déclarations`, `d’évènements`.
    var ofSome: String { Self.ofSome(bare) }

    /// `une` or `un`, `celles` or `ceux`: the form that goes with the gender.
    func form(_ feminine: String, _ masculine: String) -> String { gender == .feminine ? feminine : masculine }

    static func ofSome(_ bare: String) -> String { startsWithVowel(bare) ? "d’" + bare : "de " + bare }

    /// A phrase after `de`, the article drawn into it: `le texte` becomes `du texte`, `une des dates` `d’une des dates`.
    static func after(de phrase: String) -> String {
        if phrase.hasPrefix("le ") { return "du " + phrase.dropFirst(3) }
        if phrase.hasPrefix("les ") { return "des " + phrase.dropFirst(4) }
        return startsWithVowel(phrase) ? "d’" + phrase : "de " + phrase
    }

    /// Whether `de` loses its vowel before it; a mute `h` counts, and words with another one are rare in schemas.
    private static func startsWithVowel(_ text: String) -> Bool {
        text.unicodeScalars.first.map { "aàâeéèêiîoôuûyhœAÀÂEÉÈÊIÎOÔUÛHŒ".unicodeScalars.contains($0) } ?? false
    }
}
