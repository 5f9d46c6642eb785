// E3: names that are not known, and texts that cannot be searched for.

extension Message {
    /// `find statments`
    package static func unknownSet(_ name: String, suggestion: String?, known: [String]) -> Message {
        Message("E300", ["name": .text(name), "suggestion": .text(suggestion), "known": .some(known)])
    }

    /// `find statements where speeker = "El Khalfi"`
    package static func unknownField(_ name: String, set: String, suggestion: String?, known: [String]) -> Message {
        Message(
            "E301",
            ["name": .text(name), "set": .text(set), "suggestion": .text(suggestion), "known": .some(known)])
    }

    /// `speaker in spokesman`, where only `let spokesmen` was said
    package static func unknownDefinition(_ name: String, suggestion: String?, known: [String]) -> Message {
        Message("E302", ["name": .text(name), "suggestion": .text(suggestion), "known": .some(known)])
    }

    /// `speaker = $woh` after `param $who`
    package static func unknownParameter(_ name: String, suggestion: String?, known: [String]) -> Message {
        Message("E303", ["name": .text(name), "suggestion": .text(suggestion), "known": .some(known)])
    }

    /// `as cvs`
    package static func unknownFormat(_ name: String, suggestion: String?, known: [String]) -> Message {
        Message("E304", ["name": .text(name), "suggestion": .text(suggestion), "known": .some(known)])
    }

    /// `let people = find events`: `noun` is what has the name already, a set, a field, a definition.
    package static func takenName(_ name: String, by noun: Noun) -> Message {
        Message("E306", ["name": .text(name), "noun": .terms([.noun(noun)])])
    }

    /// `find them` as the first query
    package static var noLastResult: Message { Message("E307") }

    /// `speaker in statements`: a set where a list or a `let` is asked for.
    package static func setWithoutFind(_ name: String) -> Message {
        Message("E308", ["name": .text(name)])
    }

    /// `let a = find a`
    package static func circularDefinition(_ name: String) -> Message {
        Message("E309", ["name": .text(name)])
    }

    /// `text contains "*tion"`; `ending` is `tion`.
    package static func misplacedStar(ending: String?) -> Message {
        Message("E310", ["ending": .text(ending)])
    }

    /// `text contains exactly "syndicat*"`
    package static func starWithMode(_ mode: String) -> Message { Message("E310.mode", ["mode": .text(mode)]) }

    /// `text contains "…"`: there is no word in it.
    package static func noWords(_ text: String) -> Message {
        Message("E311", ["text": .text(text)])
    }
}
