// Words of French, SQL and other query languages, with the words that are used for them here.

package enum Synonyms {
    private static let table: [String: Keyword] = Dictionary(
        """
        find: trouver trouve trouvez chercher cherche cherchez rechercher select search get fetch lister liste donner
        count: compter compte comptez combien nombre how-many
        where: où quand dont filter when
        by: par group
        having: ayant
        show: montrer montre afficher affiche display print return project
        sort: trier tri triez classer
        limit: limite limiter top take
        skip: sauter passer
        sample: échantillon
        as: comme format
        let: soit set with
        explain: expliquer explique
        and: et but mais
        or: ou
        not: non pas sauf
        in: dans parmi en
        is: est
        between: entre
        contains: contient contenant like ilike includes inclut
        matches: regexp rlike
        some: certains certaines exists existe
        no: aucun aucune none
        every: chaque tout toute tous toutes
        missing: null absent manquant inconnu inconnue nil
        known: connu connue présent présente
        true: vrai
        false: faux
        desc: décroissant descending
        asc: croissant ascending
        near: près
        sentence: phrase
        paragraph: paragraphe alinéa
        """.split(separator: "\n").flatMap { line -> [(String, Keyword)] in
            let parts = line.split(separator: " ")
            guard let head = parts.first, let keyword = Keyword(rawValue: String(head.dropLast())) else { return [] }
            return parts.dropFirst().map { (String($0), keyword) }
        }, uniquingKeysWith: { first, _ in first })

    /// `where` for “où”, nil for a word that nobody writes for another.
    package static func keyword(for word: String) -> Keyword? {
        guard word.utf8.count <= 24 else { return nil }
        return table[word.lowercased().split(separator: " ").joined(separator: "-")]
    }

    /// `>` for “after”, nil for a word that nobody writes for a sign.
    static func comparison(for word: String) -> Comparison? {
        switch word.lowercased() {
        case "equals", "equal", "eq", "égale", "vaut": .equal
        case "after", "après": .greater
        case "before", "avant": .less
        case "since", "from", "depuis": .greaterOrEqual
        case "until", "till", "upto": .lessOrEqual
        default: nil
        }
    }

    /// `or` for `||`, nil for a sign that nobody writes for a word.
    static func keyword(forSymbol symbol: String) -> String? {
        switch symbol {
        case "&", "&&": "and"
        case "|", "||": "or"
        case "!": "not "
        case ":": "="
        case "~", "=~": "contains"
        default: nil
        }
    }
}
