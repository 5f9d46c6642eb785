// One file written as a whole, with what went wrong said.

import DixitFormats

extension Reporter {
    /// Writes a file that is there whole or not at all, or standard output where there is no path.
    ///
    /// - Parameter sources: What is read, and so not written over.
    /// - Throws: ``Exit``, after it has been said what is wrong; a closed pipe is no mistake of anybody's.
    func write(
        to path: String?, reading sources: [String], _ body: (OutputFile) throws(OutputProblem) -> Void
    ) throws {
        do throws(OutputProblem) {
            let target = if let path { try Destination(path: path, reading: sources).file } else { OutputFile() }
            do throws(OutputProblem) {
                try body(target)
                try target.commit()
            } catch {
                target.discard()
                throw error
            }
        } catch {
            throw Exit(status(of: error))
        }
    }

    /// Says what kept bytes from being written.
    ///
    /// - Parameter isOpening: Whether the file could not even be begun: a mistake on the command line.
    func status(of problem: OutputProblem, isOpening: Bool = true) -> ExitStatus {
        switch problem {
        case .closedPipe: return .success
        case .interrupted: return .interrupted
        case .failed(let path, let reason):
            fail(Phrase.cannotWrite(path: path, reason: reason).text(in: language))
            return isOpening ? .wrongUsage : .stopped
        case .foreignForm(let path):
            fail(Phrase.foreignForm(path: path).text(in: language))
            return .wrongUsage
        case .wouldReplace(let path):
            fail(Phrase.wouldReplace(path: path).text(in: language))
            return .wrongUsage
        }
    }
}
