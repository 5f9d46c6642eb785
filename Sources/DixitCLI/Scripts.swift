// The scripts of one run, read before anything is asked.

import Dixit
import DixitFormats
import DixitSyntax

/// What `-c`, `-f` and standard input hold, in the order of the command line.
struct Scripts {
    let texts: [(source: ScriptSource, text: String)]

    /// All scripts are read before anything runs: half a run helps nobody.
    ///
    /// - Parameter readsInput: Whether standard input is asked where the options name no script.
    init(_ options: QuestionOptions, readsInput: Bool, _ reporter: Reporter) throws {
        try self.init(options.command + options.file, readsInput: readsInput, reporter)
    }

    init(_ sources: [ScriptSource], readsInput: Bool, _ reporter: Reporter) throws {
        let named = sources.sorted { $0.place < $1.place }
        texts = try (named.isEmpty && readsInput ? [.standardInput] : named).map { source in
            do throws(ReadingProblem) {
                return (source, try source.text())
            } catch {
                reporter.report(error)
                throw Exit(.wrongUsage)
            }
        }
    }

    /// A value that no script asks for is most likely a slip: `-p wh=…`, and the script would run with its default.
    func refuseUnused(_ parameters: [ParameterBinding], _ reporter: Reporter) throws {
        // A command may read a script that asks for it.
        let pieces = texts.flatMap { ScriptPieces($0.text).pieces() }
        for case .command(let line) in pieces where line.hasPrefix(".read") || line.hasPrefix(".run") { return }
        let asked = texts.flatMap { ParameterUses.names(in: $0.text) }
        for binding in parameters where !asked.contains(binding.name) {
            reporter.fail(Phrase.unusedParameter(binding.name, asked: asked).text(in: reporter.language))
            throw Exit(.wrongUsage)
        }
    }
}
