// Paths as nouns: `statements.event.place` is “the event’s place of one of the statements”.

import DixitSyntax
import DixitText

/// A step of a path, in words.
struct PathStep {
    let english: String
    let french: FrenchNoun
    /// Whether a row may have several of it.
    let isMany: Bool
    /// The singular of the set that it leads to, where it is called as that set is.
    var singular: String?

    /// Whether the English name looks like a plural: `words`, not `status` or `address`.
    var isPlural: Bool { english.hasSuffix("s") && !["ss", "us", "is"].contains { english.hasSuffix($0) } }
}

/// What is said of several things: that one of them is so, that none is, or all of them are meant.
enum Reach {
    case one
    case none
    case all
}

extension ReadBack {
    /// The French noun of a set, `les lignes de groups` where its schema has none.
    func noun(ofSet set: Int) -> FrenchNoun {
        let schema = binder.schema.sets[set]
        return schema.french ?? FrenchNoun("les lignes de \(schema.name)", .feminine)
    }

    private func noun(of field: FieldSchema) -> FrenchNoun {
        if let french = field.french { return french }
        if field.type.isMany { return FrenchNoun("les valeurs du champ \(field.name)", .feminine) }
        return FrenchNoun("le champ \(field.name)", .masculine)
    }

    /// The steps of a path with their words; none for `it`.
    func steps(of path: Path, in set: Int) -> [PathStep] {
        var steps: [PathStep] = []
        var set = set
        for name in path.steps {
            if let number = binder.names.field(name.text, of: set) {
                let field = binder.schema.sets[set].fields[number]
                var step = PathStep(english: field.name, french: noun(of: field), isMany: field.type.isMany)
                if let target = field.type.target.flatMap({ binder.names.set(canonical: $0) }) {
                    set = target
                    let schema = binder.schema.sets[target]
                    if schema.name == field.name { step.singular = schema.singular }
                }
                steps.append(step)
            } else {
                let word = DixitText.folded(name.text)
                steps.append(PathStep(english: word, french: Self.intrinsicNoun(word), isMany: false))
            }
        }
        return steps
    }

    /// What belongs to the language: the parts of dates, and what every row has.
    private static func intrinsicNoun(_ word: String) -> FrenchNoun {
        switch word {
        case "year": FrenchNoun("l’année", .feminine)
        case "month": FrenchNoun("le mois", .masculine)
        case "week": FrenchNoun("la semaine", .feminine)
        case "day": FrenchNoun("le jour", .masculine)
        case "weekday": FrenchNoun("le jour de la semaine", .masculine)
        case "source": FrenchNoun("la source", .feminine)
        case "score": FrenchNoun("le score", .masculine)
        default: FrenchNoun("le champ \(word)", .masculine)
        }
    }

    /// `the event’s place`, `les fonctions`; `whose …` where `owner` is that.
    func nounPhrase(_ steps: [PathStep], _ reach: Reach = .all, owner: String = "the") -> String {
        if steps.isEmpty { return say("the row itself", "la ligne même") }
        return say(english(steps, reach, owner: owner), french(steps, reach))
    }

    /// One step after a to-many one starts anew with `of`: “the place of one of whose events”.
    private func english(_ steps: [PathStep], _ reach: Reach, owner: String) -> String {
        var text = ""
        var chain: [String] = []
        var isFirst = true
        for (place, step) in steps.enumerated() {
            chain.append(step.english)
            guard step.isMany || place == steps.count - 1 else { continue }
            let words = chain.joined(separator: "’s ")
            let phrase = text.isEmpty ? "\(owner) \(words)" : "the \(words) of \(text)"
            if step.isMany, reach != .all {
                let determiner = isFirst && reach == .none ? "none of" : "one of"
                text = "\(determiner) \(phrase)"
            } else {
                text = phrase
            }
            if step.isMany { isFirst = false }
            chain = []
        }
        return text
    }

    private func french(_ steps: [PathStep], _ reach: Reach) -> String {
        let firstMany = steps.firstIndex(where: \.isMany)
        let phrases = steps.indices.map { place -> String in
            let (step, noun) = (steps[place], steps[place].french)
            guard step.isMany, reach != .all else { return noun.text }
            let isNone = place == firstMany && reach == .none
            let determiner = isNone ? noun.form("aucune", "aucun") : noun.form("une", "un")
            return "\(determiner) \(noun.ofIt)"
        }
        return phrases.dropLast().reversed().reduce(phrases.last ?? "") { $0 + " " + FrenchNoun.after(de: $1) }
    }

    /// `event’s place`, `lieu de l’évènement`: without the article in front.
    func bare(_ steps: [PathStep]) -> String {
        guard let last = steps.last else { return say("row itself", "ligne même") }
        if language == .english { return String(english(steps, .all, owner: "the").dropFirst(4)) }
        let rest = steps.dropLast()
        return rest.isEmpty
            ? last.french.bare : last.french.bare + " " + FrenchNoun.after(de: french(Array(rest), .all))
    }

    /// A key of groups: `each speaker`, `each of the people`.
    func each(_ steps: [PathStep]) -> String {
        guard let last = steps.last else { return say("each row", "chaque ligne") }
        if last.isMany {
            let all = nounPhrase(steps)
            return say("each of \(all)", "\(last.french.form("chacune", "chacun")) \(FrenchNoun.after(de: all))")
        }
        return say("each ", "chaque ") + bare(steps)
    }

    /// A column or a sort key: `the number of statements`.
    func nounPhrase(of operand: Operand, in set: Int) -> String {
        let steps = steps(of: operand.path, in: set)
        switch operand.aggregate {
        case nil: return nounPhrase(steps)
        case .count: return "\(say("the", "le")) \(number(of: steps))"
        case .first, .last: return ordinal(operand.aggregate == .first, steps, owner: "the")
        }
    }

    /// `number of statements`
    func number(of steps: [PathStep]) -> String {
        guard language == .french else { return "number of \(bare(steps))" }
        return "nombre \(FrenchNoun.ofSome(bare(steps)))"
    }

    /// `the first date of whose statements`, `la première date des déclarations`
    func ordinal(_ isFirst: Bool, _ steps: [PathStep], owner: String) -> String {
        guard let last = steps.last else { return nounPhrase(steps) }
        if language == .english {
            let text = english(steps, .all, owner: owner)
            return "the \(isFirst ? "first" : "last") " + text.dropFirst(text.hasPrefix("the ") ? 4 : 0)
        }
        let adjective = isFirst ? last.french.form("première", "premier") : last.french.form("dernière", "dernier")
        return "\(last.french.form("la", "le")) \(adjective) \(bare(steps))"
    }
}
