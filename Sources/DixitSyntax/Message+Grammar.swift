// E2: the order of words in a query.

extension Message {
    /// `trouver déclarations où …`
    package static func expectedStatement(
        found: Term, word: String? = nil, keyword: String? = nil, others: [Pair] = [], suggestion: String? = nil
    ) -> Message {
        let verbs = ["find", "count", "let", "param", "explain"].map { Term.keyword($0) }
        return Message(
            "E201",
            [
                "expected": .terms(verbs + [.noun(.quotedText)]), "found": .terms([found]), "word": .text(word),
                "keyword": .text(keyword), "others": others.isEmpty ? nil : .pairs(others),
                "suggestion": .text(suggestion),
            ])
    }

    /// `where a = "x" and b = "y" or c = "z"`
    static var mixedAndOr: Message { Message("E202") }

    /// `speaker = El Khalfi`
    package static func unquotedText(_ text: String) -> Message {
        Message("E203", ["quoted": .text(Formatter.quoted(text))])
    }

    /// `limit many`; `outlet in "Le Monde"`, instead of which `("Le Monde")` can be written.
    static func expected(_ expected: [Term], found: Term, instead: String? = nil) -> Message {
        Message("E204", ["expected": .terms(expected), "found": .terms([found]), "instead": .text(instead)])
    }

    /// `find statements by speaker`
    static func clauseNeedsCount(_ clause: String) -> Message {
        Message("E205", ["clause": .text(clause)])
    }

    /// `limit 5 limit 6`
    static func duplicateClause(_ clause: String) -> Message {
        Message(clause == "where" ? "E206.where" : "E206", ["clause": .text(clause)])
    }

    /// `text contains "a" "b"`
    static func adjacentTexts(joined: String) -> Message {
        Message("E207", ["joined": .text(joined)])
    }

    /// A text that begins a line after another query.
    static var textAfterQuery: Message { Message("E207.line") }

    /// `find people find events`
    static var statementsOnOneLine: Message { Message("E208") }

    /// `.help` in a script given to the library
    static func dotCommand(_ text: String) -> Message {
        Message("E209", ["text": .text(text)])
    }

    /// `((((…`
    static func nestedTooDeeply(limit: Int) -> Message {
        Message("E210", ["limit": .number(limit)])
    }

    /// `let where = 3`
    package static func reservedWord(_ word: String) -> Message {
        Message("E211", ["word": .text(word)])
    }

    /// `count statements having count >= 2`
    static var havingNeedsBy: Message { Message("E212") }

    /// `find statements où …`
    static func foreignKeyword(_ word: String, keyword: String) -> Message {
        Message("E213", ["word": .text(word), "keyword": .text(keyword)])
    }

    /// `where (a = "x"`
    static var unclosedParenthesis: Message { Message("E214") }

    /// `where a = "x")`
    static var unopenedParenthesis: Message { Message("E215") }

    /// `speaker = ("A", "B")`
    static func listNeedsIn(_ comparison: String) -> Message {
        Message("E216", ["operator": .text(comparison)])
    }

    /// `text matches "réform"`
    static func patternNeedsSlashes(_ text: String) -> Message {
        Message("E217", ["text": .text(text)])
    }

    /// `find statements speaker = "A"`
    static var missingWhere: Message { Message("E218") }

    /// “opened here”, beside the first of two places.
    static var openedHere: Message { Message("label.opened") }

    /// “first here”, beside the first of two places.
    static var firstHere: Message { Message("label.first") }
}
