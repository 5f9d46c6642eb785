// Documents in feeds: RSS and Atom.

import CLibXML2

/// The entries of a feed that was saved to a file.
///
/// No DTD is loaded, nothing is fetched, and a file that declares entities is not read on.
struct FeedEntries: DocumentEntries {
    private let source: any ByteSource
    private let reader = FeedReader()

    init(_ source: any ByteSource) { self.source = source }

    mutating func next(_ found: inout FoundDocuments) throws(ReadingProblem.Kind) -> Bool {
        let piece = try source.piece()
        let goesOn = piece.withUnsafeBytes { reader.parse($0) } && !piece.isEmpty
        reader.take(&found, isAtEnd: !goesOn)
        return goesOn
    }
}

/// libxml2's parser of XML, which tells what it meets and builds nothing.
private final class FeedReader {
    private var context: xmlParserCtxtPtr?
    private var found = FoundDocuments()
    private var elements: [String] = []
    private var entry: FoundDocument?
    /// What has been gathered of the element that is wanted, and at what depth it is.
    private var gathered: (name: String, depth: Int, bytes: [UInt8])?
    /// How good a text the entry has: a summary, its content.
    private var textRank = 0
    private var feedTitle: String?
    private var isFeed = false
    private var isStopped = false
    private var hasEntries = false

    /// Longer than any text of a feed.
    private static let longest = 1 << 24

    init() {
        var handler = xmlSAXHandler()
        dixit_sax2(&handler)
        handler.startElementNs = startFeedElement
        handler.endElementNs = endFeedElement
        handler.characters = takeFeedText
        handler.cdataBlock = takeFeedText
        handler.entityDecl = meetEntity
        handler.serror = meetError
        context = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        // After an error it goes on, so that one wrong sign does not cost the feed; what is wrong is said.
        xmlCtxtUseOptions(
            context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
    }

    deinit { xmlFreeParserCtxt(context) }

    /// False where nothing more is to be read.
    func parse(_ bytes: UnsafeRawBufferPointer) -> Bool {
        xmlParseChunk(
            context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), bytes.isEmpty ? 1 : 0)
        return !isStopped
    }

    func take(_ other: inout FoundDocuments, isAtEnd: Bool) {
        if isAtEnd, !isStopped, !hasEntries { found.add(isFeed ? .noRecords : .noFeed) }
        other.documents += found.documents
        other.problems += found.problems
        found = FoundDocuments()
    }

    private var line: Int { context.map { max(1, Int(xmlSAX2GetLineNumber($0))) } ?? 1 }

    private func stop(_ kind: ReadingProblem.Kind) {
        if !isStopped { found.add(kind, at: .line(line)) }
        isStopped = true
        xmlStopParser(context)
    }

    // MARK: Elements

    fileprivate func start(_ name: String, prefix: String?, _ attributes: [String: String]) {
        elements.append(name)
        if elements.count > MarkupDepth.deepest { return stop(.nestedTooDeep) }
        if elements.count == 1 { isFeed = ["rss", "feed", "RDF"].contains(name) }
        if gathered != nil {
            // Atom may have a text as elements; they are read as the page they are.
            gathered?.bytes += Array("<\(name)>".utf8)
            return
        }
        guard isFeed else { return }
        if name == "item" || name == "entry", entry == nil {
            entry = FoundDocument(outlet: feedTitle, place: .line(line))
            textRank = 0
            hasEntries = true
            return
        }
        if entry == nil {
            let isOfFeed =
                elements.count == 3 && elements[1] == "channel" || elements.count == 2 && elements[0] == "feed"
            if name == "title", prefix == nil, isOfFeed { gathered = (name, elements.count, []) }
            return
        }
        if name == "link", prefix == nil || prefix == "atom", let address = attributes["href"] {
            let kind = attributes["rel"] ?? "alternate"
            if kind == "alternate", entry?.url == nil { entry?.url = address }
            return
        }
        if Self.wanted(name, prefix) { gathered = (name, elements.count, []) }
    }

    private static func wanted(_ name: String, _ prefix: String?) -> Bool {
        switch name {
        case "title", "link", "guid", "id", "description", "summary", "pubDate", "published", "updated", "source":
            prefix == nil || prefix == "atom"
        case "date": prefix == "dc"
        case "encoded": prefix == "content"
        case "content": prefix == nil || prefix == "atom"
        default: false
        }
    }

    fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let depth = gathered?.depth else { return }
        if gathered?.bytes.count ?? 0 > Self.longest { return stop(.tooLarge(bytes: Self.longest)) }
        if elements.count > depth {
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "<"): gathered?.bytes += Array("&lt;".utf8)
                case UInt8(ascii: "&"): gathered?.bytes += Array("&amp;".utf8)
                default: gathered?.bytes.append(byte)
                }
            }
        } else {
            gathered?.bytes += bytes
        }
    }

    fileprivate func end(_ name: String) {
        defer { if !elements.isEmpty { elements.removeLast() } }
        if let (wanted, depth, bytes) = gathered {
            if elements.count > depth {
                gathered?.bytes += Array("</\(name)>".utf8)
                return
            }
            gathered = nil
            set(wanted, String(decoding: bytes, as: UTF8.self))
            return
        }
        if let entry, name == "item" || name == "entry" {
            self.entry = nil
            if entry.text.isEmpty {
                found.add(.noText(fields: ["content", "encoded", "description", "summary"]), at: entry.place)
            } else {
                found.documents.append(entry)
            }
        }
    }

    private func set(_ name: String, _ raw: String) {
        let value = String(
            raw.trimmingPrefix(while: \.isWhitespace).reversed().trimmingPrefix(while: \.isWhitespace).reversed())
        guard !value.isEmpty else { return }
        guard entry != nil else {
            feedTitle = PageReader.text(ofFragment: value)
            return
        }
        switch name {
        case "title": entry?.title = PageReader.text(ofFragment: value)
        case "link": entry?.url = value
        case "guid", "id": entry?.id = value
        case "source": entry?.outlet = value
        case "pubDate", "published", "date": entry?.date = value
        case "updated": if entry?.date == nil { entry?.date = value }
        case "description", "summary": take(value, rank: 1)
        case "encoded", "content": take(value, rank: 2)
        default: break
        }
    }

    private func take(_ html: String, rank: Int) {
        guard rank > textRank else { return }
        let text = PageReader.text(ofFragment: html)
        guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else { return }
        textRank = rank
        entry?.text = text
    }

    // MARK: What is wrong

    fileprivate func declared() { stop(.entityDeclared) }

    fileprivate func failed(_ reason: String, at line: Int) {
        // What follows the first error of a line is most often said of the same mistake.
        if !isStopped, found.problems.last?.place != .line(line) {
            found.add(.notWellFormed(reason: reason), at: .line(line))
        }
    }
}

private func reader(_ context: UnsafeMutableRawPointer?) -> FeedReader? {
    context.map { Unmanaged<FeedReader>.fromOpaque($0).takeUnretainedValue() }
}

private func startFeedElement(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?, _ namespaceCount: Int32,
    _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ count: Int32, _ defaulted: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    guard let name else { return }
    var values: [String: String] = [:]
    // Five pointers each: name, prefix, address, the value's beginning and end.
    for index in 0..<Int(count) {
        guard let key = attributes?[index * 5], let start = attributes?[index * 5 + 3],
            let end = attributes?[index * 5 + 4]
        else { continue }
        values[String(cString: key)] = String(
            decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    }
    reader(context)?.start(String(cString: name), prefix: prefix.map { String(cString: $0) }, values)
}

private func endFeedElement(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?
) {
    guard let name else { return }
    reader(context)?.end(String(cString: name))
}

private func takeFeedText(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    reader(context)?.text(UnsafeBufferPointer(start: text, count: Int(count)))
}

private func meetEntity(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ type: Int32,
    _ publicID: UnsafePointer<xmlChar>?,
    _ systemID: UnsafePointer<xmlChar>?, _ content: UnsafeMutablePointer<xmlChar>?
) {
    reader(context)?.declared()
}

private func meetError(_ context: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
    guard let error = error?.pointee, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let reason = error.message.map { String(cString: $0) } ?? ""
    reader(context)?.failed(
        reason.split(whereSeparator: \.isNewline).joined(separator: " "), at: max(1, Int(error.line)))
}
