// The grammar file and the parser say the same.

import DixitSyntax
import Foundation
import TestSupport
import Testing

@Suite struct GrammarTests {
    @Test("Every name is defined once, and every production is reachable")
    func grammarIsWhole() throws {
        let grammar = try GrammarFile.dixit()
        let names = grammar.productions.map(\.name)
        #expect(Set(names).count == names.count)
        var pending = ["script", "COMMENT"]
        var reached: Set<String> = []
        while let name = pending.popLast() {
            guard reached.insert(name).inserted else { continue }
            let expression = try #require(grammar[name], "\(name) is not defined")
            pending += expression.references
        }
        #expect(reached == Set(names), "unreachable: \(Set(names).subtracting(reached))")
    }

    @Test("Each production is quoted by one function of the parser")
    func parserQuotesGrammar() throws {
        let grammar = try GrammarFile.dixit()
        let quoted = try Self.quotedProductions()
        for production in grammar.productions {
            let quotes = quoted.filter { $0.hasPrefix(production.name + " = ") }
            #expect(quotes == [production.text])
        }
        #expect(quoted.count == grammar.productions.count)
    }

    /// What follows `/// production:` in the sources, each reduced to its tokens.
    private static func quotedProductions() throws -> [String] {
        let folder = Golden.packageFolder().appendingPathComponent("Sources/DixitSyntax")
        var quoted: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            var isInside = false
            for line in try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
                .split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) })
            {
                if let start = line.range(of: "/// production: ") {
                    quoted.append(String(line[start.upperBound...]))
                    isInside = true
                } else if isInside, line.hasPrefix("///     ") {
                    quoted[quoted.count - 1] += " " + line.dropFirst(8)
                } else {
                    isInside = false
                }
            }
        }
        return try quoted.map { text in try #require(GrammarFile(text + " ;").productions.first).text }
    }

    @Test("The reserved words of the parser are the words of the grammar, or free ones")
    func keywordsAreInGrammar() throws {
        var words: Set<String> = []
        func collect(_ expression: Expression) {
            switch expression {
            case .terminal(let word): words.insert(word)
            case .sequence(let parts), .alternatives(let parts): for part in parts { collect(part) }
            case .optional(let part), .repetition(let part): collect(part)
            case .reference, .special: break
            }
        }
        for production in try GrammarFile.dixit().productions { collect(production.expression) }
        for keyword in Keyword.allCases { #expect(words.contains(keyword.rawValue)) }
        for word in words where word.count > 1 && word.allSatisfy(\.isLetter) && !Self.units.contains(word) {
            #expect(Keyword(rawValue: word) != nil, "\(word)")
        }
    }

    private static let units: Set<String> = ["day", "days", "week", "weeks", "month", "months", "year", "years"]

    @Test("Random sentences parse, print, and print the same again", arguments: 0..<8)
    func sentences(seed: Int) throws {
        var generator = SentenceGenerator(try GrammarFile.dixit(), seed: UInt64(seed))
        for _ in 0..<250 {
            let script = generator.script()
            let parsed = Parser.parse(script)
            let keys = parsed.diagnostics.map(\.message.key)
            #expect(keys == [], "\(script)")
            #expect(parsed.openEnd == nil, "\(script)")
            guard parsed.diagnostics.isEmpty else { continue }
            _ = checkedFormat(script)
        }
    }

    @Test("The random sentences use every alternative of the grammar")
    func sentencesCoverGrammar() throws {
        let grammar = try GrammarFile.dixit()
        var generator = SentenceGenerator(grammar, seed: 1)
        let wanted = grammar.productions.flatMap { production -> [String] in
            let isToken = production.name.allSatisfy(\.isUppercase) || production.name == "digit"
            guard case .alternatives(let parts) = production.expression, !isToken else { return [] }
            return parts.indices.map { "\(production.name)/\($0)" }
        }
        var missing = Set(wanted)
        for _ in 0..<3_000 where !missing.isEmpty {
            _ = generator.script()
            missing.subtract(generator.chosen)
        }
        #expect(missing == [])
    }
}
