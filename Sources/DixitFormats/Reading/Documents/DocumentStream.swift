// Documents from files, folders and standard input, some at a time.

public import Dixit

/// Some documents, and what was met before and between them.
public struct DocumentBatch: Sendable {
    /// In the order of their files, and in these in the order of the file.
    public internal(set) var documents: [Document] = []
    /// What was not read, and why.
    public internal(set) var problems: [ReadingProblem] = []
    /// What `dixit extract` calls the documents: those that are a file by its path, others by their id.
    package internal(set) var names: [String] = []
    fileprivate var bytes = 0
}

/// Reads documents one batch after the other, in memory that does not grow with them.
///
/// Folders are searched as ``DocumentFiles`` says; `-` is standard input. What is packed with gzip is unpacked, whatever it is called.
///
/// ```swift
/// var stream = DocumentStream(at: ["news.jsonl.gz"])
/// while let batch = stream.next() {
///     for document in batch.documents { builder.add(document) }
/// }
/// print(stream.summary.documents)
/// ```
///
/// A document without an id of its own is called by its file where it is all of it, else by its address or its text, so that it
/// is called the same whichever part of a file it is read from. A batch ends early where reading on would mean to wait for whoever writes.
public struct DocumentStream {
    private var files: ArraySlice<File>
    private let options: ReadingOptions
    private var waiting: ArraySlice<ReadingProblem>
    /// The file that was last counted as not read.
    private var lastUnread: String?
    private var file: FileBytes?
    private var archive: Archive?
    private var input: Input?
    private var known = DuplicateFilter()
    private var finishedBytes = 0
    private(set) var finishedFiles = 0

    /// What was read so far.
    public private(set) var summary = ReadingSummary()
    /// The bytes of all files; nil where standard input, which has no size, is among them.
    public let allBytes: Int?

    /// Enough to be worth handing over.
    private static let bytesOfBatch = 1 << 20

    private struct File {
        /// Nil for standard input.
        let path: String?
        let id: String?
        let size: Int?
    }

    /// An archive that is being read.
    private struct Archive {
        let zip: ZipArchive
        /// As it is shown.
        let path: String
        let id: String?
    }

    /// A file that is being read, or one in an archive.
    private struct Input {
        let origin: DocumentMaker.Origin
        let bytes: DecodedBytes
        var entries: any DocumentEntries
        var hasDocuments = false
    }

    /// What standard input is called.
    public static let standardInput = "-"

    /// Finds the files at some paths; none of them is opened yet.
    public init(at paths: [String], options: ReadingOptions = ReadingOptions()) {
        self.init(at: paths, options: options, isCancelled: { false })
    }

    init(at paths: [String], options: ReadingOptions, isCancelled: () -> Bool) {
        var search = FileSearch(takesAnyName: options.form != nil)
        var standardInputAt: Int?
        for path in paths {
            if isCancelled() { break }
            if path == Self.standardInput {
                standardInputAt = standardInputAt ?? search.files.count
            } else {
                search.visit(path)
            }
        }
        var files = zip(search.files, Self.ids(of: search.files)).map { File(path: $0.path, id: $1, size: $0.size) }
        allBytes = standardInputAt == nil ? files.reduce(0) { $0 + ($1.size ?? 0) } : nil
        if let standardInputAt { files.insert(File(path: nil, id: nil, size: nil), at: standardInputAt) }
        self.files = files[...]
        self.options = options
        waiting = search.problems[...]
    }

    /// The bytes that have been read, as they are in the files.
    public var bytesRead: Int { finishedBytes + (file?.bytesRead ?? 0) }

    var filesLeft: Int { files.count }

    /// Whether reading on means to wait for nobody.
    package var isReady: Bool {
        if let input { return input.bytes.isReady }
        // Standard input is not looked at before it is read.
        return archive != nil || files.first.map { $0.path != nil } ?? true
    }

