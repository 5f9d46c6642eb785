// How a corpus is read from files: their form, duplicates, and annotations made elsewhere.

import ArgumentParser
import Dixit
import DixitFormats

/// What all commands have in common that make a corpus of documents.
struct CorpusReadingOptions: ParsableArguments {
    @OptionGroup(title: OptionText.documents.text)
    var documents: DocumentOptions

    @OptionGroup(title: OptionText.documents.text)
    var duplicates: DuplicateOptions

    @OptionGroup(title: OptionText.documents.text)
    var annotations: AnnotationOptions

    func loading(
        _ paths: [String], _ reporter: Reporter, today: CalendarDate?, showsProgress: Bool, saysSummary: Bool = false
    ) throws -> CorpusLoading {
        let options = documents.reading(keepsDuplicates: duplicates.keepDuplicates)
        let annotations = try annotations.read(reporter)
        return CorpusLoading(
            paths: paths, reporter: reporter, today: today, showsProgress: showsProgress,
            options: options, annotations: annotations, saysSummary: saysSummary,
            saysHowToRead: options != ReadingOptions() || annotations != nil)
    }
}

/// Statements and names that were marked elsewhere.
struct AnnotationOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption, help: OptionText.annotations.help("file"), completion: .file())
    var annotations: [String] = []

    @Option(help: OptionText.annotationUse.help("how"))
    var use = UseChoice.replace

    enum UseChoice: String, CaseIterable, ExpressibleByArgument {
        case replace
        case add
    }

    /// The annotations; nil where none are named.
    ///
    /// - Throws: ``Exit`` where a file cannot be read at all: an answer without it would be another one.
    func read(_ reporter: Reporter) throws -> Annotations? {
        if annotations.isEmpty { return nil }
        let read = Annotations(at: annotations, use: use == .add ? .add : .replace)
        let unreadable = read.problems.filter { if case .file = $0.kind { true } else { false } }
        for problem in unreadable { reporter.report(problem) }
        if !unreadable.isEmpty { throw Exit(.wrongUsage) }
        return read
    }
}

extension DocumentReader {
    /// A reader that takes what others found, where they found something.
    init(names: NamesOfUser, with annotations: Annotations?, _ identities: Identities? = nil) {
        if annotations == nil, identities == nil {
            self.init(names: names)
            return
        }
        self.init(
            names: names,
            revising: { records in
                let records = annotations?.applied(to: records) ?? records
                return identities?.applied(to: records) ?? records
            })
    }
}

extension Annotations {
    /// Says what is wrong once everything was read.
    ///
    /// - Returns: Whether every annotation was taken.
    func finish(_ reporter: Reporter) -> Bool {
        let all = problems + unknownDocuments
        var counts = ProblemCounts()
        for problem in all where counts.add(problem.code) { reporter.report(problem) }
        counts.reportRest(to: reporter)
        return all.allSatisfy(\.isNote)
    }
}

extension Reporter {
    func report(_ problem: AnnotationProblem) {
        if isQuiet, problem.isNote { return }
        report(code: problem.code, message: problem.message(in: language), path: problem.path, line: problem.line)
    }
}
