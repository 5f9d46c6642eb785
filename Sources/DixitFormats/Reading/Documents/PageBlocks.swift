// The blocks of text of a web page, and which of them are its main text.

/// Gathers the paragraphs of a page with what is around them.
///
/// Main text is what the page itself says is the body of an article (`itemprop="articleBody"`), else its longest `<article>`, else its
/// `<main>`, else everything. Navigation, asides, forms, comments and the like are left out wherever they stand, and so are
/// blocks that are nothing but links.
struct PageBlocks {
    private struct Block {
        let text: [UInt8]
        /// Which share of its letters is in links.
        let linkedShare: Double
        let article: Int
        let isBody: Bool
        let isMain: Bool
    }

    private struct Element {
        let name: String
        let isSkipped: Bool
        let article: Int
        let isBody: Bool
        let isMain: Bool
        let isLink: Bool
    }

    private var blocks: [Block] = []
    private var elements: [Element] = []
    private var current: [UInt8] = []
    private var linked = 0
    private var letters = 0
    private var articles = 0
    /// Whether a space is due before the next word.
    private var hasSpace = false

    // MARK: Elements

    /// Never text of an article.
    private static let skipped: Set<String> = [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video",
        "select",
        "option", "button", "textarea", "nav", "aside", "footer", "dialog", "menu", "head", "figcaption",
    ]
    /// What begins a line of its own; everything else stands within one.
    private static let blockElements: Set<String> = [
        "html", "body", "p", "div", "section", "article", "main", "header", "ul", "ol", "li", "dl", "dt", "dd",
        "blockquote",
        "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "figure", "address", "hr", "center",
        "details",
        "summary", "form", "fieldset", "time",
    ]
    private static let skippedRoles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
        "toolbar",
    ]
    /// Names of classes and ids that say what is around an article; also at the beginning of a name: `share-buttons`.
    private static let skippedClasses: Set<String> = [
        "nav", "navbar", "navigation", "menu", "sidebar", "footer", "comment", "comments", "share", "sharing", "social",
        "related",
        "recommended", "recommendations", "newsletter", "cookie", "cookies", "consent", "breadcrumb", "breadcrumbs",
        "advert",
        "advertisement", "ads", "promo", "sponsored", "subscribe", "paywall", "popup", "modal", "widget", "tags",
        "skip-link",
    ]

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == "br" {
            if isTaken { newLine() }
            return
        }
        let outer = elements.last
        if Self.blockElements.contains(name) || Self.skipped.contains(name) { flush() }
        if name == "article" { articles += 1 }
        let isInText = outer.map { $0.article > 0 || $0.isMain || $0.isBody } ?? false
        let isSkipped =
            outer?.isSkipped ?? false || Self.skipped.contains(name) || name == "header" && !isInText
            || Self.isAside(name, attributes)
        let isTheText = attributes["itemprop"].map { $0.split(separator: " ").contains("articleBody") } ?? false
        elements.append(
            Element(
                name: name, isSkipped: isSkipped, article: name == "article" ? articles : outer?.article ?? 0,
                isBody: outer?.isBody ?? false || isTheText,
                isMain: outer?.isMain ?? false || name == "main" || attributes["role"] == "main",
                isLink: outer?.isLink ?? false || name == "a"))
    }

    mutating func end(_ name: String) {
        guard let index = elements.lastIndex(where: { $0.name == name }) else { return }
        if Self.blockElements.contains(name) || Self.skipped.contains(name) { flush() }
        elements.removeSubrange(index...)
    }

    private static func isAside(_ name: String, _ attributes: [String: String]) -> Bool {
        if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
        if let role = attributes["role"], skippedRoles.contains(role) { return true }
        if let style = attributes["style"], style.replacing(" ", with: "").contains("display:none") { return true }
        if ["html", "body", "article", "main"].contains(name) { return false }
        return [attributes["class"], attributes["id"]].compactMap { $0 }.contains { names in
            names.lowercased().split(whereSeparator: \.isWhitespace).contains { name in
                skippedClasses.contains(String(name))
                    || skippedClasses.contains(String(name.prefix { $0 != "-" && $0 != "_" }))
            }
        }
    }

    // MARK: Text

    private var isTaken: Bool { !(elements.last?.isSkipped ?? false) }

    mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
        guard isTaken else { return }
        let isLink = elements.last?.isLink ?? false
        let isKept = elements.contains { $0.name == "pre" }
        for byte in text {
            if byte == UInt8(ascii: "\n"), isKept {
                newLine()
            } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
                hasSpace = true
            } else {
                if hasSpace, let last = current.last, last != UInt8(ascii: "\n") { current.append(0x20) }
                hasSpace = false
                current.append(byte)
                letters += 1
                if isLink { linked += 1 }
            }
        }
    }

    private mutating func newLine() {
        if !current.isEmpty { current.append(UInt8(ascii: "\n")) }
        hasSpace = false
    }

    /// Ends the block that is being gathered.
    mutating func flush() {
        defer {
            current = []
            linked = 0
            letters = 0
            hasSpace = false
        }
        while current.last == UInt8(ascii: "\n") { current.removeLast() }
        guard !current.isEmpty else { return }
        let place = elements.last
        blocks.append(
            Block(
                text: current, linkedShare: Double(linked) / Double(max(1, letters)), article: place?.article ?? 0,
                isBody: place?.isBody ?? false,
                isMain: place?.isMain ?? false))
    }

    // MARK: Main text

    func wholeText() -> String { Self.joined(blocks[...]) }

    func mainText() -> String {
        // Words and punctuation in a link are a pointer to another page: «Lire aussi …».
        let texts = blocks.filter { $0.linkedShare < 0.9 }
        let body = texts.filter(\.isBody)
        if Self.size(body) > 0 { return Self.joined(body[...]) }
        var sizes: [Int: Int] = [:]
        for block in texts where block.article > 0 { sizes[block.article, default: 0] += block.text.count }
        let all = sizes.values.reduce(0, +)
        // A page with many short articles is a list of them, and all of it the text.
        if let (longest, size) = sizes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), size * 2 > all {
            return Self.joined(texts.filter { $0.article == longest }[...])
        }
        let main = texts.filter(\.isMain)
        if Self.size(main) > 0 { return Self.joined(main[...]) }
        return Self.joined(texts.filter { $0.linkedShare <= 0.5 || $0.text.count > 200 }[...])
    }

    private static func size(_ blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.text.count } }

    private static func joined(_ blocks: ArraySlice<Block>) -> String {
        String(decoding: Array(blocks.map(\.text).joined(separator: [0x0A, 0x0A])), as: UTF8.self)
    }
}
