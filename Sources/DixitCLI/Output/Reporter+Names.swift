// Reads the user's files of names, and says which of their lines are wrong.

import Dixit
import DixitFormats

extension Reporter {
    /// The names in the file that `--names` gives, else in every `dixit.names` beside what is to be read.
    func names(_ path: String? = nil, beside paths: [String]) throws -> NamesOfUser {
        let (names, problems) = NamesFile.read(path.map { [$0] } ?? NamesFile.beside(paths))
        for problem in problems { report(problem) }
        // Names that count half would be worse than none.
        if !problems.isEmpty { throw Exit(.wrongUsage) }
        return names
    }

    /// `news/dixit.names:3: error[E711]: I can't read the dates “jadis”`, with what to write below.
    func report(_ problem: NamesFileProblem) {
        let message = DisplayText.printable(problem.message(in: language))
        let advice = problem.advice(in: language).map(DisplayText.printable)
        switch format {
        case .json:
            StandardError.write(
                "{\"code\":\(jsonString(problem.code)),\"message\":\(jsonString(message)),\"file\":\(jsonString(problem.path)),"
                    + "\"line\":\(problem.line.map(String.init) ?? "null"),"
                    + "\"advice\":\(advice.map(jsonString) ?? "null")}\n")
        case .human, .short:
            let place = DisplayText.printable(problem.path) + (problem.line.map { ":\($0)" } ?? "")
            StandardError.write("\(place): error[\(problem.code)]\(language == .french ? "\u{A0}:" : ":") \(message)\n")
            if format == .human, let advice { StandardError.write("  \(advice)\n") }
        }
    }
}
