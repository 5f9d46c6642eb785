// The examples in the comments of what is public, compiled and run. A test compares them with the comments.

import Dixit
import DixitFormats
import Foundation
import TestSupport
import Testing

@Suite struct DocumentationExampleTests {
    /// The blocks of code in the documentation of a source file.
    private static func blocks(in source: String) -> [String] {
        let comments = source.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let line = line.drop { $0 == " " }
            guard line.hasPrefix("///") else { return "" }
            return String(line.dropFirst(line.hasPrefix("/// ") ? 4 : 3))
        }
        return Fence.all(in: comments.joined(separator: "\n")).filter { $0.language == "swift" }.map(\.text)
    }

    @Test func theExamplesOfTheDocumentationAreCompiled() throws {
        let examples = try CompiledExamples(#filePath)
        let folder = Golden.packageFolder().appendingPathComponent("Sources/Dixit")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            // What is not public has examples too, for those who read it.
            .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Load/") }
        var count = 0
        for file in files.sorted() {
            let source = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for block in Self.blocks(in: source) {
                examples.check(block)
                count += 1
            }
        }
        #expect(count > 40)
    }

    private let article = Document(
        id: "budget", text: "M. El Khalfi a annoncé une réforme. Paul Mercier a regretté ce choix.",
        date: CalendarDate("2016-05-12"))
    private let corpus: Corpus

    init() { corpus = Corpus(documents: [article]) }

    @Test func corpora() async throws {
        let (articles, documents, todaysArticles) = ([article], [article], [Document(id: "soir", text: "Rien.")])
        do {
            let corpus = Corpus(documents: articles)
            let answer = try corpus.answer(to: "count statements by speaker")
            #expect(answer.count == 2)
        }
        do {
            var builder = CorpusBuilder()
            for document in documents { builder.add(document) }
            let corpus = builder.finish()
            #expect(corpus.count(of: "documents") == 1)
        }
        do {
            let (names, problems) = NamesFile.read(["news/dixit.names"])
            let reader = DocumentReader(names: names)
            #expect(problems.count == 1 && names.isEmpty)
            #expect(reader.read(article).document.id == "budget")
        }
        do {
            let corpus = try await Corpus(reading: documents, threads: 2) { done in print(done) }
            #expect(corpus.count(of: "documents") == 1)
        }
        do {
            let folder = try TemporaryFolder()
            var stream = DocumentStream(at: [try folder.write("{\"text\": \"Oui.\"}", to: "news.jsonl")])
            let corpus = try await Corpus(threads: 2) { stream.next()?.documents }
            #expect(corpus.count(of: "documents") == 1)
        }
        do {
            let article = Document(id: "a1", text: "M. Dupont a annoncé une réforme.", date: CalendarDate("2016-05-12"))
            var builder = CorpusBuilder()
            let reader = DocumentReader()
            let records = reader.read(article)  // on any thread
            builder.add(contentsOf: [records])  // in the order that the corpus should have
            #expect(builder.finish().count(of: "statements") == 1)
        }
        var session = Session(corpus)
        session.corpus = try session.corpus.adding(todaysArticles)
        #expect(session.corpus.count(of: "documents") == 2)
        for component in corpus.statistics.components { print(component.name, component.bytes) }
    }

    @Test func schemas() throws {
        for set in Schema.news.sets { print(set.name, set.documentation[.french]) }
        for set in corpus.schema.sets { print(set.name, set.fields.map(\.name)) }
        print(corpus.schema.swiftSource())
        let may = CalendarDate("2016-05")  // all of May
        let day = CalendarDate(year: 2016, month: 5, day: 12)
        #expect(may?.month == day?.month)
    }

    @Test func queries() throws {
        let (name, since) = ("El Khalfi", 2016)
        var session = Session(corpus)
        for answer in try session.run("find statements where speaker = \(name)") {
            for row in answer.rows { print(row["text"] ?? .missing) }
        }
        let query: Query = "find statements where speaker = \(name) and date >= \(since)"
        #expect(try corpus.answer(to: query).count == 1)
        let statements = try corpus.prepare("find statements where speaker = $who and date >= $since")
        let answer = try statements.answer(["who": .text("El Khalfi"), "since": .integer(2016)])
        #expect(answer.count == 1)
        let first = session.completions(in: "find statements where spe", at: 25).first?.text  // "speaker"
        #expect(first == "speaker")
    }

    @Test func sessions() throws {
        do {
            var session = Session(corpus)
            session.budget = Budget(time: .seconds(10), rows: 1_000_000)
            try session.run("count people")
        }
        do {
            var session = Session(corpus)
            try session.run("let ministers = find people where role contains \"ministre\"")
            let answers = try session.run("find statements where speaker in ministers")
            #expect(answers.count == 1)
        }
        var session = Session(corpus)
        do {
            try session.run("find statments")
        } catch {
            print(error.code, error.message(in: .english))  // E300 I have no set called “statments”
        }
        do {
            try session.run("find statments")
        } catch {
            print(error.message(in: .french))
        }
    }

    @Test func membership() throws {
        let article = Document(
            id: "article-3",
            text: "Paul Mercier a regretté ce choix. Selon Nadia Alaoui, la réforme attendra.",
            date: CalendarDate("2016-05-12"))
        let session = Session(Corpus(documents: [article]))
        let why = try session.why("article-3:2", in: "find statements where text contains \"réforme\" and date in 2016")
        print(why.text(in: .french))
        #expect(why.outcome == .found(place: 1))
    }

    @Test func rows() async throws {
        let name = "El Khalfi"
        let answer = try corpus.answer(to: "find statements where text contains \"réforme\" show speaker, text")
        let row = try #require(answer.rows.first)
        let length = row.withUTF8(inColumn: 1) { $0.count }
        #expect(length == row[1].description.utf8.count)
        for hit in row.hits(context: 40) { print(hit.before, hit.text, hit.after) }
        if case .entity(let speaker) = row["speaker"] { print(speaker.name) }
        struct Quote: Decodable { let speaker: String?, text: String }
        let quotes = try answer.rows.map { try $0.decode(Quote.self) }
        #expect(quotes.count == 1)
        for try await row in corpus.rows(for: "find statements where speaker = \(name)") {
            print(row["text"] ?? .missing)
        }
    }

    @Test func records() throws {
        struct Person {
            let id: Int
            let name: String
        }
        let schema = Schema(sets: [
            SetSchema(
                "people", singular: "person", label: "name", documentation: LocalizedText(english: "p", french: "p"),
                fields: [
                    FieldSchema("id", .keyword(), documentation: LocalizedText(english: "i", french: "i")),
                    FieldSchema("name", .name(), documentation: LocalizedText(english: "n", french: "n")),
                    FieldSchema("role", .keyword(), documentation: LocalizedText(english: "r", french: "r")),
                ]),
            SetSchema(
                "statements", singular: "statement", documentation: LocalizedText(english: "s", french: "s"),
                fields: [
                    FieldSchema("id", .keyword(), documentation: LocalizedText(english: "i", french: "i")),
                    FieldSchema("speaker", .one("people"), documentation: LocalizedText(english: "w", french: "w")),
                    FieldSchema("text", .text, documentation: LocalizedText(english: "t", french: "t")),
                ]),
        ])
        do {
            var records = RecordBuilder(schema: schema)
            try records.add(["id": .text("p1"), "name": .text("Samira Haddad")], to: "people")
            try records.add(["id": .text("s1"), "speaker": .text("p1"), "text": .text("…")], to: "statements")
            let corpus = try records.finish()
            #expect(corpus.count(of: "people") == 1)
        }
        do {
            let numbered = Schema(sets: [
                SetSchema(
                    "people", singular: "person", label: "name",
                    documentation: LocalizedText(english: "p", french: "p"),
                    fields: [
                        FieldSchema("id", .number, documentation: LocalizedText(english: "i", french: "i")),
                        FieldSchema("name", .name(), documentation: LocalizedText(english: "n", french: "n")),
                        FieldSchema("role", .keyword(), documentation: LocalizedText(english: "r", french: "r")),
                    ])
            ])
            let people = [Person(id: 1, name: "Samira Haddad")]
            var records = RecordBuilder(schema: numbered)
            let layout = try records.layout(of: "people", fields: ["id", "name", "role"])
            for person in people { try records.add([.integer(person.id), .text(person.name), nil], as: layout) }
            #expect(try records.finish().count(of: "people") == 1)
        }
    }

    @Test func ownSets() throws {
        let notes = SetSchema(
            "notes", singular: "note", documentation: LocalizedText(english: "our notes", french: "nos notes"),
            fields: [
                FieldSchema(
                    "id", .keyword(), documentation: LocalizedText(english: "its number", french: "son numéro")),
                FieldSchema(
                    "statement", .one("statements", inverse: "notes"),
                    documentation: LocalizedText(english: "what it is about", french: "ce dont elle parle")),
            ])
        var records = try RecordBuilder(extending: corpus, with: [notes])
        try records.add(["id": .text("n1"), "statement": .text("budget:1")], to: "notes")
        let annotated = try records.finish()
        #expect(annotated.count(of: "notes") == 1)
        let schema = Schema.news.adding([notes])
        #expect(schema == annotated.schema)
    }

    @Test func snapshots() throws {
        final class Memory: @unchecked Sendable {
            let memory: UnsafeRawBufferPointer
            init(_ bytes: [UInt8]) {
                let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
                copy.copyBytes(from: bytes)
                memory = UnsafeRawBufferPointer(copy)
            }
            deinit { memory.deallocate() }
        }
        struct Sink {
            var bytes: [UInt8] = []
            mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }
            mutating func append(_ piece: UnsafeRawBufferPointer) throws(DixitError) { bytes += piece }
        }
        var written: [UInt8] = []
        do {
            var file = Sink()
            let snapshot = try corpus.snapshot()
            file.reserve(snapshot.byteCount)
            try snapshot.write { try file.append($0) }
            written = file.bytes
        }
        let file = Memory(written)
        let corpus = try Corpus(snapshot: file.memory, name: "seeds.corpus", keeper: file)
        #expect(corpus.count(of: "documents") == 1)
    }

    @Test func typedQueries() throws {
        let march = try #require(CalendarDate("2016-03"))
        let june = try #require(CalendarDate("2016-06"))
        var found: [any TypedQuery] = []
        do {
            let recent = Query.find(.statements)
                .where { $0.speaker == "El Khalfi" && ($0.date >= 2016 || $0.date.isMissing) }
            found.append(recent)
        }
        do {
            let near = TextQuery("grève").near("syndicat*")
            let before = TextQuery("gouvernement").within(3, wordsBefore: "annonc*")
            let either = (TextQuery("grève") || TextQuery("manifestation")) && !TextQuery("fin")
            for text in [near, before, either] { found.append(Query.find(.documents).where { $0.text.contains(text) }) }
        }
        do {
            let phrase = Query.find(.statements).where { $0.text.contains("société civile") }
            found.append(phrase)
            let strikes = Query.find(.sentences).where { $0.text.contains(TextQuery("grève").near("syndicat*")) }
            found.append(strikes)
            let reforms = Query.find(.statements).where { $0.text.matches(#"\bréform(e|er|es)\b"#) }
            found.append(reforms)
            let spring = Query.find(.statements).where { $0.date.between(march, and: june) }
            found.append(spring)
        }
        do {
            let ministers = Query.find(.people).where { $0.role.contains("ministre") }
            let others = Query.find(.people).where { !$0.is(in: ministers) }
            found.append(others)
        }
        do {
            let speakers = Query.find(.people)
                .where { $0.statements.some { $0.event.place == "Rabat" && $0.text.contains("retrait*") } }
            found.append(speakers)
        }
        do {
            let forums = Query.find(.events).where { $0.name.contains("forum social") }
            let speakers = Query.find(.people).where { $0.statements.event.in(forums) }
            found.append(speakers)
        }
        do {
            let query = Query.find(.statements)
                .where { $0.speaker == "El Khalfi" && $0.text.contains("société civile") }
                .sorted { $0.date.descending }
                .limit(10)
            let answer = try corpus.answer(to: query)
            #expect(answer.count == 0)
        }
        do {
            let query = Query.count(.statements).where { $0.date == 2016 }.by { $0.speaker }.having(atLeast: 5)
            found.append(query)
            let people = Query.find(.people).show { ($0.name, $0.role, $0.statements.count) }
            found.append(people)
            let newest = Query.find(.statements).sorted { ($0.date.descending, $0.speaker) }
            found.append(newest)
            let voices = Query.count(.statements).distinct { $0.speaker }.by { $0.event }
            found.append(voices)
        }
        for query in found { #expect(throws: Never.self) { try corpus.answer(to: query.query) } }
        var session = Session(corpus)
        session.today = june
        let lastWeek = Query.find(.statements).where { $0.date >= RelativeDate.ago(7, .days) }
        #expect(try session.run(lastWeek.query).count == 1)
    }
}

struct NoteFields: FieldSet {
    static let setName = "notes"
    let fieldPath: FieldPath
    var statement: One<StatementFields> { One(fieldPath, "statement") }
    var stance: KeywordField { KeywordField(fieldPath, "stance") }
}
extension SetName<NoteFields> { static var notes: Self { Self() } }
