// A folder of texts with their annotations, as brat opens it.

import Dixit
import DixitFormats
import Synchronization

/// A new folder that `NAME.txt` and `NAME.ann` are written into, by any number of threads.
final class AnnotationFolder: Sendable {
    private let path: String
    private let state = Mutex(State())

    private struct State {
        var names: Set<String> = []
        var problem: OutputProblem?
    }

    /// - Throws: ``Exit``, after it has been said why: no folder was named, or there is something in it.
    init(_ path: String?, _ reporter: Reporter) throws {
        guard let path else {
            reporter.fail(Phrase.bratWantsFolder.text(in: reporter.language))
            throw Exit(.wrongUsage)
        }
        self.path = path.hasSuffix("/") ? path : path + "/"
        do throws(OutputProblem) {
            try OutputFolder.make(path)
        } catch {
            throw Exit(reporter.status(of: error))
        }
    }

    /// The first thing that went wrong.
    var problem: OutputProblem? { state.withLock(\.problem) }

    /// Writes one document; a second one of the same name gets a number.
    func write(_ text: String, _ annotations: String, as id: String) {
        let name = state.withLock { state in
            let base = AnnotationForm.fileName(of: id)
            var name = base
            var number = 2
            while !state.names.insert(name).inserted { (name, number) = ("\(base)~\(number)", number + 1) }
            return name
        }
        do throws(OutputProblem) {
            for (ending, content) in [(".txt", text), (".ann", annotations)] {
                let file = try OutputFile(path: path + name + ending)
                do throws(OutputProblem) {
                    try file.write(content)
                    try file.commit()
                } catch {
                    file.discard()
                    throw error
                }
            }
        } catch {
            state.withLock { if $0.problem == nil { $0.problem = error } }
        }
    }
}
