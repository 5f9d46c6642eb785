// Makes a corpus of records that were extracted elsewhere, and says how far it is when that takes long.

import ArgumentParser
import Dixit
import DixitFormats

/// `people=people.jsonl`: a set and a file with its rows.
struct RecordsArgument: ExpressibleByArgument {
    let set: String
    let path: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        (set, path) = (String(parts[0]), String(parts[1]))
    }
}

/// `people.org=organisation`: what the field `org` of the files of people is called in the schema; `people.note=` leaves it out.
struct RenameArgument: ExpressibleByArgument {
    let set: String
    let inFile: String
    let field: String?

    init?(argument: String) {
        guard let dot = argument.firstIndex(of: "."), let sign = argument[dot...].firstIndex(of: "=") else {
            return nil
        }
        set = String(argument[..<dot])
        inFile = String(argument[argument.index(after: dot)..<sign])
        let name = String(argument[argument.index(after: sign)...])
        field = name.isEmpty ? nil : name
        if set.isEmpty || inFile.isEmpty { return nil }
    }
}

/// Loads the rows of files of records.
struct RecordsLoading {
    let records: [RecordsArgument]
    let renames: [RenameArgument]
    let schemaPath: String?
    let reporter: Reporter
    let showsProgress: Bool

    func load() throws -> Corpus {
        let progress = ProgressLine(isShown: showsProgress && !reporter.isQuiet, language: reporter.language)
        do {
            let schema = try schemaPath.map(SchemaFile.read) ?? .news
            let files = records.map { record in
                let ofSet = renames.filter { $0.set == record.set }
                return RecordFile(
                    record.path, of: record.set,
                    fields: Dictionary(ofSet.map { ($0.inFile, $0.field) }, uniquingKeysWith: { $1 }))
            }
            return try waiting {
                var progress = progress
                defer { progress.clear() }
                return try await RecordFiles.read(files, schema: schema) { progress.show(.readingRecords($0)) }
            }
        } catch let problem as RecordProblem {
            reporter.report(problem)
            throw Exit(.corpusNotLoaded)
        }
    }
}

extension Reporter {
    /// What is wrong with a file of records or with its schema: `people.jsonl:12: error[E709]: this is no JSON object`.
    func report(_ problem: RecordProblem) {
        if case .record(let error) = problem.kind, problem.path == nil {
            report(error, ofFile: "")
            return
        }
        report(
            code: problem.code, message: problem.messageWithoutPlace(in: language), path: problem.path ?? "",
            line: problem.line)
    }
}
