// What the words of the language mean, for `.help WORD`.

import Dixit
import DixitText

/// A word with one sentence and one example.
struct HelpTopic: Sendable {
    let words: [String]
    let text: LocalizedText
    let example: String

    private init(_ words: String, _ english: String, _ french: String, _ example: String) {
        self.words = words.split(separator: " ").map(String.init)
        text = LocalizedText(english: english, french: french)
        self.example = example
    }

    static var words: [String] { all.flatMap(\.words) }

    static func about(_ word: String) -> HelpTopic? {
        let folded = DixitText.folded(word)
        return all.first { $0.words.contains(folded) }
    }

    func text(in language: Language) -> String {
        "\(words.joined(separator: ", ")): \(text[language])\n    \(example)\n"
    }

    static let all = [
        HelpTopic(
            "find", "gives rows of a set: statements, people, organisations, places, events, agreements, documents.",
            "donne les lignes d'un ensemble\u{A0}: statements (déclarations), people (personnes), documents (articles)…",
            "find statements where speaker = \"El Khalfi\""),
        HelpTopic(
            "count by", "counts the rows of a set, all together or for each value of a field.",
            "compte les lignes d'un ensemble, en tout ou pour chaque valeur d'un champ.",
            "count statements by speaker"),
        HelpTopic(
            "where and or not",
            "keeps the rows for which a condition is true. `and` and `or` mix only with parentheses.",
            "garde les lignes pour lesquelles une condition est vraie. `and` et `or` ne se mêlent qu'avec des parenthèses.",
            "find statements where speaker = \"El Khalfi\" and not (text contains \"accord\")"),
        HelpTopic(
            "contains", "looks for words, a phrase, or with * the beginning of a word; case and accents do not count.",
            "cherche des mots, une expression ou, avec *, le début d'un mot\u{A0}; la casse et les accents ne comptent pas.",
            "find statements where text contains « société civile » or \"renforc*\""),
        HelpTopic(
            "in between",
            "asks for one of several values, or for what lies between two, both included.",
            "demande une valeur parmi plusieurs, ou ce qui se trouve entre deux, bornes comprises.",
            "find statements where verb in (\"affirmer\", \"souligner\") and date between 2016-05 and 2016-06"),
        HelpTopic(
            "missing known", "asks whether anything is known of a field.",
            "demande si un champ est connu.", "find statements where speaker is missing"),
        HelpTopic(
            "show", "chooses the columns of the answer; a dot goes on to what is related.",
            "choisit les colonnes de la réponse\u{A0}; un point mène à ce qui est lié.",
            "find statements show speaker, speaker.role, text"),
        HelpTopic(
            "sort limit skip", "orders the answer, and takes a part of it.",
            "ordonne la réponse et en prend une partie.",
            "find people sort by name desc limit 10 skip 10"),
        HelpTopic(
            "let them it", "names a query for the queries that follow; `them` is the last result, `it` the row itself.",
            "nomme une requête pour celles qui suivent\u{A0}; `them` est le dernier résultat, `it` la ligne elle-même.",
            "let ministers = find people where role contains \"ministre\""),
        HelpTopic(
            "param",
            "declares a value that is given from outside: -p who=\"El Khalfi\", or .param set who \"El Khalfi\".",
            "déclare une valeur donnée de l'extérieur\u{A0}: -p who=\"El Khalfi\", ou .param set who \"El Khalfi\".",
            "param $who = \"El Khalfi\""),
        HelpTopic(
            "exactly roughly", "compares with case and accents, or forgives slips of the keyboard.",
            "compare avec la casse et les accents, ou pardonne les fautes de frappe.",
            "find people where name = roughly \"El Kalfi\""),
        HelpTopic(
            "date dates today ago", "A date may stop at the month or the year.",
            "Une date peut s'arrêter au mois ou à l'année.",
            "find statements where date >= 2016-05 and date < 2017"),
        HelpTopic(
            "quotes quotation",
            "Texts stand in \"…\", « … » or “…”. The apostrophe is a letter and quotes nothing.",
            "Les textes sont entre \"…\", « … » ou “…”. L'apostrophe est une lettre et n'ouvre rien.",
            "find statements where text contains \"l'accord\""),
        HelpTopic(
            "explain", "says how a question is read and run.", "dit comment une question est lue et exécutée.",
            "explain find statements where speaker = \"El Khalfi\""),
    ]

    /// Questions to start from, by set.
    static let examples: KeyValuePairs<String, [String]> = [
        "statements": [
            "find statements where speaker = \"El Khalfi\"",
            "find déclarations where texte contains « société civile » show orateur, texte",
            "count statements by speaker",
        ],
        "people": ["find people where role contains \"ministre\"", "find personnes sort by name"],
        "organisations": ["find organisations sort by name"],
        "places": ["find lieux"],
        "events": ["find events where place = \"Casablanca\""],
        "agreements": ["find agreements show kind, parties, purpose"],
        "documents": ["find documents where text contains \"sécurité\" show title, words"],
    ]
}
