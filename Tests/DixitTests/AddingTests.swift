// Documents added to a corpus: the same as all of them at once, in whatever order and portions they come.

import Dixit
import DixitExtraction
import DixitText
import TestSupport
import Testing

/// Says what differs between two corpora.
private func expectSame(_ left: Corpus, _ right: Corpus, _ note: String, _ location: SourceLocation = #_sourceLocation)
{
    #expect(left.dump == right.dump, "\(note)", sourceLocation: location)
    #expect(left.defects == [], "\(note)", sourceLocation: location)
    let (first, second) = (left.contents, right.contents)
    let different = Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
    #expect(different == [], "\(note)", sourceLocation: location)
}

@Suite struct AddingTests {
    /// Portions in any order, the first of them a corpus, the others added; now and then out of a snapshot.
    @Test(arguments: 0..<24 as Range<UInt64>) func portionsGiveWhatAllGiveAtOnce(seed: UInt64) throws {
        var random = RandomDocuments(seed: seed &* 31 &+ 7)
        let all = random.documents(Int(seed % 8) * 4)
        let whole = Corpus(all)
        var left = random.shuffled(all)
        var corpus = Corpus([])
        var number = 0
        while !left.isEmpty {
            let portion = left.prefix(random.portion(of: left.count))
            left.removeFirst(portion.count)
            corpus = try corpus.adding(contentsOf: portion.map(\.records))
            if number % 3 == 1 { corpus = try corpus.reopened() }
            number += 1
        }
        expectSame(corpus, whole, "seed \(seed)")
    }

    @Test func oneByOneGivesWhatAllGiveAtOnce() throws {
        var random = RandomDocuments(seed: 99)
        let all = random.documents(60)
        var corpus = Corpus([])
        for document in all { corpus = try corpus.adding(contentsOf: [document.records]) }
        expectSame(corpus, Corpus(all), "one by one")
    }

    /// One document a day, each a day later than the one before: what news mostly are.
    private static let daily: [Document] = {
        var generator = SeededGenerator(seed: 5)
        let people = ["Karim Benali", "Zoé Martin", "Ali Haddad", "Nadia Roux"]
        let words = ["la réforme", "le budget", "un accord", "la grève", "la rentrée", "le climat", "un vote"]
        return (0..<80).map { number in
            let sentences = (0..<6).map { _ in
                let (name, first, second) = (generator.pick(people), generator.pick(words), generator.pick(words))
                return generator.pick([
                    "M. \(name), ministre, a annoncé que \(first) et \(second) avancent.",
                    "« \(first) attendra \(second) », a déclaré \(name) à Rabat.",
                    "Selon \(name), \(first) coûte plus que \(second) numéro \(number).",
                ])
            }
            let day = number % 27 + 1
            return Document(
                id: "jour-\(number)", text: sentences.joined(separator: "\n"),
                date: CalendarDate("2016-0\(number / 27 + 1)-\(day < 10 ? "0" : "")\(day)"))
        }
    }()

    /// Lists in layers answer as lists of one piece do.
    @Test(arguments: [
        "count statements where text contains \"réforme\" by speaker",
        "find statements where text contains \"la grève\" show id, text",
        "find documents where text contains \"budget\" and \"accord\" sort by relevance limit 5 show id, score",
        "find sentences where text contains \"réf*\" near \"coûte\" show id",
        "find documents where text contains \"grève\" within same sentence as \"climat\" show id",
        "find documents where text contains \"réforme\" at least 3 times show id",
        "count statements where text matches /num[eé]ro [0-9]+/ by date.month",
        "count sentences where text contains roughly \"budjet\"",
        "find statements where text contains \"numero\" and date in 2016-02 show id",
        "find statements where not (text contains \"la\") show id",
        "find statements sort by id desc limit 30 show id, verb",
        "find documents sort by id show id",
        "count documents by id",
        "count statements by verb",
        "count statements by document.id sort by document.id desc limit 7",
        "count statements by document limit 9",
        "count distinct document in statements where speaker = \"Karim Benali\"",
        "find documents where id = \"jour-33\" show id, statements",
        "find documents where id = exactly \"jour-79\" show id",
        "find sentences where id contains \"33\" show id",
        "find documents where id matches /-[1-3]?5$/ show id",
        "find statements where verb != \"annoncer\" and document.id = \"jour-44\" show id, verb",
        "find documents where statements.speaker = \"Nadia Roux\" and statements.speaker = \"Ali Haddad\" show id",
        "find people where documents.id = \"jour-70\" show id, documents",
        "find places show id, statements",
    ]) func whatWasAddedDayByDayIsAskedAsAWhole(question: String) throws {
        let grown = try Self.grown()
        let whole = Corpus(documents: Self.daily)
        func answer(_ corpus: Corpus) throws -> [[Value]] {
            try corpus.answer(to: Query(text: question)).rows.map(\.values)
        }
        let rows = try answer(whole)
        #expect(!rows.isEmpty)
        #expect(try answer(grown) == rows)
        #expect(try answer(grown.reopened()) == rows)
        #expect(try answer(Self.grown(outOfSnapshot: true)) == rows)
    }

    /// The memory of a snapshot stays where it is, and what is written in the end is what one written at once is.
    @Test func whatIsAddedToASnapshotGivesWhatAllGiveAtOnce() throws {
        let grown = try Self.grown(outOfSnapshot: true)
        let whole = Corpus(documents: Self.daily)
        expectSame(grown, whole, "out of a snapshot")
        expectSame(try grown.reopened(), whole, "written again")
        #expect(try grown.snapshotBytes() == whole.snapshotBytes())
        let older = Document(
            id: "avant", text: "Selon Zoé Martin, la réforme attendra.", date: CalendarDate("2015-12-01"))
        expectSame(try grown.adding([older]), Corpus(documents: Self.daily + [older]), "an older one behind all")
    }

    private static func grown(outOfSnapshot: Bool = false) throws -> Corpus {
        var corpus = Corpus(documents: daily.prefix(20))
        if outOfSnapshot { corpus = try Corpus(snapshot: corpus.snapshotBytes(), verifying: .whenRead) }
        for document in daily.dropFirst(20) { corpus = try corpus.adding([document]) }
        return corpus
    }

    /// What comes behind everything else is written behind it.
    @Test func whatIsAddedSharesWhatWasThere() throws {
        let corpus = try Self.grown()
        let document = Document(
            id: "demain", text: "Selon Zoé Martin, la réforme attendra.", date: CalendarDate("2016-12-01"))
        let more = try corpus.adding([document])
        let shared = more.sharedByteCount(with: corpus)
        #expect(shared * 10 > corpus.statistics.bytes * 4, "\(shared) of \(corpus.statistics.bytes)")
        // The memory behind the end is taken now: another document is written elsewhere, and neither sees the other.
        let others = try corpus.adding([
            Document(id: "ailleurs", text: "Selon Ali Haddad, le vote est loin.", date: CalendarDate("2016-12-02"))
        ])
        expectSame(more, Corpus(documents: Self.daily + [document]), "first")
        #expect(others.rows(of: "documents", "id").last == "ailleurs")
        #expect(more.rows(of: "documents", "id").last == "demain")
        #expect(try others.answer(to: "count statements where text contains \"vote\" and date >= 2016-12").count == 1)
        #expect(try more.answer(to: "count statements where text contains \"vote\" and date >= 2016-12").count == 0)
    }

    /// What a reader writes, through the extractor.
    @Test func articlesAreReadAndAdded() throws {
        func article(_ id: String, _ text: String, _ date: String) -> Document {
            Document(id: id, text: text, date: CalendarDate(date))
        }
        let articles = [
            article("lundi", "M. Karim Benali, ministre, a annoncé une réforme des hôpitaux.", "2016-05-09"),
            article("mardi", "« La réforme est prête », a déclaré M. Karim Benali à Rabat.", "2016-05-10"),
            article("samedi", "Selon BENALI Karim, la réforme attendra. Zoé Martin a salué ce choix.", "2016-05-07"),
        ]
        let corpus = try Corpus(documents: articles.prefix(1)).adding(articles[1...1]).adding(articles[2...])
        expectSame(corpus, Corpus(documents: articles), "articles")
        #expect(corpus.rows(of: "people", "id") == ["karim-benali", "zoe-martin"])
        #expect(try corpus.answer(to: "count statements where speaker = \"Karim Benali\"").count == 3)
    }

    /// One document more can make one of two people, and give them another name and another id.
    @Test func aDocumentCanMakeOneOfTwoPeople() throws {
        let corpus = Corpus([
            naming("a", .person, "Abdelkarim", date: "2016-05-01"),
            naming("b", .person, "Karim Abdel", date: "2016-05-02"),
        ])
        #expect(corpus.rows(of: "people", "id") == ["abdelkarim", "karim-abdel"])
        let more = try corpus.adding(contentsOf: [naming("c", .person, "Abdel Karim", date: "2016-05-03").records])
        #expect(more.rows(of: "people", "id", "documents") == ["abdelkarim | a; b; c"])
        // The corpus that was there knows nothing of it.
        #expect(corpus.rows(of: "people", "id") == ["abdelkarim", "karim-abdel"])
    }

    @Test func theDayOfAddingIsThatOfEachPortion() throws {
        let first = Corpus([naming("a", .person, "Ali")], added: "2016-05-01")
        let both = try first.adding(
            contentsOf: [naming("b", .person, "Ali").records], added: CalendarDate("2016-06-01"))
        #expect(both.rows(of: "documents", "id", "added") == ["a | 2016-05-01", "b | 2016-06-01"])
    }

    @Test func aRunningSessionKeepsItsCorpus() throws {
        let corpus = Corpus([naming("a", .person, "Ali")])
        var session = Session(corpus)
        let prepared = try session.prepare("count documents")
        let more = try corpus.adding(contentsOf: [naming("b", .person, "Ali").records])
        #expect(try prepared.answer().count == 1)
        #expect(try session.run("count documents").last?.count == 1)
        session.corpus = more
        #expect(try session.run("count documents").last?.count == 2)
    }

    @Test func recordsTakeNoDocuments() throws {
        let corpus = try SmallRecords(seed: 1, statements: 3).corpus()
        #expect {
            try corpus.adding([Document(id: "a", text: "b")])
        } throws: { ($0 as? DixitError)?.code == "E513" }
    }
}
