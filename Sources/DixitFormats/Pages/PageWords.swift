// The words of an annotated page in English and French.

import Dixit

struct PageWords {
    let legend, statement, statements, cue, attribution, person, organisation, place, nobody: String
    let columns: [String]
    private let isFrench: Bool

    init(_ language: Language) {
        isFrench = language == .french
        if isFrench {
            legend = "Légende"
            statement = "déclaration"
            statements = "Déclarations"
            cue = "verbe ou mot qui l’introduit"
            attribution = "mots qui désignent l’orateur"
            person = "personne"
            organisation = "organisation"
            place = "lieu"
            nobody = "orateur inconnu"
            columns = ["N°", "Orateur", "Marqueur", "Propos", "À qui, par quoi", "Mode", "Règle", "Confiance"]
        } else {
            legend = "Legend"
            statement = "statement"
            statements = "Statements"
            cue = "verb or word that introduces it"
            attribution = "words that name the speaker"
            person = "person"
            organisation = "organisation"
            place = "place"
            nobody = "unknown speaker"
            columns = ["No.", "Speaker", "Cue", "What was said", "To whom, by what", "Mode", "Rule", "Confidence"]
        }
    }

    func counts(statements: Int, people: Int) -> String {
        isFrench
            ? "\(statements) déclaration\(statements < 2 ? "" : "s"), \(people) personne\(people < 2 ? "" : "s")"
            : "\(statements) statement\(statements == 1 ? "" : "s"), \(people) \(people == 1 ? "person" : "people")"
    }
}
