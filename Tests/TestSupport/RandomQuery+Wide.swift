// Further queries at random: of everything that SQL can say too, which is more than nested loops are worth writing for.

extension RandomQuery {
    /// A script whose last statement is a query.
    package mutating func wide() -> String {
        switch Int.random(in: 0...9, using: &random) {
        case 0, 1: wideCount()
        case 2: "count distinct \(key()) in statements where \(wideCondition("statements"))"
        case 3: wideLet()
        default: wideFind()
        }
    }

    private mutating func wideSet() -> String {
        random.pick(["people", "groups", "statements", "statements", "statements"])
    }

    private mutating func wideFind() -> String {
        let set = wideSet()
        var query = "find \(set) where \(wideCondition(set))"
        if random.chance(0.5) {
            query += " show id, \(columns(set)), \(columns(set))"
        }
        if random.chance(0.5) {
            query += " sort by \(wideSortKey(set))\(random.pick(["", " asc", " desc"]))"
            if random.chance(0.4) { query += ", \(wideSortKey(set)) desc" }
        }
        if random.chance(0.3) { query += " limit \(Int.random(in: 0...8, using: &random))" }
        if random.chance(0.2) { query += " skip \(Int.random(in: 0...4, using: &random))" }
        return query
    }

    private mutating func wideLet() -> String {
        let target = random.pick(["people", "groups"])
        let limit = random.chance(0.3) ? " sort by name desc limit 2" : ""
        let define = "let chosen = find \(target) where \(wideCondition(target))\(limit)\n"
        switch Int.random(in: 0...2, using: &random) {
        case 0: return define + "find chosen where \(wideCondition(target)) show id, name"
        case 1:
            let path = target == "people" ? "speaker" : "audience"
            return define + "find statements where \(path) \(random.pick(["in", "not in"])) chosen"
        default:
            return
                "find statements where \(wideCondition("statements"))\nfind them where \(wideCondition("statements"))\n"
                + "count them by \(key())"
        }
    }

    private mutating func wideCount() -> String {
        let distinct = random.chance(0.3) ? "distinct \(key()) in " : ""
        var keys = key()
        if random.chance(0.4) {
            let second = key()
            if second != keys { keys += ", \(second)" }
        }
        var query = "count \(distinct)statements"
        if random.chance(0.8) { query += " where \(wideCondition("statements"))" }
        query += " by \(keys)"
        if random.chance(0.3) { query += " having count \(comparison()) \(Int.random(in: 0...3, using: &random))" }
        if random.chance(0.3) {
            let first = keys.split(separator: ",")[0]
            query +=
                " sort by \(random.pick(["count", "count desc", "\(first)", "\(first) desc", "count, \(first) desc"]))"
        }
        if random.chance(0.3) { query += " limit \(Int.random(in: 1...5, using: &random))" }
        if random.chance(0.2) { query += " skip \(Int.random(in: 0...2, using: &random))" }
        return query
    }

    private mutating func key() -> String {
        random.pick([
            "speaker", "speaker.name", "speaker.role", "mode", "topics", "audience", "audience.kind", "audience.name",
            "date.year", "date.month", "date.week", "date.weekday", "date", "words", "sure", "speaker.groups",
            "heard.day", "speaker.roles", "title", "speaker.born.year", "speaker.active", "it",
        ])
    }

    private mutating func columns(_ set: String) -> String {
        switch set {
        case "people":
            random.pick([
                "name", "names", "role", "roles", "born, born.month", "active", "score", "groups", "groups.kind",
                "count of statements", "first of statements.date", "last of statements.date",
                "last of statements.words",
                "statements", "statements.topics", "count of groups.members", "statements.audience.name",
            ])
        case "groups":
            random.pick([
                "name", "kind", "members", "members.name", "members.names", "members.roles",
                "count of members.statements",
                "first of members.score", "last of members.statements.date",
            ])
        default:
            random.pick([
                "speaker", "audience", "text", "title", "date", "date.year", "date.month", "date.week", "date.day",
                "date.weekday", "heard", "mode", "topics", "words", "sure", "speaker.name", "speaker.names",
                "speaker.role", "speaker.roles", "speaker.born", "speaker.groups", "speaker.groups.name",
                "audience.kind",
                "count of audience", "audience.members", "speaker.active", "it",
            ])
        }
    }

    private mutating func wideSortKey(_ set: String) -> String {
        switch set {
        case "people":
            random.pick([
                "name", "role", "born", "score", "active", "count of statements", "first of statements.date",
                "last of statements.words", "born.month", "last of statements.heard",
            ])
        case "groups": random.pick(["name", "kind", "count of members", "count of members.statements", "it"])
        default:
            random.pick([
                "date", "words", "mode", "title", "text", "heard", "speaker.role", "id", "speaker", "speaker.born",
                "date.weekday", "date.week", "date.month", "sure", "count of audience", "speaker.score",
            ])
        }
    }

