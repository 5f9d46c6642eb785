// The sentence in which `explain` says a query back, in both languages.

import Dixit
import DixitSyntax
import Foundation
import TestSupport
import Testing

@Suite struct ExplainTests {
    private static let seed: Corpus = {
        let folder = Golden.packageFolder().appendingPathComponent("seeds")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return Corpus(
            documents: files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.compactMap { file in
                (try? String(contentsOf: file, encoding: .utf8)).map { Document(id: file.lastPathComponent, text: $0) }
            })
    }()

    /// The first line of the explanation without its title.
    private func sentence(_ query: String, _ language: Language, _ session: inout Session) throws -> String {
        let answer = try session.run(Query(text: "explain \(query)")).last
        let line = answer?.explanation?[language].components(separatedBy: "\n").first ?? ""
        return String(line.dropFirst(8))
    }

    private func sentence(_ query: String, _ language: Language = .english, of corpus: Corpus) throws -> String {
        var session = Session(corpus)
        session.today = CalendarDate("2016-06-30")
        return try sentence(query, language, &session)
    }

    @Test func theExamplesOfTheReferenceAreSaidBack() throws {
        var text = ""
        for example in try LanguageReference().examples where example.code == nil {
            var session = Session(Self.seed)
            session.today = CalendarDate("2016-06-30")
            for statement in Parser.parse(example.script).script.statements {
                let written = Formatter.text(of: statement)
                if case .query = statement.kind {
                    text += written + "\n"
                    text += "  " + (try sentence(written, .english, &session)) + "\n"
                    text += "  " + (try sentence(written, .french, &session)) + "\n"
                }
                try session.run(Query(text: written))
            }
        }
        try Golden.check(text, "Explain/reference.txt")
    }

    @Test func constructsOfAllKindsAreSaidBack() throws {
        let queries = [
            "find statements where not (speaker is missing or date < 2016-05-12)",
            "find statements where date <= 2016 and date > 2015-01-01 and date >= 7 days ago and date = today",
            "find statements where date between 2016-05 and 2016-06 and date != 2016-05-12",
            "find statements where speaker in (find people where role contains \"ministre\") and date in 2016",
            "find statements where speaker not in (find people where no statements have (text contains \"a\"))",
            "find people where at least 1 statements have (date in 2016) or every statement has (mode = \"direct\")",
            "find people where not at least 2 statements have (date in 2016) and not every statement has (date in 2016)",
            "find people where exactly 2 statements have (date in 2016 and mode = \"direct\") and at most 3 events have (date in 2016)",
            "find people where statements.event.place = \"Rabat\" and statements.event.place != \"Rabat\"",
            "find people where organisations is missing and roles is known",
            "find people where count of statements >= 3 and first of statements.date < 2016 and last of statements.date != 2016",
            "find people where it in (find people where name = \"Personne\")",
            "find documents where words between 5 and 1000 and words != 7 and words <= 9",
            "find sentences where text contains \"a\" near \"b\" limit 1 skip 0",
            "count documents by outlet limit 1",
            "find documents where text contains (\"a b\" or \"c*\") and not \"d\" and title contains any of (\"e\", \"f\")",
            "find documents where text contains \"a\" within 3 words before (\"b\" or roughly \"c\") or text contains exactly \"D\" at least 2 times",
            "find documents where text does not contain \"a\" or \"b\" and title matches /a|b/ and title does not match exactly /c/",
            "find statements where place = event.place and document.date < date",
            "count statements where date.month = 2016-05 and date.weekday = 1 by speaker.role, document.people having count >= 2 limit 3",
            "count distinct speaker.role in statements by event",
            "find people show name, count of statements, first of statements.date, statements.event sort by count of statements desc, name limit 5 skip 10",
            "find statements where text contains \"a\" sort by relevance skip 2 sample 50 seed 7 as csv",
            "« société civile » where date < 2016 limit 0",
        ]
        var text = ""
        for query in queries {
            text += query + "\n"
            for language in Language.allCases {
                text += "  " + (try sentence(query, language, of: Self.seed)) + "\n"
            }
        }
        try Golden.check(text, "Explain/constructs.txt")
    }

    @Test(arguments: 0..<6 as Range<UInt64>) func everyRandomQueryIsSaidBackWhole(seed: UInt64) throws {
        var session = Session(try SmallRecords(seed: seed, statements: 20).corpus())
        var generator = RandomQuery(seed: seed &* 6007 &+ 1)
        for number in 0..<150 {
            let query = number % 4 == 0 ? generator.count() : generator.find()
            for language in Language.allCases {
                let sentence = try sentence(query, language, &session)
                #expect(
                    !sentence.isEmpty && !sentence.contains("?") && !sentence.contains("…"), "\(query)\n\(sentence)")
                #expect(!sentence.contains("  ") && !sentence.hasSuffix(" "), "\(query)\n\(sentence)")
                #expect(sentence.count { $0 == "(" } == sentence.count { $0 == ")" }, "\(query)\n\(sentence)")
            }
        }
    }

    @Test func nestingIsSeen() throws {
        let (a, b, c) = ("mode = \"direct\"", "verb = \"dire\"", "date in 2016")
        let conditions = [
            "(\(a) and \(b)) or \(c)", "\(a) and (\(b) or \(c))", "not (\(a) and \(b)) or \(c)",
            "not \(a) and (\(b) or \(c))",
            "not (\(a) and (\(b) or \(c)))", "not ((\(a) and \(b)) or \(c))", "(not \(a) and \(b)) or \(c)",
        ]
        let quantified = [
            "some statements have (\(a) and \(b)) and role is known", "some statements have (\(a)) and role is known",
            "every statement has (\(a)) and role is known", "every statement has (\(a) and not \(b))",
            "not every statement has (\(a) and not \(b))",
            "some statements have (\(a)) and some statements have (\(b))",
        ]
        for language in Language.allCases {
            let statements = try conditions.map { try sentence("find statements where \($0)", language, of: Self.seed) }
            #expect(Set(statements).count == conditions.count, "\(statements)")
            let people = try quantified.map { try sentence("find people where \($0)", language, of: Self.seed) }
            #expect(Set(people).count == quantified.count, "\(people)")
        }
    }

    @Test func definitionsAndParametersAreSaid() throws {
        var session = Session(Self.seed)
        try session.run(
            """
            let ministers = find people where role contains "ministre"
            let worries = ("retrait*", "pension")
            param $who = "El Khalfi"
            """)
        let query = "find statements where speaker in ministers and text contains any of worries and speaker = $who"
        try Golden.check(
            [Language.english, .french].map { (try? sentence(query, $0, &session)) ?? "" }.joined(separator: "\n"),
            "Explain/definitions.txt")
    }

    @Test func lengthStaysBoundedWhereDefinitionsNameEachOther() throws {
        var session = Session(Self.seed)
        try session.run("let a0 = find people where role is known")
        for level in 1...12 {
            try session.run(
                Query(text: "let a\(level) = find people where it in a\(level - 1) and it in a\(level - 1)"))
        }
        #expect(try sentence("find people where it in a12", .english, &session).count < 400)
    }

    @Test func theNewsHasAFrenchNounForEverything() {
        for set in Schema.news.sets {
            #expect(set.french != nil, "\(set.name)")
            for field in set.fields { #expect(field.french != nil, "\(set.name).\(field.name)") }
        }
    }
}
