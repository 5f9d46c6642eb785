// The documents of a report with the passages marked in them, and links back to the rows.

import Dixit

struct CitedDocumentsLayout {
    private let documents: CitedDocuments
    private let words: ReportWords
    private let showsAll: Bool

    /// Rows that a passage links back to one by one.
    private static let mostLinks = 8

    init(_ documents: CitedDocuments, words: ReportWords, mostBytes: Int) {
        (self.documents, self.words) = (documents, words)
        showsAll = documents.entries.reduce(0) { $0 + $1.text.utf8.count } <= mostBytes
    }

    func write<Failure: Error>(
        into buffer: inout ByteBuffer, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        guard !documents.entries.isEmpty else { return }
        buffer.append("<section class=\"documents\" aria-labelledby=\"documents\">\n")
        buffer.append("<h2 id=\"documents\">\(words.documents)</h2>\n")
        if !showsAll { buffer.append("<p class=\"notes\">\(words.excerptsOnly)</p>\n") }
        for (number, document) in documents.entries.enumerated() {
            write(document, number: number, to: &buffer)
            try buffer.flushIfLarge(to: sink)
        }
        buffer.append("</section>\n")
    }

    private func write(_ document: CitedDocuments.Entry, number: Int, to buffer: inout ByteBuffer) {
        let id = "d\(number + 1)"
        buffer.append("<article id=\"\(id)\" aria-labelledby=\"\(id)h\">\n")
        buffer.append("<h3 id=\"\(id)h\">\(HTMLText.escaped(DisplayText.printable(document.title ?? document.id)))")
        for row in document.rows.prefix(Self.mostLinks) { writeLink(to: row, &buffer) }
        buffer.append("</h3>\n<p class=\"count\">")
        let facts = [document.outlet, document.date?.description, document.id].compactMap { $0 }
        buffer.append(HTMLText.escaped(DisplayText.printable(facts.joined(separator: " · "))))
        if let url = document.url { buffer.append(" · " + Self.link(to: url)) }
        let language = document.language.map { " lang=\"\(HTMLText.escaped($0))\"" } ?? ""
        buffer.append("</p>\n<blockquote\(language)>\n")
        writeText(of: document, to: &buffer)
        buffer.append("</blockquote>\n</article>\n")
    }

    /// Only what a browser fetches and does not run: an address such as `javascript:…` stays text.
    private static func link(to url: String) -> String {
        let text = HTMLText.escaped(DisplayText.printable(url))
        let scheme = url.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https", url.hasPrefix(scheme + "://") else { return text }
        return "<a href=\"\(text)\" rel=\"noreferrer noopener\">\(text)</a>"
    }

    private func writeLink(to row: RowName, _ buffer: inout ByteBuffer) {
        buffer.append(
            "<a class=\"back\" href=\"#\(row.id)\" aria-label=\"\(words.backTo(row.label))\">\(row.label)</a>")
    }

    // MARK: The text

    private func writeText(of document: CitedDocuments.Entry, to buffer: inout ByteBuffer) {
        let bytes = Array(document.text.utf8)
        var runs = MarkedRuns<Int>()
        var starts: [Int: [CitedDocuments.Cited]] = [:]
        for passage in document.passages {
            runs.add(passage.number, on: passage.utf8)
            starts[passage.utf8.lowerBound, default: []].append(passage)
        }
        let paragraphs = Self.paragraphs(of: bytes)
        let shown = showsAll ? Set(paragraphs.indices) : Self.cited(paragraphs, document.passages)
        var isLeftOut = false
        for (number, paragraph) in paragraphs.enumerated() {
            guard shown.contains(number) else {
                if !isLeftOut { buffer.append("<p class=\"count\">[…]</p>\n") }
                isLeftOut = true
                continue
            }
            isLeftOut = false
            buffer.append("<p>")
            runs.runs(in: paragraph) { run, marks in
                for passage in starts[run.lowerBound] ?? [] {
                    buffer.append("<span class=\"target\" id=\"p\(passage.number)\">")
                    for row in passage.rows.prefix(Self.mostLinks) { writeLink(to: row, &buffer) }
                    buffer.append("</span>")
                }
                let text = HTMLText.escaped(String(decoding: bytes[run], as: UTF8.self))
                buffer.append(marks.isEmpty ? text : "<mark>\(text)</mark>")
            }
            buffer.append("</p>\n")
        }
    }

    /// The lines with something on them.
    private static func paragraphs(of bytes: [UInt8]) -> [Range<Int>] {
        bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { $0.startIndex..<$0.endIndex }
    }

    /// Those that a passage stands in, with the one before and after; of a document as a whole the first ones.
    private static func cited(_ paragraphs: [Range<Int>], _ passages: [CitedDocuments.Cited]) -> Set<Int> {
        if passages.isEmpty { return Set(paragraphs.indices.prefix(3)) }
        var shown: Set<Int> = []
        for passage in passages {
            // The paragraphs are in order: the first that ends behind the start of the passage, found by halving.
            var (low, high) = (0, paragraphs.count)
            while low < high {
                let middle = (low + high) / 2
                if paragraphs[middle].upperBound <= passage.utf8.lowerBound { low = middle + 1 } else { high = middle }
            }
            var last = low
            while last + 1 < paragraphs.count, paragraphs[last + 1].lowerBound < passage.utf8.upperBound { last += 1 }
            shown.formUnion(max(0, low - 1)...min(paragraphs.count - 1, last + 1))
        }
        return shown
    }
}
