// What events, agreements, dates and agencies are called, and the words that tie other things to them.

/// The term lists of one language.
final class TermLists: Sendable {
    /// The files that are read here and by nobody else.
    static let files = [
        "events", "agreements", "ties", "dates", "agencies", "languages", "deeds", "offices", "calendar",
    ]

    let events: TermList
    let agreements: TermList
    /// «en présence de», «autour de», «en vue de»: what follows is a participant, a topic, a purpose.
    let ties: TermList
    let dates: TermList
    let months: TermList
    let agencies: TermList
    /// «le chef du gouvernement» is the Prime Minister.
    let offices: TermList
    /// By index of a verb: what it does to an event or an agreement.
    private let deeds: [Deed]
    /// The words of other languages.
    let languages: String
    /// The hashes of days and months in other languages, and whether the language has a script of its own.
    private let calendar: HashedTable<Bool>

    /// - Parameter verbIndex: The index of a verb by its infinitive, or nil.
    init(_ files: [String: String], adding table: inout WordTable, verbs: [Verb]) {
        func list(_ name: String) -> TermList { TermList(files[name] ?? "", adding: &table) }
        events = list("events")
        agreements = list("agreements")
        ties = list("ties")
        dates = list("dates")
        agencies = list("agencies")
        offices = list("offices")
        let months = (files["months"] ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
            .compactMap { line -> String? in
                let parts = line.split(separator: " ")
                return parts.count == 2 ? "\(parts[1]): \(parts[0])" : nil
            }
        self.months = TermList(months.joined(separator: "\n"), adding: &table)
        var byLemma: [String: Deed] = [:]
        for (deed, lemma) in Self.deeds(files) { byLemma[lemma] = deed }
        deeds = verbs.map { byLemma[$0.lemma] ?? .none }
        languages = files["languages"] ?? ""
        var calendar = HashedTable<Bool>()
        for (code, word) in LanguageGuess.words(files["calendar"] ?? "") {
            calendar[WrittenForm.hash(word.utf8)] = code == "ar"
        }
        self.calendar = calendar
    }

    /// «Monday», «Enero»: a day or month in a text of another language; where nobody knows the language, only what no European has
    /// for a name: «Yanayir».
    func isForeignDate(_ token: Token, in language: String?) -> Bool {
        guard language != "fr", let isTransliterated = calendar[token.hash] else { return false }
        return language != nil || isTransliterated
    }

    /// Which lists have a term that begins with a word.
    func openings(_ word: WordID) -> Openings {
        let lists: [(TermList, Openings)] = [
            (events, .event), (agreements, .agreement), (ties, .tie), (dates, .date), (months, .month),
            (agencies, .agency), (offices, .office),
        ]
        return lists.reduce(into: []) { if $1.0.opens(word) { $0.insert($1.1) } }
    }

    /// What a verb does to an event or an agreement.
    func deed(_ verb: Int) -> Deed { deeds.indices.contains(verb) ? deeds[verb] : .none }

    /// The infinitives that the deeds need, so that their forms are known.
    static func lemmas(_ files: [String: String]) -> [String] { deeds(files).map(\.1) }

    private static func deeds(_ files: [String: String]) -> [(Deed, String)] {
        (files["deeds"] ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap {
            line -> [(Deed, String)] in
            let parts = line.split(separator: ":")
            guard parts.count == 2, let deed = Deed(rawValue: String(parts[0])) else { return [] }
            return parts[1].split(separator: " ").map { (deed, String($0)) }
        }
    }
}

/// What a verb does to an event or an agreement.
enum Deed: String, Sendable {
    case none
    /// «organiser», «initier»: who does it is an organiser.
    case organise
    /// «présider», «animer»: who does it takes part.
    case attend
    /// «se tenir», «s'ouvrir», «prévoir»: it takes place.
    case happen
    /// «réunir», «regrouper»: those who are its object take part.
    case gather
    /// «a été marquée par la signature de …»: it took place, and what follows is another matter.
    case mark
    /// «consacrer à», «porter sur»: a topic follows.
    case concern
    case sign
    /// «parvenir à un accord», «trouver un accord»: agreed upon, perhaps not signed.
    case reach
    /// «dénoncer», «résilier»
    case terminate
    /// «viser à», «permettre de»: a purpose follows.
    case aim
}
