// Finds files of annotations and takes them apart by document.

import Dixit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What one file says of one document.
struct AnnotationSource: Sendable {
    enum Content: Sendable {
        /// Lines in the form of `dixit extract`.
        case lines([AnnotationLine])
        /// Spans, and what could not be read between them.
        case standoff(Standoff, [ExtractedAssembly.Defect])
    }

    let path: String
    let content: Content
}

/// Reads any number of files, each by the form that its name says.
struct AnnotationReading {
    private(set) var sources: [String: [AnnotationSource]] = [:]
    private(set) var problems: [AnnotationProblem] = []

    private enum Form: String, CaseIterable {
        case jsonl
        case ndjson
        case ann
        case jsonld
        case json
    }

    /// A file, or a folder of them.
    mutating func read(_ path: String) {
        if FileSearch.isFolder(path) {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            } catch {
                problems.append(AnnotationProblem(.file(.unreadable(reason: "\(error)")), at: path))
                return
            }
            let files = names.filter { !$0.hasPrefix(".") && Self.form(of: $0) != nil }
            if files.isEmpty { problems.append(AnnotationProblem(.file(.noDocuments), at: path)) }
            for name in files { readFile(path.hasSuffix("/") ? path + name : path + "/" + name) }
        } else {
            readFile(path)
        }
    }

    private static func form(of name: String) -> Form? {
        name.lastIndex(of: ".").flatMap { Form(rawValue: name[name.index(after: $0)...].lowercased()) }
    }

    private mutating func readFile(_ path: String) {
        let text: String
        switch TextFile.read(path) {
        case .success(let read): text = read
        // Nothing is annotated, which is no mistake.
        case .failure(.empty): return
        case .failure(let kind):
            problems.append(AnnotationProblem(.file(kind), at: path))
            return
        }
        switch Self.form(of: path) {
        case .ann: readBrat(text, path)
        case .jsonld, .json: readPages(text, path)
        // A file with another name is taken for what our own program writes.
        case .jsonl, .ndjson, nil: readLines(text, path)
        }
    }

    /// `gold/a.ann` is about the document `a`.
    private mutating func readBrat(_ text: String, _ path: String) {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
        let (standoff, defects) = BratFile.read(text)
        add(.standoff(standoff, defects), path, for: name)
    }

    private mutating func readPages(_ text: String, _ path: String) {
        do {
            for (document, standoff, defects) in try WebAnnotations.read(text) {
                if document.isEmpty {
                    problems += defects.map { AnnotationProblem($0.kind, at: path, line: $0.line) }
                } else {
                    add(.standoff(standoff, defects), path, for: document)
                }
            }
        } catch {
            problems.append(AnnotationProblem(.unreadable("JSON"), at: path, line: JSONTree.line(of: error) ?? 0))
        }
    }

    private mutating func readLines(_ text: String, _ path: String) {
        var order: [String] = []
        var lines: [String: [AnnotationLine]] = [:]
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.allSatisfy(\.isWhitespace) { continue }
            // Pages of Web Annotations come one a line too.
            guard let tree = try? JSONTree(String(line)) else {
                problems.append(AnnotationProblem(.unreadable(String(line.prefix(60))), at: path, line: number))
                continue
            }
            let annotation = AnnotationLine(tree: tree, number: number)
            guard let document = annotation.document else {
                if tree["@context"] != nil { return readPages(text, path) }
                problems.append(AnnotationProblem(.missingField("document"), at: path, line: number))
                continue
            }
            if lines[document] == nil { order.append(document) }
            lines[document, default: []].append(annotation)
        }
        for document in order { add(.lines(lines[document] ?? []), path, for: document) }
    }

    private mutating func add(_ content: AnnotationSource.Content, _ path: String, for document: String) {
        sources[document, default: []].append(AnnotationSource(path: path, content: content))
    }
}
