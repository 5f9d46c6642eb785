// What is wrong with a file of names, in words, and what to write instead.

public import Dixit
import DixitExtraction

extension NamesFileProblem {
    /// What is wrong: `I don't know “persom”`.
    public func message(in language: Language) -> String {
        switch kind {
        case .file(let problem): problem.message(in: language)
        case .line(let problem): language == .french ? french(problem.kind) : english(problem.kind)
        }
    }

    /// What to write instead: `write: person, organisation, also, role, kind, woman, man or verb`.
    public func advice(in language: Language) -> String? {
        guard case .line(let problem) = kind else { return nil }
        return language == .french ? frenchAdvice(problem.kind) : englishAdvice(problem.kind)
    }

    private func english(_ kind: NamesProblem.Kind) -> String {
        switch kind {
        case .unknownWord(let word): "I don't know what “\(word)” begins"
        case .nothingAfter(let word): "nothing stands after “\(word)”"
        case .nobodyAbove(let word): "“\(word)” belongs to nobody: no person or organisation stands above it"
        case .onlyForPeople(let word): "“\(word)” is said of people, and an organisation stands above"
        case .onlyForOrganisations(let word): "“\(word)” is said of organisations, and a person stands above"
        case .wrongDates(let text): "I can't read the dates “\(text)”"
        case .endsBeforeItBegins(let text): "“\(text)” ends before it begins"
        case .noInfinitive(let text): "“\(text)” is no infinitive"
        case .unknownAct(let act, _): "I don't know the act “\(act)”"
        case .twice(let form, let line): "“\(form)” is somebody already, in line \(line)"
        }
    }

    private func englishAdvice(_ kind: NamesProblem.Kind) -> String {
        switch kind {
        case .unknownWord: "write: person, organisation, also, role, kind, woman, man or verb"
        case .nothingAfter(let word):
            ["verb", "verbe"].contains(word.lowercased())
                ? "write: \(word) tweeter" : "write: \(word) and a name or an office"
        case .nobodyAbove: "write above it: person Anne Morel"
        case .onlyForPeople: "write: kind syndicat, or begin with: person Anne Morel"
        case .onlyForOrganisations: "write: role ministre de la Mer (2012 – 2017)"
        case .wrongDates: "write: (2012-01 – 2017), (since 2012), (until 2017) or (2016)"
        case .endsBeforeItBegins: "write the earlier date first: (2012 – 2017)"
        case .noInfinitive: "write: verb tweeter, and perhaps what is done by it: verb alerter warn"
        case .unknownAct(_, let known): "write one of: " + known.joined(separator: ", ")
        case .twice: "leave it out here, or give both the longer names that tell them apart"
        }
    }

    private func french(_ kind: NamesProblem.Kind) -> String {
        func quoted(_ text: String) -> String { "«\u{A0}\(text)\u{A0}»" }
        return switch kind {
        case .unknownWord(let word): "je ne sais pas ce que \(quoted(word)) commence"
        case .nothingAfter(let word): "rien ne suit \(quoted(word))"
        case .nobodyAbove(let word):
            "\(quoted(word)) ne se rapporte à personne\u{A0}: aucune personne ni organisation au-dessus"
        case .onlyForPeople(let word): "\(quoted(word)) se dit d'une personne, et une organisation est au-dessus"
        case .onlyForOrganisations(let word): "\(quoted(word)) se dit d'une organisation, et une personne est au-dessus"
        case .wrongDates(let text): "je ne peux pas lire les dates \(quoted(text))"
        case .endsBeforeItBegins(let text): "\(quoted(text)) finit avant de commencer"
        case .noInfinitive(let text): "\(quoted(text)) n'est pas un infinitif"
        case .unknownAct(let act, _): "je ne connais pas l'acte \(quoted(act))"
        case .twice(let form, let line): "\(quoted(form)) est déjà quelqu'un, à la ligne \(line)"
        }
    }

    private func frenchAdvice(_ kind: NamesProblem.Kind) -> String {
        switch kind {
        case .unknownWord: "écrivez\u{A0}: personne, organisation, aussi, fonction, genre, femme, homme ou verbe"
        case .nothingAfter(let word):
            ["verb", "verbe"].contains(word.lowercased())
                ? "écrivez\u{A0}: \(word) tweeter" : "écrivez\u{A0}: \(word) et un nom ou une fonction"
        case .nobodyAbove: "écrivez au-dessus\u{A0}: personne Anne Morel"
        case .onlyForPeople: "écrivez\u{A0}: genre syndicat, ou commencez par\u{A0}: personne Anne Morel"
        case .onlyForOrganisations: "écrivez\u{A0}: fonction ministre de la Mer (2012 – 2017)"
        case .wrongDates: "écrivez\u{A0}: (2012-01 – 2017), (depuis 2012), (jusqu'en 2017) ou (2016)"
        case .endsBeforeItBegins: "écrivez d'abord la première date\u{A0}: (2012 – 2017)"
        case .noInfinitive:
            "écrivez\u{A0}: verbe tweeter, avec peut-être ce que l'on fait par là\u{A0}: verbe alerter warn"
        case .unknownAct(_, let known): "écrivez l'un de\u{A0}: " + known.joined(separator: ", ")
        case .twice: "ne l'écrivez pas ici, ou donnez aux deux les noms plus longs qui les distinguent"
        }
    }
}
