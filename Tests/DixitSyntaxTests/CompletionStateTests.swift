// What can stand at a place, and whether Enter runs what was typed.

import DixitSyntax
import TestSupport
import Testing

@Test func candidatesFollowTheGrammar() throws {
    let places = [
        "|", "fi|", "find |", "count |", "count distinct |", "find statements |", "find statements w|",
        "count statements |", "count statements by speaker |", "find statements where |", "find statements where sp|",
        "find statements where event.|", "find statements where event.pl|", "find statements where speaker |",
        "find statements where speaker is |", "find statements where speaker not |",
        "find statements where speaker = |",
        "find statements where event.place = « El K|", "find statements where text contains \"soc|",
        "find statements where text contains |", "find statements where text contains \"a\" |",
        "find statements where text contains \"a\" within |", "find statements where text contains any |",
        "find statements where speaker = \"a\" |", "find statements where speaker = \"a\" and |",
        "find statements where speaker = $w|", "find statements where speaker = $|",
        "find statements where speaker in |",
        "find people where statements in (find |", "find people where statements in (find events where pl|",
        "find people where statements in (find events) and |", "find people where some |",
        "find people where some statements have (event.|", "find people where some statements have (date = 2016) and |",
        "find people where at |", "find people where date >= 7 |", "find people where date >= 7 days |",
        "find people show |", "find people show name, |", "find people sort |", "find people sort by |",
        "find people sort by name |", "find people limit |", "find people as |", "find people as cs|",
        "find people limit 3 |", "let |", "let x |", "let x = |", "param |", "explain |",
        "find statements ; find people where |", "« société civile » |", "find people where name = \"a\" li|mit 3",
        "find people where speeker contains \"a\" |",
    ]
    var text = ""
    for place in places {
        let parts = place.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let state = CompletionState(parts.joined(), at: parts[0].utf8.count)
        text += place + "\n"
        text += "  " + state.candidates.map(word).joined(separator: " ") + "\n"
        var context: [String] = []
        if !state.partial.isEmpty { context.append("partial \(state.partial)") }
        if !state.scopes.isEmpty { context.append("on " + state.scopes.map(word).joined(separator: " > ")) }
        if let compared = state.compared { context.append("compares \(compared.joined(separator: "."))") }
        if let quote = state.openQuote { context.append("inside \(quote.opening)\(quote.closing)") }
        if !context.isEmpty { text += "  " + context.joined(separator: ", ") + "\n" }
    }
    try Golden.check(text, "completion.txt")
}

private func word(_ candidate: CompletionState.Candidate) -> String {
    switch candidate {
    case .keyword(let keyword): keyword
    case .field(let steps): "FIELD" + (steps.isEmpty ? "" : "(\(steps.joined(separator: ".")).)")
    default: "\(candidate)".uppercased()
    }
}

private func word(_ scope: CompletionState.Scope) -> String {
    switch scope {
    case .set(let name): name
    case .path(let steps): steps.joined(separator: ".")
    }
}

@Test(arguments: [
    "", "  # only a comment", "find people", "find people;", "find people where name = \"a\"",
    "find people wher name = 1",
    "trouver", "find people where name = 'a", "find people limit many", "find people )", ".help",
    "find people where = 1 and",
    "find statements where date = 2016-13 and",
])
func runs(text: String) {
    #expect(InputState(of: text) == .complete)
}

@Test(arguments: [
    ("find", OpenEnd.continuation), ("find people where", .continuation), ("find people where name =", .continuation),
    ("find people where name = \"a\" and", .continuation), ("find people show name,", .continuation),
    ("find people sort by", .continuation), ("let x =", .continuation),
    ("find people where name = « a", .quote(.guillemets)),
    ("find people where name = \"a\nb", .quote(.straight)), ("find people where (name = \"a\"", .parenthesis),
    ("find people where (name = \"a", .quote(.straight)), ("find people where name in (", .parenthesis),
    ("find people where name in (\"a\",", .parenthesis), ("find people where some statements have (", .parenthesis),
    ("find people where event in (find events where", .parenthesis),
])
func waits(text: String, openEnd: OpenEnd) {
    #expect(InputState(of: text) == .incomplete(openEnd))
}
