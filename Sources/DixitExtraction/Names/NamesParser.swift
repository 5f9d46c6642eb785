// Reads the file of names that a user writes: people with other names and offices, organisations, verbs.

import DixitText

/// What is wrong with a line of a file of names.
package struct NamesProblem: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// `persom Anne Morel`
        case unknownWord(String)
        /// `person`
        case nothingAfter(String)
        /// `role ministre` with no person above.
        case nobodyAbove(String)
        /// `role ministre` under an organisation.
        case onlyForPeople(String)
        /// `kind syndicat` under a person.
        case onlyForOrganisations(String)
        /// `role ministre (jadis)`
        case wrongDates(String)
        /// `role ministre (2017 – 2012)`
        case endsBeforeItBegins(String)
        /// `verb tweete`
        case noInfinitive(String)
        /// `verb tweeter shout`
        case unknownAct(String, known: [String])
        /// The same form for two entries.
        case twice(String, line: Int)
    }

    /// From 1.
    package let line: Int
    package let kind: Kind

    package init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }
}

/// One keyword a line, in English or French; what belongs to somebody stands in the lines below, indented or not.
///
/// ```
/// person Mustapha El Khalfi
///   also El Khalfi
///   role ministre de la Communication (2012-01 – 2017-04)
/// organisation Office chérifien des phosphates
///   also OCP
/// verb tweeter
/// ```
package struct NamesParser {
    private enum Keyword {
        case person, organisation, also, role, woman, man, kind, verb
    }

    private static let keywords: [String: Keyword] = [
        "person": .person, "personne": .person, "organisation": .organisation, "organization": .organisation,
        "also": .also, "aussi": .also, "role": .role, "fonction": .role, "woman": .woman, "femme": .woman, "man": .man,
        "homme": .man, "kind": .kind, "genre": .kind, "verb": .verb, "verbe": .verb,
    ]

    package private(set) var names = KnownNames()
    package private(set) var problems: [NamesProblem] = []
    private var entry: KnownNames.Entry?

    /// Reads a whole file; every bad line is a problem, and the others are read all the same.
    package init(_ text: String) {
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let content = line.prefix { $0 != "#" }.drop { $0 == "\u{FEFF}" || $0.isWhitespace }
            if !content.isEmpty { read(content, line: number + 1) }
        }
        finishEntry()
    }

    private mutating func read(_ content: Substring, line: Int) {
        let word = content.prefix { !$0.isWhitespace && $0 != ":" }
        let rest = Self.trimmed(content.dropFirst(word.count).drop { $0 == ":" || $0.isWhitespace })
        guard let keyword = Self.keywords[word.lowercased()] else { return report(.unknownWord(String(word)), line) }
        if rest.isEmpty, keyword != .woman, keyword != .man { return report(.nothingAfter(String(word)), line) }
        switch keyword {
        case .person, .organisation:
            finishEntry()
            entry = KnownNames.Entry(keyword == .person ? .person : .organisation, name: rest, line: line)
        case .verb:
            finishEntry()
            readVerb(rest, line)
        default:
            guard entry != nil else { return report(.nobodyAbove(String(word)), line) }
            describe(keyword, String(word), rest, line)
        }
    }

    private mutating func describe(_ keyword: Keyword, _ word: String, _ rest: String, _ line: Int) {
        let isPerson = entry?.kind == .person
        switch keyword {
        case .also:
            entry?.forms += rest.split(separator: ",").map(Self.trimmed).filter { !$0.isEmpty }
        case .kind:
            if isPerson { return report(.onlyForOrganisations(word), line) }
            entry?.subkind = rest
        case .woman, .man:
            if !isPerson { return report(.onlyForPeople(word), line) }
            entry?.gender = keyword == .woman ? .feminine : .masculine
        case .role:
            if !isPerson { return report(.onlyForPeople(word), line) }
            readRole(rest, line)
        case .person, .organisation, .verb: break
        }
    }

    private mutating func finishEntry() {
        if let entry, let known = names.add(entry) { report(.twice(known.form, line: known.line), entry.line) }
        entry = nil
    }

    // MARK: Roles

    /// `ministre de la Communication (2012-01 – 2017-04)`, `(since 2012)`, `(jusqu'en 2017)`, `(2016)`
    private mutating func readRole(_ text: String, _ line: Int) {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else {
            entry?.roles.append(KnownNames.Role(text: text))
            return
        }
        let dates = String(text[text.index(after: open)...].dropLast())
        guard let (from, until) = Self.interval(dates) else { return report(.wrongDates(dates), line) }
        if let from, let until, until.lastDay < from.firstDay { return report(.endsBeforeItBegins(dates), line) }
        let office = Self.trimmed(text[..<open])
        if office.isEmpty { return report(.nothingAfter("role"), line) }
        entry?.roles.append(KnownNames.Role(text: office, from: from, until: until))
    }

    private static func interval(_ text: String) -> (PartialDate?, PartialDate?)? {
        let words = text.lowercased().split { $0.isWhitespace || $0 == "–" || $0 == "—" || $0 == "'" || $0 == "’" }
            .filter { !["-", "to", "à", "a", "en", "de", "from"].contains($0) }
        let sinceWords = ["since", "depuis", "dès"]
        let untilWords = ["until", "jusqu"]
        switch words.count {
        case 1: return date(words[0]).map { ($0, $0) }
        case 2 where sinceWords.contains(String(words[0])): return date(words[1]).map { ($0, nil) }
        case 2 where untilWords.contains(String(words[0])): return date(words[1]).map { (nil, $0) }
        case 2:
            guard let from = date(words[0]), let until = date(words[1]) else { return nil }
            return (from, until)
        default: return nil
        }
    }

    /// `2016`, `2016-05`, `2016-05-12`
    private static func date(_ text: Substring) -> PartialDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, numbers.dropFirst().allSatisfy({ $0 > 0 }) else { return nil }
        return PartialDate(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : 0, day: numbers.count > 2 ? numbers[2] : 0)
    }

    // MARK: Verbs

    /// `tweeter`, `tweeter announce`: how it is conjugated, its ending tells.
    private mutating func readVerb(_ text: String, _ line: Int) {
        let words = text.lowercased().split(separator: " ")
        let lemma = String(words[0])
        guard words.count <= 2, lemma.hasSuffix("er") || lemma.hasSuffix("ir") || lemma.hasSuffix("re"),
            lemma.allSatisfy(\.isLetter), lemma.count > 3
        else { return report(.noInfinitive(text), line) }
        let act = words.count > 1 ? String(words[1]) : "assert"
        guard SpeechAct(rawValue: act) != nil else {
            return report(.unknownAct(act, known: SpeechAct.allCases.map(\.rawValue).sorted()), line)
        }
        names.add(verb: "\(lemma) \(act) que si quote")
    }

    private mutating func report(_ kind: NamesProblem.Kind, _ line: Int) {
        problems.append(NamesProblem(line: line, kind: kind))
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
