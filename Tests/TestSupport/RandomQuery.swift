// Queries made at random, of every kind of condition that the small schema allows.

import Dixit

/// Writes queries as text.
package struct RandomQuery {
    package var random: SeededGenerator

    package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func quoted(_ text: String) -> String { "\"\(text)\"" }

    package mutating func find() -> String {
        let set = random.pick(["people", "groups", "statements", "statements", "statements"])
        var query = "find \(set) where \(condition(set, depth: 2))"
        if random.chance(0.3) {
            query += " sort by \(sortKey(set))\(random.pick(["", " asc", " desc"]))"
            if random.chance(0.3) { query += ", \(sortKey(set)) desc" }
        }
        if random.chance(0.3) { query += " limit \(Int.random(in: 0...6, using: &random))" }
        if random.chance(0.2) { query += " skip \(Int.random(in: 0...4, using: &random))" }
        return query
    }

    package mutating func count() -> String {
        let key = random.pick([
            "speaker", "speaker.role", "mode", "topics", "audience", "audience.kind", "date.year", "date.month", "date",
            "words", "sure", "speaker, mode", "topics, mode", "speaker.groups", "heard.day", "speaker.roles",
        ])
        return "count statements where \(condition("statements", depth: 1)) by \(key)"
    }

    mutating func sortKey(_ set: String) -> String {
        switch set {
        case "people": random.pick(["name", "role", "born", "score", "active", "count of statements"])
        case "groups": random.pick(["name", "kind", "count of members"])
        default: random.pick(["date", "words", "mode", "title", "heard", "speaker.role", "id"])
        }
    }

    package mutating func condition(_ set: String, depth: Int) -> String {
        switch depth == 0 ? 9 : Int.random(in: 0...9, using: &random) {
        case 0: "(\(condition(set, depth: depth - 1)) and \(condition(set, depth: depth - 1)))"
        case 1: "(\(condition(set, depth: depth - 1)) or \(condition(set, depth: depth - 1)))"
        case 2: "not (\(condition(set, depth: depth - 1)))"
        case 3: quantified(set, depth: depth - 1)
        case 4: sub(set, depth: depth - 1)
        default: predicate(set)
        }
    }

    private mutating func quantified(_ set: String, depth: Int) -> String {
        let (path, target) =
            switch set {
            case "people":
                random.pick([("statements", "statements"), ("groups", "groups"), ("statements.audience", "groups")])
            case "groups": random.pick([("members", "people"), ("members.statements", "statements")])
            default: random.pick([("audience", "groups"), ("audience.members", "people")])
            }
        let quantity = random.pick(["some", "no", "every", "at least 2", "at most 1", "exactly 1", "at least 0"])
        return "\(quantity) \(path) have (\(condition(target, depth: depth)))"
    }

    private mutating func sub(_ set: String, depth: Int) -> String {
        let (path, target) =
            switch set {
            case "people": random.pick([("statements", "statements"), ("groups", "groups"), ("it", "people")])
            case "groups": random.pick([("members", "people"), ("it", "groups")])
            default: random.pick([("speaker", "people"), ("audience", "groups"), ("speaker.groups", "groups")])
            }
        let limit = random.chance(0.2) ? " limit 2" : ""
        return
            "\(path) \(random.pick(["in", "not in"])) (find \(target) where \(condition(target, depth: depth))\(limit))"
    }

    private mutating func predicate(_ set: String) -> String {
        switch set {
        case "people":
            switch Int.random(in: 0...11, using: &random) {
            case 0: return "name \(equality()) \(name())"
            case 1: return "role \(equality()) \(quoted(random.pick(SmallRecords.roles + ["PORTE PAROLE", "x"])))"
            case 2: return "roles \(equality()) \(quoted(random.pick(SmallRecords.roles)))"
            case 3: return "born \(date())"
            case 4: return "active = \(random.pick(["true", "false"]))"
            case 5: return "score \(comparison()) \(random.pick(["2", "1.5", "0", "-3"]))"
            case 6: return "groups \(equality()) \(name())"
            case 7: return "statements.mode = \"direct\""
            case 8: return "count of statements \(comparison()) \(Int.random(in: 0...3, using: &random))"
            case 9: return "\(random.pick(["first", "last"])) of statements.date \(comparison()) 2016"
            case 10: return "name contains \(text(SmallRecords.names))"
            default:
                return
                    "\(random.pick(["role", "groups", "born", "statements", "score", "name"])) is \(random.pick(["missing", "known"]))"
            }
        case "groups":
            switch Int.random(in: 0...4, using: &random) {
            case 0: return "name \(equality()) \(name())"
            case 1: return "kind in (\"ONG\", \"ecole\")"
            case 2: return "members = \(name())"
            case 3: return "members.role contains \"ministre\""
            default: return "kind is \(random.pick(["missing", "known", "not missing"]))"
            }
        default:
            switch Int.random(in: 0...13, using: &random) {
            case 0, 1, 2:
                return "text \(random.pick(["contains", "contains", "does not contain"])) \(text(SmallRecords.words))"
            case 3: return "speaker \(equality()) \(name())"
            case 4: return "date \(date())"
            case 5: return "words \(comparison()) \(random.pick(["5", "12", "0"]))"
            case 6: return "speaker.role contains \"ministre\""
            case 7: return "topics \(equality()) \(quoted(random.pick(["école", "SANTE", "travail"])))"
            case 8: return "title \(equality()) \(quoted(random.pick(SmallRecords.words)))"
            case 9: return "date \(random.pick(["=", "<", ">=", "!="])) heard"
            case 10: return "audience contains \"khalfi\""
            case 11: return "words between 2 and 12"
            case 12: return "speaker.groups.kind = \"parti\""
            default:
                return
                    "\(random.pick(["speaker", "text", "date", "topics", "audience", "sure"])) is \(random.pick(["missing", "known"]))"
            }
        }
    }

    private mutating func equality() -> String { random.pick(["=", "=", "!="]) }
    mutating func comparison() -> String { random.pick(["=", "!=", "<", "<=", ">", ">="]) }

    private mutating func name() -> String {
        let name = random.pick(
            SmallRecords.names + ["M. El Khalfi", "Khalfi", "S. Haddad", "haddad", "De La Tour", "Tour", "Mustapha"])
        return random.chance(0.15) ? "exactly \(quoted(name))" : quoted(name)
    }

    private mutating func date() -> String {
        switch Int.random(in: 0...2, using: &random) {
        case 0: "in \(random.pick(["2016", "2016-05", "2015"]))"
        case 1:
            "between \(random.pick(["2016-05", "2015", "2016-05-12"])) and \(random.pick(["2016-06", "2017", "2016-05-13"]))"
        default: "\(comparison()) \(random.pick(["2016", "2016-05", "2016-05-12", "2016-06-30"]))"
        }
    }

    /// A text condition of words from a list.
    mutating func text(_ words: [String]) -> String {
        func literal(_ random: inout SeededGenerator) -> String {
            var word = random.pick(words)
            if random.chance(0.3) { word += " " + random.pick(words) }
            if random.chance(0.2), !word.hasSuffix(".") { word = String(word.prefix(max(2, word.count - 2))) + "*" }
            if word.hasSuffix(" *") || word.hasSuffix("-*") || word.hasSuffix("'*") || word.hasSuffix(".*") {
                word = "soc*"
            }
            return "\"\(word)\""
        }
        let first = literal(&random)
        let second = literal(&random)
        switch Int.random(in: 0...9, using: &random) {
        case 0: return "\(first) and \(second)"
        case 1: return "\(first) or \(second)"
        case 2: return "\(first) near \(second)"
        case 3:
            return
                "\(first) within \(Int.random(in: 1...4, using: &random)) words \(random.pick(["of", "before", "after"])) \(second)"
        case 4: return "\(first) within same \(random.pick(["sentence", "paragraph"])) as \(second)"
        case 5: return "\(first) at least 2 times"
        case 6: return "any of (\(first), \(second))"
        case 7: return "(\(first) or \(second)) near \(literal(&random))"
        default: return first
        }
    }
}
