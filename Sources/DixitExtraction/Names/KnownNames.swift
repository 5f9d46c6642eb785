// People, organisations and cue verbs that a user knows and the lexicon does not, from a file beside the corpus.

package import DixitText

/// What a user's file says; ``NamesParser`` reads it. It overrides what a text seems to say.
package struct KnownNames: Sendable {
    /// An office with the days from which and until which it was held; a part of a date stands for all its days.
    package struct Role: Sendable {
        package var text: String
        package var from: PartialDate?
        package var until: PartialDate?
        /// The hashes of the words of the office, small words left out.
        var words: [UInt32] = []

        /// Whether it was held on a day; without a day, whether it is held still.
        func isHeld(on date: PartialDate?) -> Bool {
            guard let date else { return until == nil }
            return (from.map { $0.firstDay <= date.lastDay } ?? true)
                && (until.map { date.firstDay <= $0.lastDay } ?? true)
        }
    }

    package struct Entry: Sendable {
        package var kind: ExtractedEntity.Kind
        package var name: String
        package var forms: [String] = []
        package var roles: [Role] = []
        package var gender: ExtractedEntity.Gender?
        package var subkind: String?
        var words: [UInt32] = []
        package var line: Int

        package init(_ kind: ExtractedEntity.Kind, name: String, line: Int) {
            self.kind = kind
            self.name = name
            self.line = line
        }
    }

    package private(set) var entries: [Entry] = []
    /// Lines as speech-verbs.txt has them: «alerter warn que np quote».
    package private(set) var verbs: [String] = []
    /// By the key of the words of a form: its entry.
    private var entryOfForm: [UInt64: Int] = [:]
    /// By the key of the words after the first of a person's name: the entry, or -1 for several.
    private var entryOfSurname: [UInt64: Int] = [:]
    /// By the key of the words of an office: those who hold it at some time.
    private var holders: [UInt64: [Int]] = [:]
    /// The words of the longest form.
    private(set) var longestForm = 0

    package init() {}

    package var isEmpty: Bool { entries.isEmpty && verbs.isEmpty }

    /// A key for words in their order, by their hashes.
    static func key(_ hashes: some Sequence<UInt32>) -> UInt64 {
        var key: UInt64 = 1 << 40
        for hash in hashes { key = (key ^ UInt64(hash)) &* 0x100_0000_01B3 }
        return key | 1 << 63
    }

    func entry(_ key: UInt64) -> Int? { entryOfForm[key] }

    /// «M. |El Khalfi|»: the person with this surname, where the file has one.
    func person(surname key: UInt64) -> Int? { entryOfSurname[key].flatMap { $0 >= 0 ? $0 : nil } }

    /// Who held an office on a day, where that is one.
    func holder(of office: [UInt32], on date: PartialDate?) -> Int? {
        let found = (holders[Self.key(office)] ?? []).filter { entry in
            entries[entry].roles.contains { $0.words == office && $0.isHeld(on: date) }
        }
        return found.count == 1 ? found[0] : nil
    }

    mutating func add(verb line: String) { verbs.append(line) }

    /// Adds somebody with all the forms; returns the form and the line of an entry that has it already, and adds nothing then.
    mutating func add(_ entry: Entry) -> (form: String, line: Int)? {
        var entry = entry
        let number = entries.count
        var keys: [UInt64] = []
        for form in [entry.name] + entry.forms {
            for words in Self.variants(of: form) {
                let key = Self.key(words)
                if let known = entryOfForm[key] { return (form, entries[known].line) }
                keys.append(key)
                longestForm = max(longestForm, words.count)
            }
        }
        for key in keys { entryOfForm[key] = number }
        entry.words = Self.words(of: entry.name)
        if entry.kind == .person, entry.words.count > 1 {
            let key = Self.key(entry.words.dropFirst())
            entryOfSurname[key] = entryOfSurname[key] == nil ? number : -1
        }
        for index in entry.roles.indices {
            entry.roles[index].words = Self.contentWords(of: entry.roles[index].text)
            holders[Self.key(entry.roles[index].words), default: []].append(number)
        }
        entries.append(entry)
        return nil
    }

    /// «la Centrale du port» is met as «à la Centrale du port» and as «cette centrale du port».
    private static func variants(of form: String) -> [[UInt32]] {
        let tokens = TokenisedText(Array(form.utf8)).tokens.filter { $0.kind == .word }
        let words = tokens.map(\.hash)
        guard tokens.count > 1, tokens[0].has(.definite) else { return [words] }
        return [words, Array(words.dropFirst())]
    }

    private static func words(of text: String) -> [UInt32] {
        TokenisedText(Array(text.utf8)).tokens.filter { $0.kind == .word }.map(\.hash)
    }

    static func contentWords(of text: String) -> [UInt32] {
        TokenisedText(Array(text.utf8)).tokens.filter(isContent).map(\.hash)
    }

    /// «ministre de l'Intérieur»: ministre, Intérieur.
    static func isContent(_ token: Token) -> Bool {
        token.kind == .word && !token.has([.determiner, .preposition, .of, .coordinator])
    }
}