    /// The next documents; nil when all have been read.
    ///
    /// - Parameter count: About how many, where that many can be read without waiting.
    public mutating func next(upTo count: Int = 64) -> DocumentBatch? {
        var batch = DocumentBatch()
        var steps = 0
        while step(&batch) {
            steps += 1
            if batch.documents.count >= count || batch.bytes >= Self.bytesOfBatch { break }
            if !batch.documents.isEmpty, input.map({ !$0.bytes.isReady }) ?? false { break }
            // Nobody waits long to hear of what is wrong, or of being asked to stop.
            if steps >= 64, !batch.problems.isEmpty { break }
        }
        return batch.documents.isEmpty && batch.problems.isEmpty ? nil : batch
    }

    /// Reads a little; false at the end.
    mutating func step(_ batch: inout DocumentBatch) -> Bool {
        while !summary.endedEarly, let problem = waiting.popFirst() { report(problem, &batch) }
        if summary.endedEarly { return false }
        guard var input = input ?? open(&batch) else {
            return !(files.isEmpty && archive == nil) && !summary.endedEarly
        }
        self.input = nil
        var found = FoundDocuments()
        var goesOn = false
        do throws(ReadingProblem.Kind) {
            goesOn = try input.entries.next(&found)
        } catch {
            found.add(error)
        }
        let replaced = input.bytes.replacedBytes
        if !goesOn, replaced > 0 { found.add(.replacedBytes(count: replaced, encoding: input.bytes.encoding.name)) }
        take(found, from: &input, &batch)
        if goesOn, !summary.endedEarly {
            self.input = input
        } else if archive == nil {
            closeFile()
        }
        return true
    }

    // MARK: Files

    private mutating func closeFile() {
        finishedBytes += file?.bytesRead ?? 0
        finishedFiles += 1
        file = nil
        archive = nil
    }

    /// The next file, or the next one of the archive; nil where there is none, or it is not read.
    private mutating func open(_ batch: inout DocumentBatch) -> Input? {
        if let archive { return openEntry(of: archive, &batch) }
        guard let next = files.popFirst() else { return nil }
        let name = next.path ?? Self.standardInput
        do throws(ReadingProblem.Kind) {
            let file = if let path = next.path { try FileBytes(path: path) } else { try FileBytes(standardInput: ()) }
            self.file = file
            let bytes = PeekedBytes(file)
            let named = options.form ?? next.path.flatMap { DocumentForm(fileName: $0) }
            if named == .zip || ZipArchive.isZip(bytes.peek(4)) {
                let isSeekable = file.size != nil && file.rewind()
                let zip = try ZipArchive(isSeekable ? file : bytes, descriptor: isSeekable ? file.descriptor : nil)
                archive = Archive(zip: zip, path: name, id: next.id)
                return nil
            }
            let form = named ?? .jsonl
            if form.isReadWhole, let size = file.size, size > DocumentFiles.largestFile { throw .tooLarge(bytes: size) }
            let origin = DocumentMaker.Origin(path: next.path, id: next.id, isOneDocument: form.isOneDocument)
            return open(bytes, form, origin, &batch)
        } catch {
            closeFile()
            report(ReadingProblem(error, at: name), &batch)
            return nil
        }
    }

    private mutating func openEntry(of archive: Archive, _ batch: inout DocumentBatch) -> Input? {
        do throws(ReadingProblem.Kind) {
            guard let entry = try archive.zip.next() else {
                closeFile()
                return nil
            }
            let parts = entry.name.split(separator: "/")
            // Hidden files are passed over in folders too.
            let isHidden = parts.contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
            guard let name = parts.last, !entry.isFolder, !isHidden, parts.first != "__MACOSX" else { return nil }
            let path = archive.path + "/" + entry.name
            if entry.isEncrypted {
                report(ReadingProblem(.encrypted, at: path), &batch)
                return nil
            }
            let named = DocumentForm(fileName: String(name))
            guard entry.isFile, let form = options.form == .zip ? named : options.form ?? named, form != .zip else {
                report(ReadingProblem(.skipped, at: path), &batch)
                return nil
            }
            let id = (archive.id.map { $0 + "/" } ?? "") + DocumentForm.withoutExtension(entry.name)
            let origin = DocumentMaker.Origin(path: path, id: id, isOneDocument: form.isOneDocument)
            return open(entry.bytes, form, origin, &batch)
        } catch {
            closeFile()
            report(ReadingProblem(error, at: archive.path), &batch)
            return nil
        }
    }

