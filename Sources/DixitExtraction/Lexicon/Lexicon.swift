// The lexicon of one language: its files, read once into a word table and a list of verbs.

/// Words and what is known of them, as the files under Lexicon/fr say.
///
/// Two kinds of files: lists (`class,class: words`, underscores for the spaces of a fixed phrase) and verbs (`verbs.txt`,
/// `speech-verbs.txt`), whose forms are made by ``Conjugation``.
package final class Lexicon: Sendable {
    package static let french = Lexicon(language: "fr")

    /// The French lexicon with more cue verbs: lines as speech-verbs.txt has them, which go before its own.
    package static func french(adding verbs: [String]) -> Lexicon {
        verbs.isEmpty ? french : Lexicon(language: "fr", verbs: verbs)
    }

    private let table: WordTable
    /// The forms as texts are looked up in them.
    let forms: FormIndex
    package let verbs: [Verb]
    private let verbGroups: [VerbGroup]
    private let nounGroups: [NounGroup]
    /// Fixed phrases of several words by the word that they begin with.
    let phrases: PhraseTable
    /// The words that rules name.
    package let words: KeyWords
    /// What events, agreements and dates are called.
    let terms: TermLists
    /// Nouns for what somebody says, by word.
    private let speechNouns: [UInt32: SpeechNoun]
    /// Places by name: what kind each is.
    let gazetteer: Gazetteer

    private init(language: String, verbs added: [String] = []) {
        var table = WordTable()
        var verbs: [Verb] = []
        var phrases: [(String, WordClass)] = []
        let files = Dictionary(
            LexiconFiles.all.filter { "\($0.language)" == language }.map { ("\($0.name)", "\($0.text)") },
            uniquingKeysWith: { first, _ in first })
        let conjugation = Conjugation(files["conjugation"] ?? "")
        var known: [String: Int] = [:]
        func index(of lemma: String) -> Int {
            if let index = known[lemma] { return index }
            verbs.append(Verb(lemma: lemma, plain: nil, reflexive: nil))
            known[lemma] = verbs.count - 1
            return verbs.count - 1
        }
        let speechVerbs = (files["speech-verbs"] ?? "").split(separator: "\n") + added.map { $0[...] }
        for line in speechVerbs where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            guard parts.count >= 2 else { continue }
            let complements = parts.dropFirst(2).reduce(into: Complements()) { set, name in
                set.formUnion(Complements.names[String(name)] ?? [])
            }
            let saying = Saying(act: SpeechAct(rawValue: String(parts[1])) ?? .assert, complements: complements)
            let isReflexive = parts[0].hasPrefix("se_")
            let verb = index(of: String(isReflexive ? parts[0].dropFirst(3) : parts[0]))
            if isReflexive { verbs[verb].reflexive = saying } else { verbs[verb].plain = saying }
        }
        for line in (files["verbs"] ?? "").split(separator: "\n") where !line.hasPrefix("#") {
            for lemma in line.split(separator: " ") { _ = index(of: String(lemma)) }
        }
        for lemma in ["avoir", "être"] + TermLists.lemmas(files) { _ = index(of: lemma) }
        for (number, verb) in verbs.enumerated() {
            var extra: WordClass = verb.plain != nil || verb.reflexive != nil ? .speech : []
            if verb.lemma == "avoir" { extra = .auxiliaryHave }
            if verb.lemma == "être" { extra = .auxiliaryBe }
            var forms = conjugation.forms(of: verb.lemma)
            // «dixit»: no family has it, so it is its own third person.
            if forms.isEmpty { forms = [VerbForm(text: verb.lemma, classes: [.present, .verbSingular])] }
            for form in forms {
                table.add(form.text, form.classes.union(extra), verb: Int16(truncatingIfNeeded: number))
            }
        }
        let others =
            ["conjugation", "verbs", "speech-verbs", "speech-nouns", "months", "verb-groups", "noun-groups"]
            + TermLists.files
        for name in files.keys.sorted() where !others.contains(name) {
            for line in (files[name] ?? "").split(separator: "\n") where !line.hasPrefix("#") {
                guard let colon = line.firstIndex(of: ":") else { continue }
                let classes = line[..<colon].split(separator: ",").reduce(into: WordClass()) { set, name in
                    set.formUnion(WordClass.names[String(name)] ?? [])
                }
                for word in line[line.index(after: colon)...].split(separator: " ") {
                    if word.contains("_") {
                        phrases.append((word.replacing("_", with: " ").lowercased(), classes))
                    } else {
                        // «contre», «devant»: a preposition is no form of «contrer», «devoir».
                        if name == "closed", !classes.isEmpty {
                            table.removeVerb(word.lowercased())
                        }
                        table.add(word.lowercased(), classes)
                        if classes.has(.pluralisable), !classes.has([.plural, .group]) {
                            table.add(Self.plural(word.lowercased()), classes.subtracting(.singular).union(.plural))
                        }
                    }
                }
            }
        }
        for line in (files["noun-groups"] ?? "").split(separator: "\n") where !line.hasPrefix("#") {
            for word in line.split(separator: " ").dropFirst() { table.add(String(word), []) }
        }
        speechNouns = SpeechNoun.read(files["speech-nouns"] ?? "", adding: &table)
        words = KeyWords(adding: &table)
        terms = TermLists(files, adding: &table, verbs: verbs)
        gazetteer = Gazetteer(files)
        self.phrases = PhraseTable(phrases, adding: &table)
        verbGroups = Self.groups(files["verb-groups"], VerbGroup.names, count: verbs.count) { known[$0] }
        nounGroups = Self.groups(files["noun-groups"], NounGroup.names, count: table.count + 1) { form in
            let word = table.word(form)
            return word.isKnown ? word.index : nil
        }
        self.table = table
        self.verbs = verbs
        let (terms, phraseTable, nouns) = (terms, self.phrases, speechNouns)
        forms = FormIndex(
            table,
            openings: { word in
                var openings = terms.openings(word)
                if phraseTable.opens(word) { openings.insert(.phrase) }
                if phraseTable.continues(word) { openings.insert(.phraseRest) }
                if nouns[word.raw] != nil { openings.insert(.speechNoun) }
                return openings
            }, others: LanguageGuess.words(terms.languages).map { ($0.word, .languageWord) })
    }

    /// What a token that is a noun for speech stands for: «déclaration».
    func speechNoun(_ token: Token) -> SpeechNoun? {
        token.openings.has(.speechNoun) ? speechNouns[token.word.raw] : nil
    }

    /// «université» → «universités», «général» → «généraux», «bureau» → «bureaux».
    private static func plural(_ noun: String) -> String {
        if noun.hasSuffix("s") || noun.hasSuffix("x") || noun.hasSuffix("z") { return noun }
        if noun.hasSuffix("al") { return noun.dropLast() + "ux" }
        return noun + (noun.hasSuffix("au") || noun.hasSuffix("eu") ? "x" : "s")
    }

    /// Reads `group: words` into one set a word.
    private static func groups<Group: OptionSet>(
        _ text: String?, _ names: [String: Group], count: Int, index: (String) -> Int?
    ) -> [Group] {
        var groups = [Group](repeating: [], count: count)
        for line in (text ?? "").split(separator: "\n") where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":"), let group = names[String(line[..<colon])] else { continue }
            for word in line[line.index(after: colon)...].split(separator: " ") {
                if let index = index(String(word)) { groups[index].formUnion(group) }
            }
        }
        return groups
    }

    package func group(ofNoun word: WordID) -> NounGroup { nounGroups[word.index] }

    /// The group of a verb by its index in ``verbs``; empty for -1.
    package func group(ofVerb index: Int) -> VerbGroup { index < 0 ? [] : verbGroups[index] }

    package func classes(_ word: WordID) -> WordClass { table.classes[word.index] }

    /// The verb that a form belongs to.
    package func verb(_ word: WordID) -> Verb? {
        let index = Int(table.verbs[word.index])
        return index < 0 ? nil : verbs[index]
    }

    /// The index of the verb in ``verbs``, or -1.
    package func verbIndex(_ word: WordID) -> Int { Int(table.verbs[word.index]) }

    /// The written form of a word; for messages and tests.
    package func text(_ word: WordID) -> String { table.text(word) }

    /// The word with this form in lower case, or the unknown one.
    package func word(_ form: String) -> WordID { table.word(form) }

    func word(hash: UInt32) -> WordID { table.word(hash: hash) }
}
