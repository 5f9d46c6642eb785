// An exploration, cell by cell, as one would write it in a notebook: each cell says what it asks and shows what comes.
//
//     swift run Notebook seeds

import Dixit
import DixitFormats

struct Notebook {
    private var session: Session
    private var cell = 0

    init(_ corpus: Corpus) {
        session = Session(corpus)
        session.defaultLimit = 5
    }

    private mutating func head(_ title: String) {
        cell += 1
        print("[\(cell)] \(title)")
    }

    /// Runs a query and shows its answers, with what a reader should know about them.
    mutating func ask(_ title: String, _ query: Query) {
        head(title)
        print("    \(query)")
        do throws(DixitError) {
            for answer in try session.run(query) where answer.kind != .definition {
                if let explanation = answer.explanation { print(explanation.english) }
                for row in answer.rows {
                    print("    " + row.values.map { String($0.description.prefix(60)) }.joined(separator: " | "))
                }
                for note in answer.notes { print("    note: \(note.text(in: .english))") }
            }
        } catch {
            print("    " + error.text(in: .english))
        }
        print("")
    }

    /// Shows why the first row of an answer is in it.
    mutating func why(_ query: Query) {
        head("Why is the first row in the answer?")
        do throws(DixitError) {
            guard let row = try session.run(query).last?.rows.first?.entity else { return }
            print(try session.why(row.id, in: query).text(in: .english))
        } catch {
            print("    " + error.text(in: .english))
        }
    }
}

let folders = Array(CommandLine.arguments.dropFirst())
var notebook = Notebook(Corpus(documents: DocumentFiles(at: folders.isEmpty ? ["seeds"] : folders).documents))
let (who, what) = ("El Khalfi", "société civile")

notebook.ask("Who speaks?", "count statements by speaker")
notebook.ask(
    "What did the spokesman say of civil society?",
    "find statements where speaker = \(who) and text contains \(what) show text, source")
notebook.ask(
    "A name for an answer, and a question about it",
    "let his = find statements where speaker = \(who)\ncount his by verb limit 3")
notebook.ask("What took place?", "find events show kind, place, organisers")
notebook.ask("A slip is said, with what to write", "find statements where speeker = \(who)")
notebook.ask("Nobody is called so", "find statements where speaker = \("El Kalfi") show text")
notebook.ask(
    "How is a question read and run?", "explain find statements where text contains \"rencontre\" and speaker is known")
notebook.why("find statements where text contains \(what)")
