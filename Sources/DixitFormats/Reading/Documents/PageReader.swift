// The main text of a web page, and what the page says of itself.

import CLibXML2

/// How deep markup may be nested.
enum MarkupDepth {
    /// Browsers stop at 512; what is deeper is no page.
    static let deepest = 512
}

/// What is in a page.
struct Page {
    var metadata = PageMetadata()
    /// The main text, its paragraphs with an empty line between.
    var text = ""
    /// The line where it is nested too deep, if it is.
    var tooDeepAt: Int?
}

/// Reads HTML with libxml2, which tells what it meets and builds nothing.
final class PageReader {
    private let metadata = PageMetadataReader()
    private var blocks = PageBlocks()
    private var depth = 0
    private var tooDeepAt: Int?
    private var context: htmlParserCtxtPtr?

    /// The page in these bytes, which are UTF-8.
    static func page(in bytes: UnsafeRawBufferPointer) -> Page {
        let reader = PageReader()
        reader.parse(bytes)
        var page = Page(metadata: reader.metadata.finished(), tooDeepAt: reader.tooDeepAt)
        page.text = reader.blocks.mainText()
        if page.text.isEmpty { page.text = page.metadata.articleBody ?? "" }
        return page
    }

    /// The text of a piece of HTML that is a text and nothing else, as feeds have it; what is no HTML is itself.
    static func text(ofFragment html: String) -> String {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return html }
        return wholeText(ofPage: html)
    }

    /// All text that is in HTML.
    static func wholeText(ofPage html: String) -> String {
        let reader = PageReader()
        var html = html
        html.withUTF8 { reader.parse(UnsafeRawBufferPointer($0)) }
        return reader.blocks.wholeText()
    }

    private func parse(_ bytes: UnsafeRawBufferPointer) {
        var handler = htmlSAXHandler()
        dixit_sax2(&handler)
        handler.startElement = startPageElement
        handler.endElement = endPageElement
        handler.characters = takePageText
        handler.cdataBlock = takePageText
        handler.ignorableWhitespace = takePageText
        handler.serror = ignoreError
        let own = Unmanaged.passUnretained(self).toOpaque()
        context = htmlCreatePushParserCtxt(&handler, own, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
        guard let context else { return }
        htmlCtxtUseOptions(
            context, Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
        var start = 0
        while start < bytes.count, tooDeepAt == nil {
            let count = min(1 << 16, bytes.count - start)
            htmlParseChunk(
                context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self).advanced(by: start), Int32(count), 0)
            start += count
        }
        if tooDeepAt == nil { htmlParseChunk(context, nil, 0, 1) }
        htmlFreeParserCtxt(context)
        self.context = nil
        blocks.flush()
    }

    fileprivate func start(_ name: String, _ attributes: [String: String]) {
        depth += 1
        if depth > MarkupDepth.deepest, tooDeepAt == nil {
            tooDeepAt = context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 1
            xmlStopParser(context)
            return
        }
        metadata.start(name, attributes)
        blocks.start(name, attributes)
    }

    fileprivate func end(_ name: String) {
        depth -= 1
        metadata.end(name)
        blocks.end(name)
    }

    fileprivate func take(_ text: UnsafeBufferPointer<UInt8>) {
        metadata.take(text)
        blocks.take(text)
    }
}

private func reader(_ context: UnsafeMutableRawPointer?) -> PageReader? {
    context.map { Unmanaged<PageReader>.fromOpaque($0).takeUnretainedValue() }
}

private func startPageElement(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    guard let name else { return }
    var values: [String: String] = [:]
    var next = attributes
    while let pair = next, let key = pair[0] {
        values[String(cString: key).lowercased()] = pair[1].map { String(cString: $0) } ?? ""
        next = pair + 2
    }
    reader(context)?.start(String(cString: name).lowercased(), values)
}

private func endPageElement(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
    guard let name else { return }
    reader(context)?.end(String(cString: name).lowercased())
}

private func takePageText(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    reader(context)?.take(UnsafeBufferPointer(start: text, count: Int(count)))
}

/// Pages are never without errors.
private func ignoreError(_ context: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {}
