// Statements and names that were marked elsewhere, for documents that are read here.

public import Dixit
import DixitExtraction
import DixitText
import Synchronization

/// What files say of documents: JSON Lines in the form of `dixit extract`, brat's standoff, or Web Annotations.
///
/// ```swift
/// let annotations = Annotations(at: ["review.jsonl", "gold/"])
/// let reader = DocumentReader(names: NamesOfUser(), revising: { annotations.applied(to: $0) })
/// let corpus = try await Corpus(reading: files.documents, threads: 2, reader: reader)
/// for problem in annotations.problems { print(problem.message(in: .english)) }
/// ```
///
/// A document is known by its id, its path, or the name of its file. Every place is checked against its text: an annotation of
/// another text is a problem, never a wrong quotation.
public final class Annotations: Sendable {
    /// What becomes of what we find ourselves.
    public enum Use: String, Sendable, CaseIterable {
        /// A kind of record that a file has for a document takes the place of ours there.
        case replace
        /// Ours stay where nothing made elsewhere overlaps them.
        case add
    }

    private let use: Use
    private let sources: [String: [AnnotationSource]]
    private let state: Mutex<State>

    private struct State: Sendable {
        var problems: Set<AnnotationProblem>
        /// The documents that were asked for, by what the files call them.
        var used: [String: String] = [:]
    }

    /// Reads files, and folders of them: `.jsonl`, `.ann`, `.jsonld` and `.json`.
    public init(at paths: [String], use: Use = .replace) {
        var reading = AnnotationReading()
        for path in paths { reading.read(path) }
        self.use = use
        sources = reading.sources
        state = Mutex(State(problems: Set(reading.problems)))
    }

    /// What is wrong with the files and with what was applied so far, in the order of files and lines.
    public var problems: [AnnotationProblem] {
        state.withLock(\.problems).map { (problem: $0, text: $0.message(in: .english)) }.sorted { left, right in
            (left.problem.path, left.problem.line ?? 0, left.text) < (
                right.problem.path, right.problem.line ?? 0, right.text
            )
        }.map(\.problem)
    }

    /// Documents that the files speak of and that ``applied(to:)`` never saw.
    public var unknownDocuments: [AnnotationProblem] {
        let used = state.withLock(\.used)
        return sources.filter { used[$0.key] == nil }.sorted { $0.key < $1.key }
            .map { AnnotationProblem(.unknownDocument($0.key), at: $0.value.first?.path ?? "") }
    }

    /// The records of a document with what the files say of it; any number of threads may ask.
    public func applied(to records: DocumentRecords) -> DocumentRecords {
        let names = Self.names(of: records.document).filter { sources[$0] != nil }
        guard !names.isEmpty else { return records }
        var assembly = ExtractedAssembly(Array(records.document.text.utf8))
        var problems: [AnnotationProblem] = []
        for source in names.flatMap({ sources[$0] ?? [] }) {
            let known = assembly.defects.count
            switch source.content {
            case .lines(let lines): assembly.add(lines)
            case .standoff(let standoff, let defects):
                problems += defects.map { AnnotationProblem($0.kind, at: source.path, line: $0.line) }
                assembly.add(standoff)
            }
            problems += assembly.defects[known...].map { AnnotationProblem($0.kind, at: source.path, line: $0.line) }
        }
        state.withLock { state in
            for name in names {
                if let other = state.used.updateValue(records.document.id, forKey: name), other != records.document.id {
                    problems += (sources[name] ?? []).map { AnnotationProblem(.severalDocuments(name), at: $0.path) }
                }
            }
            state.problems.formUnion(problems)
        }
        let merged = AnnotationMerge.merged(
            records.extracted, with: assembly.document, of: assembly.bytes, replaces: use == .replace)
        return DocumentRecords(document: records.document, extracted: merged)
    }

    /// What a file may call a document: its id, its path, the name of its file with and without the extension.
    private static func names(of document: Document) -> [String] {
        var names = [document.id, AnnotationForm.fileName(of: document.id)]
        if let path = document.path {
            let file = path.split(separator: "/").last.map(String.init) ?? path
            names += [path, file, file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file]
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
