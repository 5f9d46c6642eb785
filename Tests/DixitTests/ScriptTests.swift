// Text files of queries with their rows, plans, notes and errors: what a user could write, and what the engine must answer.

import Dixit
import DixitFormats
import Foundation
import TestSupport
import Testing

/// One block of a script: a directive line, a query, and what is expected after `----`.
///
/// ```
/// query
/// count statements by speaker
/// ----
/// Mustapha El Khalfi | 6 | 0.75
/// ```
///
/// Directives: `query` (rows), `error`, `notes`, `plan`, `work` (rows touched, postings read). A session goes through a whole file, so that
/// `let` and `them` can be tested. Lines that start with `#` before a block are kept.
private struct ScriptBlock {
    var comments: [String] = []
    var directive = ""
    var query: [String] = []
    var expected: [String] = []
    var line = 0

    var text: String {
        (comments + [directive] + query + ["----"] + expected).joined(separator: "\n") + "\n"
    }

    static func all(in text: String) -> [ScriptBlock] {
        var blocks: [ScriptBlock] = []
        var block = ScriptBlock()
        var isAnswer = false
        for (number, line) in text.components(separatedBy: "\n").enumerated() {
            if line.isEmpty {
                if !block.directive.isEmpty { blocks.append(block) }
                block = ScriptBlock()
                isAnswer = false
            } else if isAnswer {
                block.expected.append(line)
            } else if line == "----" {
                isAnswer = true
            } else if block.directive.isEmpty {
                if line.hasPrefix("#") {
                    block.comments.append(line)
                } else {
                    block.directive = line
                    block.line = number + 1
                }
            } else {
                block.query.append(line)
            }
        }
        if !block.directive.isEmpty { blocks.append(block) }
        return blocks
    }
}

@Suite struct ScriptTests {
    private static let folder = Golden.packageFolder().appendingPathComponent("Tests/DixitTests/Scripts")

    static let files =
        (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))?
        .filter { $0.pathExtension == "test" }.map(\.lastPathComponent).sorted() ?? []

    /// The seed document and two small ones written for the tests.
    private static let corpus: Corpus = {
        let paths = ["seeds", "Tests/DixitTests/Scripts/press"]
        let files = paths.map { Golden.packageFolder().appendingPathComponent($0) }.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        }.filter { $0.pathExtension == "txt" }
        return Corpus(
            documents: files.compactMap { file in
                (try? String(contentsOf: file, encoding: .utf8)).map {
                    Document(id: file.deletingPathExtension().lastPathComponent, text: $0)
                }
            })
    }()

    @Test func thereAreScripts() { #expect(Self.files.count >= 5) }

    @Test(arguments: files) func answersAsWritten(file: String) throws {
        let path = Self.folder.appendingPathComponent(file)
        let blocks = ScriptBlock.all(in: try String(contentsOf: path, encoding: .utf8))
        #expect(!blocks.isEmpty)
        var session = Session(Self.corpus)
        session.today = CalendarDate("2016-06-30")
        var rewritten: [String] = []
        for block in blocks {
            let found = answer(block, &session)
            var updated = block
            updated.expected = found
            rewritten.append(updated.text)
            if ProcessInfo.processInfo.environment["DIXIT_UPDATE_GOLDENS"] == "1" { continue }
            let query = block.query.joined(separator: " ")
            #expect(found == block.expected, "\(file):\(block.line) \(query)")
        }
        if ProcessInfo.processInfo.environment["DIXIT_UPDATE_GOLDENS"] == "1" {
            try Data(rewritten.joined(separator: "\n").utf8).write(to: path, options: .atomic)
        }
    }

    private func answer(_ block: ScriptBlock, _ session: inout Session) -> [String] {
        let query = Query(text: block.query.joined(separator: "\n"))
        do {
            let answers = try session.run(query)
            guard let answer = answers.last else { return ["(no answer)"] }
            switch block.directive {
            case "query": return rows(answer)
            case "notes":
                return answer.notes.map { note in
                    "\(note.code) \(note.message(in: .english))" + (note.advice(in: .english).map { " – " + $0 } ?? "")
                }
            case "plan": return answer.explanation?[.english].components(separatedBy: "\n") ?? ["(no plan)"]
            case "work": return ["rows touched \(answer.work.rowsTouched), postings read \(answer.work.postingsRead)"]
            case "error": return ["(no error)"]
            default: return ["(unknown directive \(block.directive))"]
            }
        } catch {
            return error.problems.map { problem in
                let place = "\(problem.span.start.line):\(problem.span.start.column)-\(problem.span.end.column)"
                let advice = problem.advice(in: .english).map { " – " + $0 } ?? ""
                let fixes = problem.fixes.map { " → \($0.text)\($0.rows.map { " (\($0) rows)" } ?? "")" }.joined()
                return "\(problem.code) \(place) \(problem.message(in: .english))\(advice)\(fixes)"
            }
        }
    }

    /// A row a line, without the columns that only programs want.
    private func rows(_ answer: Answer) -> [String] {
        if answer.kind == .definition { return ["(defined)"] }
        let shown = answer.columns.indices.filter { !answer.columns[$0].isDetail }
        return answer.rows.map { row in
            shown.map { row[$0].description.replacing("\n", with: "⏎") }.joined(separator: " | ")
        }
    }
}
