// The forms of French verbs that news text uses: third persons, infinitive and participles, made by rule.

/// One form of a verb.
struct VerbForm {
    var text: String
    var classes: WordClass
}

/// Conjugates by families of endings (conjugation.txt) and, for verbs in -er, by the rules of spelling.
struct Conjugation {
    /// A line of conjugation.txt.
    private struct Family {
        var ending: String
        var presentSingular: String
        var presentPlural: String
        var imperfectStem: String
        var historicSingular: String
        var historicPlural: String
        var futureStem: String
        var participle: String
        var feminine: String
    }

    private var families: [Family] = []

    init(_ text: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ").map { $0 == "|" ? "" : String($0) }
            guard parts.count == 9 else { continue }
            families.append(
                Family(
                    ending: parts[0], presentSingular: parts[1], presentPlural: parts[2], imperfectStem: parts[3],
                    historicSingular: parts[4], historicPlural: parts[5], futureStem: parts[6], participle: parts[7],
                    feminine: parts[8]))
        }
        families.sort { $0.ending.utf8.count > $1.ending.utf8.count }
    }

    /// The forms of «annoncer»: annonce, annoncent, annonçait … ; none for what is no infinitive.
    func forms(of infinitive: String) -> [VerbForm] {
        if let family = families.first(where: { infinitive.hasSuffix($0.ending) }) {
            return forms(of: family, stem: String(infinitive.dropLast(family.ending.count)), infinitive)
        }
        return infinitive.hasSuffix("er") ? formsInER(infinitive) : []
    }

    private func forms(of family: Family, stem: String, _ infinitive: String) -> [VerbForm] {
        var forms: [VerbForm] = []
        func add(_ ending: String, _ suffix: String, _ classes: WordClass) {
            if !ending.isEmpty { forms.append(VerbForm(text: stem + ending + suffix, classes: classes)) }
        }
        add(family.presentSingular, "", [.present, .verbSingular])
        add(family.presentPlural, "", [.present, .verbPlural])
        // The subjunctive, «qu'il vienne», from «viennent»; it counts as a present.
        if family.presentPlural.hasSuffix("ent") {
            add(String(family.presentPlural.dropLast(2)), "", [.present, .verbSingular])
        }
        add(family.imperfectStem, "ait", [.imperfect, .verbSingular])
        add(family.imperfectStem, "aient", [.imperfect, .verbPlural])
        add(family.historicSingular, "", [.historic, .verbSingular])
        add(family.historicPlural, "", [.historic, .verbPlural])
        addFuture(&forms, stem + family.futureStem)
        add(family.imperfectStem, "ant", .presentParticiple)
        addParticiples(&forms, stem + family.participle, family.feminine.isEmpty ? nil : stem + family.feminine)
        forms.append(VerbForm(text: infinitive, classes: .infinitive))
        return forms
    }

    private func addFuture(_ forms: inout [VerbForm], _ stem: String) {
        forms.append(VerbForm(text: stem + "a", classes: [.future, .verbSingular]))
        forms.append(VerbForm(text: stem + "ont", classes: [.future, .verbPlural]))
        forms.append(VerbForm(text: stem + "ait", classes: [.conditional, .verbSingular]))
        forms.append(VerbForm(text: stem + "aient", classes: [.conditional, .verbPlural]))
    }

    private func addParticiples(_ forms: inout [VerbForm], _ masculine: String, _ feminine: String?) {
        forms.append(VerbForm(text: masculine, classes: .pastParticiple))
        if !masculine.hasSuffix("s") { forms.append(VerbForm(text: masculine + "s", classes: .pastParticiple)) }
        guard let feminine else { return }
        forms.append(VerbForm(text: feminine, classes: .pastParticiple))
        forms.append(VerbForm(text: feminine + "s", classes: .pastParticiple))
    }

    /// Verbs in -er: «manger» keeps its sound before a (mangeait), «lancer» too (lançait), «rappeler» doubles (rappelle),
    /// «lever» and «répéter» open their vowel (lève, répète), «employer» changes y to i (emploie).
    private func formsInER(_ infinitive: String) -> [VerbForm] {
        let stem = String(infinitive.dropLast(2))
        var beforeA = stem
        if stem.hasSuffix("g") { beforeA += "e" }
        if stem.hasSuffix("c") { beforeA = String(stem.dropLast()) + "ç" }
        var forms: [VerbForm] = []
        for mute in muteStems(stem) {
            forms.append(VerbForm(text: mute + "e", classes: [.present, .verbSingular]))
            forms.append(VerbForm(text: mute + "ent", classes: [.present, .verbPlural]))
            addFuture(&forms, mute + "er")
        }
        if stem.utf8.last == UInt8(ascii: "t") || stem.utf8.last == UInt8(ascii: "r") || stem.utf8.contains(0xA9) {
            addFuture(&forms, stem + "er")
        }
        forms.append(VerbForm(text: beforeA + "ait", classes: [.imperfect, .verbSingular]))
        forms.append(VerbForm(text: beforeA + "aient", classes: [.imperfect, .verbPlural]))
        forms.append(VerbForm(text: beforeA + "a", classes: [.historic, .verbSingular]))
        forms.append(VerbForm(text: stem + "èrent", classes: [.historic, .verbPlural]))
        forms.append(VerbForm(text: beforeA + "ant", classes: .presentParticiple))
        addParticiples(&forms, stem + "é", stem + "ée")
        forms.append(VerbForm(text: infinitive, classes: .infinitive))
        return forms
    }

    /// The stems before a mute e; more than one where usage has two (étiquette, halète; paie, paye).
    private func muteStems(_ stem: String) -> [String] {
        let letters = Array(stem.unicodeScalars)
        guard letters.count >= 3, let last = letters.last else { return [stem] }
        func text(_ letters: some Sequence<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: letters)
            return String(view)
        }
        if last == "y" {
            let before = letters[letters.count - 2]
            let changed = text(letters.dropLast()) + "i"
            return before == "a" ? [changed, stem] : [changed]
        }
        guard !isVowel(last) else { return [stem] }
        var vowel = letters.count - 2
        while vowel > 0, !isVowel(letters[vowel]), letters[vowel] != "y" { vowel -= 1 }
        let consonants = letters.count - 1 - vowel
        guard consonants == 1 || consonants == 2 && isSingleSound(letters[letters.count - 2], last) else {
            return [stem]
        }
        var open = letters
        if letters[vowel] == "é" {
            open[vowel] = "è"
            return [text(open)]
        }
        guard letters[vowel] == "e" else { return [stem] }
        open[vowel] = "è"
        return last == "l" || last == "t" ? [text(letters + [last]), text(open)] : [text(open)]
    }

    private func isVowel(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a", "e", "i", "o", "u", "é", "è", "ê", "â", "î", "ô", "û", "œ": true
        default: false
        }
    }

    /// «gn», «ch», «br» …: two consonants before which the vowel opens, as before one.
    private func isSingleSound(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        switch (first, second) {
        case ("g", "n"), ("c", "h"), ("g", "r"), ("b", "r"), ("t", "r"), ("g", "l"), ("c", "r"), ("g", "u"), ("v", "r"),
            ("q", "u"):
            true
        default: false
        }
    }
}
