// A press review of a folder: who is quoted most, and what each of them said, each statement with its place.
//
//     swift run PressReview seeds

import Dixit
import DixitFormats

let folders = Array(CommandLine.arguments.dropFirst())
let files = DocumentFiles(at: folders.isEmpty ? ["seeds"] : folders)
for problem in files.problems { print("!! \(problem.message(in: .english))") }
let corpus = Corpus(documents: files.documents)

struct Voice: Decodable {
    let speaker: String?
    let count: Int
}

struct Statement: Decodable {
    let text: String
    let verb: String?
    let date: CalendarDate?
}

do {
    print("Press review: \(corpus.count(of: "documents")) documents, \(corpus.count(of: "statements")) statements\n")

    // The five who are quoted most. The compiler knows the fields; `\.speeker` would not build.
    let voices = try corpus.answer(to: Query.count(.statements).where { $0.speaker.isKnown }.by { $0.speaker }.limit(5))
    // Asked once for each of them, read once.
    let statements = try corpus.prepare("find statements where speaker = $who show text, verb, date")
    for row in voices.rows {
        let voice = try row.decode(Voice.self)
        guard let name = voice.speaker else { continue }
        print("\(name) (\(voice.count))")
        for row in try statements.answer(["who": .text(name)]).rows {
            let statement = try row.decode(Statement.self)
            let place = corpus.passage(of: row).map {
                "\($0.document), characters \($0.codePoints.lowerBound)–\($0.codePoints.upperBound)"
            }
            print("  – \(statement.text)")
            print(
                "    [\([statement.verb, statement.date?.description, place].compactMap { $0 }.joined(separator: "; "))]"
            )
        }
    }
} catch let error as DixitError {
    print(error.text(in: .english))
}