    private mutating func open(
        _ source: any ByteSource, _ form: DocumentForm, _ origin: DocumentMaker.Origin, _ batch: inout DocumentBatch
    ) -> Input {
        let isMarkup = form == .html || form == .feed
        let bytes = DecodedBytes(
            GzipBytes.unpackedIfPacked(source), as: options.encoding, isReadWhole: form.isReadWhole,
            declared: { isMarkup ? PageEntries.declaredEncoding($0) : nil })
        if bytes.isGuess {
            let path = origin.path ?? Self.standardInput
            report(ReadingProblem(.readAs(encoding: bytes.encoding.name), at: path), &batch)
        }
        let entries: any DocumentEntries =
            switch form {
            case .text, .zip: TextEntries(source: bytes)
            case .jsonl: JSONLinesEntries(bytes, options.fields)
            case .json: JSONEntries(bytes, options.fields)
            case .csv: CSVEntries(bytes, options.fields)
            case .html: PageEntries(source: bytes)
            case .markdown: MarkdownEntries(source: bytes, fields: options.fields)
            case .feed: FeedEntries(bytes)
            }
        return Input(origin: origin, bytes: bytes, entries: entries)
    }

    private mutating func take(_ found: FoundDocuments, from input: inout Input, _ batch: inout DocumentBatch) {
        let file = input.origin.path ?? Self.standardInput
        for problem in found.problems {
            report(Self.problem(problem.kind, at: problem.place, in: file), &batch)
            if summary.endedEarly { return }
        }
        for entry in found.documents {
            let (document, wrongDate) = DocumentMaker.document(entry, from: input.origin)
            if let wrongDate { report(Self.problem(.unreadableDate(wrongDate), at: entry.place, in: file), &batch) }
            if !options.keepsDuplicates, let original = known.original(of: document) {
                summary.duplicates += 1
                report(Self.problem(.duplicate(of: original), at: entry.place, in: file), &batch)
                continue
            }
            if known.isTaken(document.id) {
                report(Self.problem(.idTaken(document.id), at: entry.place, in: file), &batch)
            }
            if !input.hasDocuments { summary.files += 1 }
            input.hasDocuments = true
            summary.documents += 1
            batch.documents.append(document)
            batch.names.append(input.origin.isOneDocument ? document.path ?? document.id : document.id)
            batch.bytes += document.text.utf8.count
        }
    }

    private static func problem(
        _ kind: ReadingProblem.Kind, at place: FoundDocument.Place, in file: String
    ) -> ReadingProblem {
        if case .line(let line) = place { return ReadingProblem(kind, at: file, line: line) }
        return ReadingProblem(kind, at: DocumentMaker.path(of: place, in: file))
    }

    private mutating func report(_ problem: ReadingProblem, _ batch: inout DocumentBatch) {
        batch.problems.append(problem)
        if problem.isNote { return }
        if problem.isOfRecord {
            summary.skippedRecords += 1
        } else if problem.path != lastUnread {
            summary.unreadFiles += 1
            lastUnread = problem.path
        }
        if options.isStrict { summary.endedEarly = true }
    }

    // MARK: Ids

    /// `news/2016/a.txt` is `a`; with `news/2017/a.txt` beside it they are `2016/a` and `2017/a`.
    static func ids(of files: [FileSearch.File]) -> [String] {
        var ids = files.map { DocumentForm.withoutExtension($0.name) }
        for longer in [files.map { DocumentForm.withoutExtension($0.relativePath) }, files.map(\.path)] {
            var uses: [String: Int] = [:]
            for id in ids { uses[id, default: 0] += 1 }
            for (index, id) in ids.enumerated() where uses[id, default: 0] > 1 { ids[index] = longer[index] }
        }
        return ids
    }
}
