// The words of a report in English and French.

import Dixit

struct ReportWords {
    let language: Language
    let contents, documents, filter, numberHead, madeBy, excerptsOnly, script: String
    /// `{shown}` and `{all}` are put in by the page's script.
    let shownOf: String

    init(_ language: Language) {
        self.language = language
        switch language {
        case .english:
            contents = "Contents"
            documents = "Documents"
            filter = "Rows with"
            numberHead = "No."
            madeBy = "Made with Dixit. The number of a row leads to the words it stands on."
            excerptsOnly = "The documents are long: only the paragraphs around what is cited are shown."
            script = "What was asked"
            shownOf = "{shown} of {all}"
        case .french:
            contents = "Sommaire"
            documents = "Articles"
            filter = "Lignes avec"
            numberHead = "N°"
            madeBy = "Fait avec Dixit. Le numéro d’une ligne mène aux mots sur lesquels elle repose."
            excerptsOnly =
                "Les articles sont longs\u{A0}: seuls les paragraphes autour de ce qui est cité sont montrés."
            script = "Les questions"
            shownOf = "{shown} sur {all}"
        }
    }

    private var isFrench: Bool { language == .french }

    func number(_ number: Int) -> String { AnswerSummary.written(number, language) }

    /// `8 statements in 1 document`, for a heading that leaves the rest to the section.
    func count(of answer: Answer) -> String {
        switch answer.kind {
        case .definition, .explanation, .count: ""
        case .rows, .groups: "(\(number(answer.count)))"
        }
    }

    /// `300 documents, 2,194 statements · 2016-05-20`
    func extent(of corpus: Corpus, on date: CalendarDate?) -> String {
        let sets = corpus.schema.sets.filter { $0.part == nil && ["documents", "statements"].contains($0.name) }
        let counts = sets.map { AnswerSummary.counted(corpus.count(of: $0.name), $0.name, corpus.schema, language) }
        return ([counts.joined(separator: ", ")] + [date?.description].compactMap { $0 })
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func summary(of answer: Answer, _ schema: Schema) -> String { AnswerSummary(answer, schema, language).text }

    func firstRows(_ shown: Int, of all: Int) -> String {
        isFrench
            ? "Les \(number(shown)) premières lignes sur \(number(all))."
            : "The first \(number(shown)) of \(number(all)) rows."
    }

    func inDocument(_ row: Int) -> String {
        isFrench ? "Ligne \(number(row))\u{A0}: dans l’article" : "Row \(number(row)): in the document"
    }

    func backTo(_ row: String) -> String { isFrench ? "Retour à la ligne \(row)" : "Back to row \(row)" }

    func others(_ groups: Int, total: Int) -> String {
        isFrench
            ? "et \(number(groups)) de plus, en tout \(number(total))"
            : "and \(number(groups)) more, \(number(total)) in all"
    }

    func withoutDate(_ count: Int) -> String {
        isFrench
            ? "sans date assez précise\u{A0}: \(number(count))"
            : "without a date that is exact enough: \(number(count))"
    }

    /// Of groups, by the path of their key: `By speaker.role`.
    func title(by path: String) -> String { isFrench ? "Par \(path)" : "By \(path)" }

    /// Of rows, by one of their fields: `By speaker`, `Par orateur`.
    func title(by field: FieldSchema) -> String { title(by: noun(field)) }

    func titleOfWords(in field: FieldSchema) -> String {
        isFrench ? "Mots fréquents du \(noun(field))" : "Frequent words of \(noun(field))"
    }

    private func noun(_ field: FieldSchema) -> String {
        guard isFrench, let text = field.french?.text else { return field.name }
        let article = ["les ", "le ", "la ", "l’"].first { text.hasPrefix($0) } ?? ""
        return String(text.dropFirst(article.count))
    }
}
