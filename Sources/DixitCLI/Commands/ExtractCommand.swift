// `dixit extract PATH…`: the statements of documents as JSON Lines, one document at a time.

import ArgumentParser
import DixitExtraction
import DixitFormats
import Foundation

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print the statements found in text files, one JSON object a line.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl
    }

    @Option(name: [.customShort("F"), .long], help: "The format of the output.")
    var format: Format = .jsonl

    @Flag(help: .hidden)
    var phrases = false

    @Argument(help: "Text files in UTF-8.")
    var paths: [String]

    func run() throws {
        let extractor = Extractor()
        var readSomething = false
        for path in paths {
            switch read(path) {
            case .success(let bytes):
                readSomething = true
                if phrases {
                    try printPhrases(bytes)
                    continue
                }
                let document = extractor.extract(bytes)
                let lines = ExtractedLines(document, of: bytes, path: path).utf8
                try FileHandle.standardOutput.write(contentsOf: Data(lines))
            case .failure(let problem):
                try FileHandle.standardError.write(contentsOf: Data("dixit: \(path): \(problem.message)\n".utf8))
            }
        }
        if !readSomething { throw ExitCode(4) }
    }

    /// The phrases of each sentence: what the rules see, for those who extend them.
    private func printPhrases(_ bytes: [UInt8]) throws {
        let annotated = AnnotatedText(TokenisedText(bytes))
        for sentence in annotated.sentenceChunks.indices {
            let lines = annotated.chunkLines(ofSentence: sentence).map { "  \($0)\n" }.joined()
            try FileHandle.standardOutput.write(contentsOf: Data("— \(sentence)\n\(lines)".utf8))
        }
    }

    private struct Problem: Error {
        var message: String
    }

    /// The bytes of a file that is UTF-8 and not empty.
    private func read(_ path: String) -> Result<[UInt8], Problem> {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return .failure(Problem(message: "no such file"))
        }
        if isFolder.boolValue { return .failure(Problem(message: "is a folder")) }
        guard let data = FileManager.default.contents(atPath: path) else {
            return .failure(Problem(message: "cannot be read"))
        }
        let bytes = [UInt8](data)
        if bytes.isEmpty { return .failure(Problem(message: "empty")) }
        if let offset = firstInvalidByte(bytes) {
            return .failure(Problem(message: "not UTF-8 (byte \(offset))"))
        }
        return .success(bytes)
    }

    /// The offset of the first byte that is no UTF-8, or nil.
    private func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var low = 0
        var high = bytes.count
        // The longest valid prefix, give or take the three bytes of an unfinished character.
        while low < high {
            let middle = (low + high + 1) / 2
            let isValid = (0...3).contains { cut in
                middle - cut >= 0 && String(validating: bytes[..<(middle - cut)], as: UTF8.self) != nil
            }
            if isValid { low = middle } else { high = middle - 1 }
        }
        while low > 0, String(validating: bytes[..<low], as: UTF8.self) == nil { low -= 1 }
        return low
    }
}
