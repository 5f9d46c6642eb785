// The code of the articles, compiled and run. A test compares it with the articles, line by line.

import Dixit
import DixitFormats
import Foundation
import TestSupport
import Testing

@Suite struct ArticleTests {
    private static let articles = ["FirstCorpus", "Asking", "Serving", "OwnSets", "Performance"]

    private static func article(_ name: String) throws -> String {
        let path = "Sources/Dixit/Dixit.docc/\(name).md"
        return try String(contentsOf: Golden.packageFolder().appendingPathComponent(path), encoding: .utf8)
    }

    /// Every block stands here as it is there, but for how far it is indented.
    @Test(arguments: articles) func theCodeOfAnArticleIsCompiled(name: String) throws {
        let examples = try CompiledExamples(#filePath)
        let blocks = Fence.all(in: try Self.article(name)).filter { $0.language == "swift" }
        #expect(!blocks.isEmpty)
        for block in blocks { examples.check(block.text) }
    }

    @Test func theQueriesOfTheArticleOnTheLanguageRun() throws {
        let blocks = Fence.all(in: try Self.article("QueryLanguage")).filter { $0.language == "dixit" }
        #expect(blocks.count >= 5)
        let session = Session(Corpus(documents: DocumentFiles(at: [Golden.packageFolder().path + "/seeds"]).documents))
        for block in blocks {
            var session = session
            #expect(throws: Never.self) { try session.run(Query(text: block.text)) }
        }
    }

    private static let corpus = Corpus(documents: [
        Document(
            id: "budget",
            text: "La ministre des Finances, Claire Fontaine, a annoncé que le budget de la culture augmenterait. "
                + "Paul Mercier a regretté ce choix.",
            date: CalendarDate("2024-03-05"))
    ])

    // MARK: - A first corpus

    @Test func aCorpusFromStrings() throws {
        let corpus = Corpus(documents: [
            Document(
                id: "budget",
                text: "La ministre des Finances, Claire Fontaine, a annoncé que le budget de la culture augmenterait.",
                date: CalendarDate("2024-03-05")),
            Document(id: "musées", text: "« Les musées resteront gratuits », a déclaré Claire Fontaine."),
        ])
        let answer = try corpus.answer(to: "find statements where speaker = \"Fontaine\" show text, date")
        for row in answer.rows { print(row[0], row[1]) }
        #expect(answer.count == 2)
    }

    @Test func aCorpusOnSeveralThreads() async throws {
        let documents = [Document(id: "a", text: "Selon Paul Mercier, le vote attendra.")]
        let corpus = try await Corpus(reading: documents, threads: 2) { done in print("\(done) read") }
        #expect(corpus.count(of: "statements") == 1)
    }

    @Test func aCorpusFromFilesAndMore() throws {
        let current = FileManager.default.currentDirectoryPath
        let folder = try TemporaryFolder()
        let morning = Self.corpus
        let path = folder.url.appendingPathComponent("news.corpus").path
        do {
            let files = DocumentFiles(at: ["seeds"])
            for problem in files.problems { print(problem.message(in: .english)) }
            let corpus = Corpus(documents: files.documents)
            #expect(corpus.count(of: "documents") == files.documents.count, "\(current)")
        }
        let evening = try morning.adding([Document(id: "soir", text: "Selon Paul Mercier, le vote attendra.")])
        #expect(evening.count(of: "statements") == morning.count(of: "statements") + 1)
        let corpus = evening
        try SnapshotFile.write(corpus, to: path)
        let opened = try SnapshotFile.open(path)
        #expect(opened.count(of: "statements") == corpus.count(of: "statements"))
    }

    // MARK: - Asking

    @Test func questionsAsText() throws {
        let corpus = Self.corpus
        let (name, since) = ("Fontaine", 2016)
        let answer = try corpus.answer(to: "count statements by speaker")
        for row in answer.rows { print(row["speaker"] ?? .missing, row["count"] ?? .missing) }
        let statements: Query = "find statements where speaker = \(name) and date >= \(since)"
        #expect(answer.count == 2)
        #expect(try corpus.answer(to: statements).count == 1)
    }

    @Test func questionsInSwift() throws {
        let corpus = Self.corpus
        let query = Query.find(.statements)
            .where { $0.speaker == "Fontaine" && $0.text.contains(TextQuery("budget").near("culture")) }
            .sorted { $0.date.descending }
            .limit(10)
        print(query)
        let answer = try corpus.answer(to: query)
        #expect(answer.count == 1)
        let ministers = Query.find(.people).where { $0.role.contains("ministre") }
        let quoted = Query.count(.statements).where { $0.speaker.in(ministers) }.by { $0.date.month }
        #expect(try corpus.answer(to: quoted).count == 1)
    }

    @Test func preparedQuestions() throws {
        let corpus = Self.corpus
        let prepared = try corpus.prepare("find statements where speaker = $who limit 3")
        let answer = try prepared.answer(["who": .text("Fontaine")])
        #expect(answer.count == 1)
    }

    @Test func rowsAsValues() async throws {
        let corpus = Self.corpus
        let query: Query = "find statements show speaker, text, date"
        let answer = try corpus.answer(to: query)
        struct Quote: Decodable {
            let speaker: String?
            let text: String
            let date: CalendarDate?
        }
        for row in answer.rows {
            let quote = try row.decode(Quote.self)
            let passage = corpus.passage(of: row, context: 40)
            print(quote.text, passage?.document ?? "", passage?.codePoints ?? 0..<0)
        }
        #expect(try answer.rows.allSatisfy { try corpus.passage(of: $0)?.text == $0.decode(Quote.self).text })
        for try await row in corpus.rows(for: query) { print(row["text"] ?? .missing) }
    }

    @Test func mistakes() throws {
        let corpus = Self.corpus
        do {
            _ = try corpus.answer(to: "find statements where speeker = \"Fontaine\"")
        } catch {
            print(error.code, error.text(in: .french))
            let fix = error.problems.first?.fixes.first
            print(fix?.span.utf8 ?? 0..<0, fix?.text ?? "")
        }
        let problem = Session(corpus).problems(in: "find statements where speeker = \"Fontaine\"").first
        #expect(problem?.code == "E301" && problem?.fixes.first?.text == "speaker")
    }

    @Test func sessions() throws {
        let corpus = Self.corpus
        var session = Session(corpus)
        try session.run("let ministers = find people where role contains \"ministre\"")
        let answers = try session.run("find statements where speaker in ministers\ncount them by speaker")
        #expect(answers.map(\.count) == [1, 1])
        let next = session.completions(in: "find statements where spe", at: 25)
        let why = try session.why("budget:1", in: "find statements where speaker = \"Mercier\"")
        print(why.text(in: .english))
        let verbs = session.values(of: "verb", in: "statements")
        #expect(next.first?.text == "speaker" && why.outcome == .notFound && verbs.count == 2)
    }

    // MARK: - In a server

    @Test func aShelf() async throws {
        actor Shelf {
            private(set) var corpus: Corpus
            init(_ corpus: Corpus) { self.corpus = corpus }
            func add(_ documents: [Document]) throws(DixitError) { corpus = try corpus.adding(documents) }
        }
        let shelf = Shelf(Self.corpus)
        try await shelf.add([Document(id: "soir", text: "Selon Paul Mercier, le vote attendra.")])
        #expect(await shelf.corpus.count(of: "documents") == 2)
    }

    @Test func limits() {
        let corpus = Self.corpus
        let query: Query = "find statements where text matches /(a+)+b/"
        var session = Session(corpus)
        session.budget = Budget(time: .seconds(2), rows: 10_000, memory: 1 << 28)
        do {
            try session.run(query)
        } catch {
            let isOverBudget = ["E502", "E503", "E504", "E505"].contains(error.code)
            print(isOverBudget ? 503 : 400)
        }
    }

    // MARK: - Sets of one's own

    @Test func ownSets() throws {
        let corpus = Self.corpus
        let notes = SetSchema(
            "notes", singular: "note", documentation: LocalizedText(english: "our notes", french: "nos notes"),
            fields: [
                FieldSchema(
                    "id", .keyword(), documentation: LocalizedText(english: "its number", french: "son numéro")),
                FieldSchema(
                    "statement", .one("statements", inverse: "notes"),
                    documentation: LocalizedText(english: "what it is about", french: "ce dont elle parle")),
                FieldSchema(
                    "stance", .keyword(), documentation: LocalizedText(english: "its stance", french: "sa position")),
            ])
        var records = try RecordBuilder(extending: corpus, with: [notes])
        try records.add(["id": .text("n1"), "statement": .text("budget:1"), "stance": .text("pour")], to: "notes")
        let annotated = try records.finish()
        let praised = try annotated.answer(to: "find statements where some notes have (stance = \"pour\")")
        #expect(praised.count == 1)
        try Self.askInSwift(annotated)
    }

    private static func askInSwift(_ annotated: Corpus) throws {
        let praised = Query.find(.notes).where { $0.stance == "pour" && $0.statement.speaker == "Fontaine" }
        #expect(try annotated.answer(to: praised).count == 1)
    }

    // MARK: - Performance

    @Test func textsWhereTheyLie() throws {
        let corpus = Self.corpus
        let prepared = try corpus.prepare(
            "find statements where speaker = $who and date >= $since sort by date desc limit 10")
        #expect(try prepared.answer(["who": .text("Fontaine"), "since": .integer(2020)]).count == 1)
        let answer = try corpus.answer(to: "find statements show text")
        var length = 0
        for row in answer.rows {
            length += row.withUTF8(inColumn: 0) { $0.count } ?? 0
        }
        #expect(length == answer.rows.reduce(0) { $0 + $1[0].description.utf8.count })
    }
}

struct NoteFields: FieldSet {
    static let setName = "notes"
    let fieldPath: FieldPath
    var statement: One<StatementFields> { One(fieldPath, "statement") }
    var stance: KeywordField { KeywordField(fieldPath, "stance") }
}
extension SetName<NoteFields> { static var notes: Self { Self() } }
