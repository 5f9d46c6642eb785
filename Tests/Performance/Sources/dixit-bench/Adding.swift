// How long it takes to add documents to a corpus that is there, and to ask it afterwards.

import Dixit
import DixitFormats
import Foundation

/// Articles that are made up: a few sentences each, people and places out of many.
struct MadeUpArticles {
    private static let first = ["Karim", "Zoé", "Ali", "Marie", "Omar", "Nadia", "Luc", "Samira", "Paul", "Inès"]
    private static let parts = ["Ben", "Mar", "Du", "Le", "Al", "Had", "Ro", "Kha", "Pe", "Sal", "Ver", "Zi"]
    private static let endings = [
        "ali", "tin", "rand", "roux", "fi", "dad", "che", "lil", "rin", "vat", "nier", "dane",
    ]
    private static let places = ["Rabat", "Lyon", "Marrakech", "Lille", "Tanger", "Nantes", "Fès", "Rennes"]
    private static let words = [
        "la réforme des hôpitaux", "le budget de la région", "un accord sur le climat", "la rentrée des classes",
        "une enquête sur les marchés", "la grève des transports", "le projet de loi sur la presse",
        "un plan de relance",
    ]
    private static let ends = [
        "sera votée lundi", "attendra l’été", "est une chance", "coûte trop cher", "avance bien",
    ]
    private var state: UInt64 = 1

    private mutating func pick(_ items: [String]) -> String {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return items[Int(state >> 33) % items.count]
    }

    private mutating func sentence() -> String {
        let name = pick(Self.first) + " " + pick(Self.parts) + pick(Self.endings)
        return [
            "M. \(name), ministre, a annoncé à \(pick(Self.places)) que \(pick(Self.words)) \(pick(Self.ends)).",
            "« Ce que dit \(pick(Self.words)) \(pick(Self.ends)) », a souligné Mme \(name).",
            "À \(pick(Self.places)), \(pick(Self.words)) \(pick(Self.ends)), selon \(name).",
            "Rien n’est décidé pour \(pick(Self.words)), et \(pick(Self.words)) \(pick(Self.ends)).",
        ][Int(state >> 40) % 4]
    }

    /// An article of a day, the first of all in 2010 and a hundred a day.
    mutating func article(_ number: Int) -> Document {
        let text = (0..<12).map { _ in sentence() }.joined(separator: "\n")
        let day = number / 100
        let date = CalendarDate("\(2010 + day / 336)-\(Self.two(day / 28 % 12 + 1))-\(Self.two(day % 28 + 1))")
        return Document(id: "article-\(number)", text: text, date: date)
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

/// Adds documents one by one to a corpus of so many made-up ones, or to that of a snapshot, and asks it after each.
func measureAdding(to base: String, additions: Int) async throws {
    var articles = MadeUpArticles()
    let clock = ContinuousClock()
    var start = clock.now
    var corpus: Corpus
    var count = 0
    if let number = Int(base) {
        count = number
        corpus = try await Corpus(reading: (0..<count).map { articles.article($0) }, threads: 2)
    } else {
        corpus = try SnapshotFile.open(base)
        count = corpus.count(of: "documents")
    }
    let build = (clock.now - start) / .seconds(1)
    func ask(_ corpus: Corpus) throws -> Double {
        let start = clock.now
        _ = try corpus.answer(to: "count statements where text contains \"réforme\" by speaker limit 10").count
        return (clock.now - start) / .milliseconds(1)
    }
    let before = try ask(corpus)
    var times: [Double] = []
    var questions: [Double] = []
    var memory: [JSON] = [residentMemory()]
    for number in 0..<additions {
        let document = articles.article(count + number)
        start = clock.now
        corpus = try corpus.adding([document])
        times.append((clock.now - start) / .milliseconds(1))
        questions.append(try ask(corpus))
        if (number + 1) % max(1, additions / 4) == 0 { memory.append(residentMemory()) }
    }
    let last = questions.last ?? 0
    let first = times.first ?? 0
    let mean = times.reduce(0, +) / Double(max(1, times.count))
    start = clock.now
    let old = try corpus.adding([articles.article(0)])
    let oldest = (clock.now - start) / .milliseconds(1)
    start = clock.now
    let hundred = try corpus.adding((0..<100).map { articles.article(count + additions + $0) })
    let batch = (clock.now - start) / .milliseconds(1)
    // One that belongs before the last addition, as when the documents of a day come in any order.
    let next = count + additions + 100
    let late = try corpus.adding([articles.article(next + 1)])
    start = clock.now
    let between = try late.adding([articles.article(next)])
    let beforeLast = (clock.now - start) / .milliseconds(1)
    // A snapshot, opened again: the first addition meets memory that nothing can be written behind, the next ones do not.
    let path = NSTemporaryDirectory() + "dixit-adding-\(ProcessInfo.processInfo.processIdentifier).corpus"
    try SnapshotFile.write(corpus, to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var opened = try SnapshotFile.open(path)
    var afterOpening: [JSON] = []
    for number in 0..<3 {
        let document = articles.article(count + additions + number)
        start = clock.now
        opened = try opened.adding([document])
        afterOpening.append(.decimal((clock.now - start) / .milliseconds(1)))
    }
    start = clock.now
    let check = try ask(opened)
    afterOpening.append(.decimal(check))
    times.sort()
    questions.sort()
    print(
        "RESULT "
            + JSON.object([
                ("documents", .number(count)), ("actors", .number(corpus.count(of: "actors"))),
                ("statements", .number(corpus.count(of: "statements"))),
                ("mib", .number(corpus.statistics.bytes >> 20)), ("build_s", .decimal(build)),
                ("add_ms", .decimal(times[times.count / 2])), ("add_mean_ms", .decimal(mean)),
                ("add_max_ms", .decimal(times.last ?? 0)),
                ("add_first_ms", .decimal(first)), ("add_opened_ms", .list(afterOpening)),
                ("add_before_last_ms", .decimal(beforeLast)), ("add_oldest_ms", .decimal(oldest)),
                ("add_hundred_ms", .decimal(batch)),
                ("question_before_ms", .decimal(before)), ("question_ms", .decimal(questions[questions.count / 2])),
                ("question_last_ms", .decimal(last)), ("resident_mib", .list(memory)),
                (
                    "rows_after",
                    .number([between, old, hundred].reduce(0) { $0 + $1.count(of: "documents") })
                ),
            ]).description)
}
