// The examples of the language reference, run on the seed document.

import Dixit
import Foundation
import TestSupport
import Testing

@Suite struct ReferenceRunTests {
    private static let corpus: Corpus = {
        let folder = Golden.packageFolder().appendingPathComponent("seeds")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return Corpus(
            documents: files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.compactMap { file in
                (try? String(contentsOf: file, encoding: .utf8)).map { Document(id: file.lastPathComponent, text: $0) }
            })
    }()

    /// The code of the first error, and the codes of all notes.
    private func codes(_ script: String) -> (error: String?, notes: [String], rows: Int) {
        var session = Session(Self.corpus)
        session.today = CalendarDate("2016-06-30")
        do {
            let answers = try session.run(Query(text: script))
            return (nil, answers.flatMap { $0.notes.map(\.code) }, answers.last?.rows.count ?? 0)
        } catch {
            return (error.code, [], 0)
        }
    }

    @Test("An example runs, or fails as is said", arguments: try LanguageReference().examples)
    func example(example: LanguageReference.Example) {
        #expect(codes(example.script).error == example.code, "\(example.script)")
    }

    @Test("Most examples find something")
    func examplesFindSomething() throws {
        let good = try LanguageReference().examples.filter { $0.code == nil }
        let found = good.filter { codes($0.script).rows > 0 }
        #expect(found.count * 10 >= good.count * 7, "\(good.count - found.count) of \(good.count) find nothing")
    }

    @Test("The example of each code causes it", arguments: try LanguageReference().entries)
    func entry(entry: LanguageReference.Entry) {
        guard let example = entry.example else { return }
        let found = codes(example)
        if entry.code.hasPrefix("N") {
            #expect(found.notes.contains(entry.code), "\(example): \(found)")
        } else {
            #expect(found.error == entry.code, "\(example)")
        }
    }
}
