// What the words of the language mean, for `.help WORD`, and questions to start from.

import Dixit
import DixitText

/// Words that are explained together, with an example.
enum HelpTopic: CaseIterable, Sendable {
    case find
    case count
    case condition
    case contains
    case values
    case missing
    case show
    case sort
    case sample
    case format
    case names
    case param
    case spelling
    case quantifiers
    case near
    case dates
    case quotes
    case explain

    /// The words as they are asked for.
    var words: [String] {
        switch self {
        case .find: ["find"]
        case .count: ["count", "by", "having"]
        case .condition: ["where", "and", "or", "not"]
        case .contains: ["contains", "matches"]
        case .values: ["in", "between"]
        case .missing: ["missing", "known"]
        case .show: ["show"]
        case .sort: ["sort", "limit", "skip"]
        case .sample: ["sample", "seed"]
        case .format: ["as", "chart", "pivot", "kwic"]
        case .names: ["let", "them", "it"]
        case .param: ["param"]
        case .spelling: ["exactly", "roughly"]
        case .quantifiers: ["some", "no", "every", "have"]
        case .near: ["near", "within"]
        case .dates: ["date", "dates", "today", "ago"]
        case .quotes: ["quotes", "quotation"]
        case .explain: ["explain"]
        }
    }

    var example: String {
        switch self {
        case .find: "find statements where speaker = \"El Khalfi\""
        case .count: "count statements by speaker having count >= 2"
        case .condition: "find statements where speaker = \"El Khalfi\" and not (text contains \"accord\")"
        case .contains: "find statements where text contains « société civile » or \"renforc*\""
        case .values:
            "find statements where verb in (\"affirmer\", \"souligner\") and paragraph between 1 and 3"
        case .missing: "find statements where role is known"
        case .show: "find statements show speaker, speaker.role, text"
        case .sort: "find people sort by name desc limit 10 skip 1"
        case .sample: "find statements sample 3 seed 7"
        case .format: "count statements by speaker as chart"
        case .names: "let ministers = find people where role contains \"ministre\""
        case .param: "param $who = \"El Khalfi\""
        case .spelling: "find people where name = roughly \"El Kalfi\""
        case .quantifiers: "find people where some statements have (verb = \"saluer\" and text contains \"sécurité\")"
        case .near: "find sentences where text contains \"rôle\" near \"société\""
        case .dates: "find statements where date >= 2016-05 and date < 2017"
        case .quotes: "find statements where text contains \"l'accord\""
        case .explain: "explain find statements where speaker = \"El Khalfi\""
        }
    }

    static var words: [String] { allCases.flatMap(\.words) }

    static func about(_ word: String) -> HelpTopic? {
        let folded = DixitText.folded(word)
        return allCases.first { $0.words.contains(folded) }
    }

    func text(in language: Language) -> String {
        let meaning = language == .french ? frenchMeaning : englishMeaning
        return "\(words.joined(separator: ", ")): \(meaning)\n    \(example)\n"
    }
}

/// Questions to start from, by set; each finds something in the seed document.
struct Example {
    let set: String
    let queries: [String]

    static let all = [
        Example(
            set: "statements",
            queries: [
                "find statements where speaker = \"El Khalfi\"",
                "find déclarations where texte contains « société civile » show orateur, texte",
                "count statements by speaker",
            ]),
        Example(
            set: "people",
            queries: ["find people where role contains \"ministre\"", "find personnes sort by name"]),
        Example(set: "organisations", queries: ["find organisations sort by name"]),
        Example(set: "places", queries: ["find lieux"]),
        Example(set: "events", queries: ["find events where place = \"Casablanca\""]),
        Example(set: "agreements", queries: ["find agreements show kind, parties, purpose"]),
        Example(set: "documents", queries: ["find documents where text contains \"sécurité\" show title, words"]),
        Example(set: "sentences", queries: ["« société civile » as kwic"]),
    ]
}

/// The ten steps of `.tutorial`, each a query that the seed document answers.
enum TutorialStep: CaseIterable {
    case everything
    case name
    case french
    case words
    case concordance
    case dots
    case counting
    case chart
    case lets
    case explain

    var query: String {
        switch self {
        case .everything: "find statements"
        case .name: "find statements where speaker = \"el khalfi\""
        case .french: "find déclarations where orateur = « El Khalfi » and texte contains « société civile »"
        case .words: "find statements where text contains \"initiativ*\" or \"échang*\" show speaker, text"
        case .concordance: "« société civile »"
        case .dots: "find statements where speaker.role contains \"président\" show speaker, speaker.role, verb"
        case .counting: "count statements by speaker, verb having count >= 1 limit 5"
        case .chart: "count statements by speaker as chart"
        case .lets:
            "let ministers = find people where role contains \"ministre\"\n"
                + "find statements where speaker in ministers show speaker, verb"
        case .explain: "explain find statements where speaker = \"El Khalfi\" and not (text contains \"sécurité\")"
        }
    }

    func text(in language: Language) -> String { language == .french ? frenchText : englishText }
}