    private mutating func wideCondition(_ set: String) -> String {
        switch Int.random(in: 0...9, using: &random) {
        case 0...4: condition(set, depth: 2)
        case 5: "(\(widePredicate(set)) and \(condition(set, depth: 1)))"
        case 6: "not \(widePredicate(set))"
        case 7: "(\(widePredicate(set)) or \(widePredicate(set)))"
        default: widePredicate(set)
        }
    }

    private mutating func widePredicate(_ set: String) -> String {
        switch set {
        case "people":
            return random.pick([
                "name contains \(wideText(SmallRecords.names))", "it contains \(wideText(SmallRecords.names))",
                "role contains \(wideText(SmallRecords.roles))", "roles contains \(wideText(SmallRecords.roles))",
                "name = roles", "role = statements.speaker.role", "score = first of statements.words",
                "count of statements > count of groups", "born < first of statements.date",
                "first of statements.date < last of statements.date", "names is \(known())", "roles is \(known())",
                "statements.title contains \(wideText(SmallRecords.words))", "groups.kind is \(known())",
                "born.weekday \(comparison()) 4", "born.month \(comparison()) 2016-05", "born.week is \(known())",
                "born.weekday is \(known())", "roles = exactly \"Ministre\"", "role != exactly \"Ministre\"",
                "every statements has (text contains \(wideText(SmallRecords.words)))",
                "exactly 2 statements have (audience = \"Haddad\")", "last of statements.words between 2 and 12",
                "role in (\"ministre\", exactly \"porte-parole\")", "it in (find people where score is known limit 3)",
            ])
        case "groups":
            return random.pick([
                "members.statements.text contains \(wideText(SmallRecords.words))", "members.role = kind",
                "count of members.statements \(comparison()) 3", "name contains \(wideText(SmallRecords.names))",
                "no members.statements have (mode = \"direct\" and sure = true)", "kind = members.roles",
                "last of members.statements.date >= 2016-06", "kind != exactly \"ONG\"",
            ])
        default:
            return random.pick([
                "text contains \(wideText(SmallRecords.words))",
                "text does not contain \(wideText(SmallRecords.words))",
                "title contains \(wideText(SmallRecords.words))", "speaker contains \(wideText(SmallRecords.names))",
                "audience contains \(wideText(SmallRecords.names))", "topics contains \(wideText(["école", "santé"]))",
                "date.year \(comparison()) 2016", "date.month \(comparison()) 2016-05", "date.week = 2016-05-09",
                "date.weekday \(comparison()) \(Int.random(in: 1...7, using: &random))", "date.day >= 2016-05-12",
                "date.month is \(known())", "date.day is \(known())", "date.weekday is \(known())",
                "heard.month = date.month", "heard.year <= date", "date.month >= heard", "date.week = heard.week",
                "title = mode", "speaker.name = title", "speaker.born \(comparison()) date",
                "audience = speaker.groups",
                "speaker = audience.members", "words > speaker.score", "count of audience = 2",
                "title = exactly \"la\"", "sure = speaker.active", "speaker.names is \(known())",
                "words in (1, 5, 7)", "date in (2015, 2016-05)", "id in (\"s1\", \"S2\", \"s30\")",
                "words between 5 and 12.5", "words > 4.5", "speaker.score < 0", "speaker.score = 1.5",
                "audience.members.statements.mode = \"mixed\"", "topics in (\"ECOLE\", exactly \"Santé\")",
                "date >= 9999", "date < 1000", "heard between 2016-02-29 and 2016-02-29",
            ])
        }
    }

    private mutating func known() -> String { random.pick(["missing", "known"]) }

    /// Texts in each other: near what is near, so many times, not.
    private mutating func wideText(_ words: [String]) -> String {
        func word() -> String {
            let word = random.pick(words).filter { $0 != "." }
            return random.chance(0.2)
                ? "\"\(word.prefix(3))*\"".replacing(" *", with: "*").replacing("'*", with: "*") : "\"\(word)\""
        }
        switch Int.random(in: 0...12, using: &random) {
        case 0: return "(\(word()) near \(word())) near \(word())"
        case 1: return "(\(word()) or \(word())) within 3 words before (\(word()) or \(word()))"
        case 2: return "\(word()) near \(word()) at least 2 times"
        case 3: return "(\(word()) or \(word())) at least \(Int.random(in: 1...4, using: &random)) times"
        case 4: return "not \(word())"
        case 5: return "\(word()) and not (\(word()) near \(word()))"
        case 6: return "all of (\(word()), \(word()))"
        case 7: return "any of (\(word()), \(word()), \(word())) within same sentence as \(word())"
        case 8: return "(\(word()) within same sentence as \(word())) within same paragraph as \(word())"
        case 9:
            return
                "\"\(random.pick(["la", "le", "soci*", "acc*"])) \(random.pick(["civile", "la", "ré*", "l'école"]))\" at least 2 times"
        case 10: return "not (\(word()) or not \(word()))"
        default: return text(words)
        }
    }
}
