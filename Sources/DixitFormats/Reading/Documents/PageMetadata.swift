// What a web page says of itself: in meta tags, Open Graph, JSON-LD and <time>.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is known of an article from its page.
struct PageMetadata {
    var title: String?
    var date: String?
    var outlet: String?
    var url: String?
    /// The text, where JSON-LD has it.
    var articleBody: String?
}

/// Reads the head of a page, and what else says who published it and when.
final class PageMetadataReader {
    private var named: [String: String] = [:]
    private var canonical: String?
    private var time: String?
    private var gathered: (name: String, bytes: [UInt8])?
    private var titleElement: String?
    private var heading: String?
    private var linked = PageMetadata()

    /// As much of a title or of JSON-LD as anybody writes.
    private static let longest = 1 << 20

    private static let dateNames = [
        "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
        "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date",
        "parsely-pub-date",
        "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
    ]

    func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "meta":
            let key = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
            if let key = key?.lowercased(), let content = Self.cleaned(attributes["content"]), named[key] == nil {
                named[key] = content
            }
        case "link":
            let kinds = attributes["rel"]?.lowercased().split(separator: " ") ?? []
            if kinds.contains("canonical"), canonical == nil { canonical = Self.cleaned(attributes["href"]) }
        case "time":
            if time == nil || attributes["itemprop"] == "datePublished" {
                time = Self.cleaned(attributes["datetime"]) ?? time
            }
        case "script" where attributes["type"]?.lowercased().contains("ld+json") == true: gathered = (name, [])
        case "title" where titleElement == nil: gathered = (name, [])
        case "h1" where heading == nil: gathered = (name, [])
        default: break
        }
    }

    func take(_ text: UnsafeBufferPointer<UInt8>) {
        if let count = gathered?.bytes.count, count + text.count < Self.longest { gathered?.bytes += text }
    }

    func end(_ name: String) {
        guard let (wanted, bytes) = gathered, wanted == name else { return }
        gathered = nil
        let text = String(decoding: bytes, as: UTF8.self)
        switch name {
        case "title": titleElement = Self.cleaned(text)
        case "h1": heading = Self.cleaned(text)
        default: linked.add(LinkedArticle.read(Data(bytes)))
        }
    }

    func finished() -> PageMetadata {
        var result = PageMetadata()
        result.outlet = named["og:site_name"] ?? linked.outlet ?? named["dc.publisher"] ?? named["publisher"]
        result.title = named["og:title"] ?? linked.title ?? named["twitter:title"] ?? heading ?? titleElement
        result.date = linked.date ?? Self.dateNames.lazy.compactMap { self.named[$0] }.first ?? time
        result.url = canonical ?? named["og:url"] ?? linked.url
        result.articleBody = linked.articleBody
        // «Le port rouvre - Le Quai» is the title of the page; that of the article has no outlet.
        if let title = result.title, let outlet = result.outlet {
            for sign in [" - ", " | ", " – ", " — ", " : "] where title.hasSuffix(sign + outlet) {
                result.title = String(title.dropLast(sign.count + outlet.count))
                break
            }
        }
        return result
    }

    /// Without spaces around, runs of them as one; nil for nothing.
    private static func cleaned(_ text: String?) -> String? {
        let words = text?.split(whereSeparator: \.isWhitespace) ?? []
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

extension PageMetadata {
    /// Takes what is not known yet.
    fileprivate mutating func add(_ other: PageMetadata?) {
        guard let other else { return }
        title = title ?? other.title
        date = date ?? other.date
        outlet = outlet ?? other.outlet
        url = url ?? other.url
        articleBody = articleBody ?? other.articleBody
    }
}

/// An article in JSON-LD (schema.org), alone, in a list or in a graph.
private struct LinkedArticle: Decodable {
    private var metadata: PageMetadata?

    static func read(_ json: Data) -> PageMetadata? {
        (try? JSONDecoder().decode(LinkedArticle.self, from: json))?.metadata
    }

    init(from decoder: any Decoder) throws {
        if var list = try? decoder.unkeyedContainer() {
            metadata = Self.first(in: &list)
            return
        }
        let object = try decoder.container(keyedBy: RecordKey.self)
        if var graph = try? object.nestedUnkeyedContainer(forKey: RecordKey("@graph")) {
            metadata = Self.first(in: &graph)
            return
        }
        let types = Self.texts("@type", object)
        guard types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0.hasSuffix("Report") })
        else { return }
        var found = PageMetadata()
        found.title = Self.texts("headline", object).first ?? Self.texts("name", object).first
        found.date = Self.texts("datePublished", object).first ?? Self.texts("dateCreated", object).first
        found.url = Self.texts("url", object).first
        found.articleBody = Self.texts("articleBody", object).first
        if let publisher = try? object.nestedContainer(keyedBy: RecordKey.self, forKey: RecordKey("publisher")) {
            found.outlet = Self.texts("name", publisher).first
        }
        metadata = found
    }

    private static func first(in list: inout any UnkeyedDecodingContainer) -> PageMetadata? {
        while !list.isAtEnd {
            guard let element = try? list.decode(Attempt.self) else { return nil }
            if let metadata = element.article?.metadata { return metadata }
        }
        return nil
    }

    /// An element that may be anything.
    private struct Attempt: Decodable {
        let article: LinkedArticle?
        init(from decoder: any Decoder) { article = try? LinkedArticle(from: decoder) }
    }

    private static func texts(_ name: String, _ object: KeyedDecodingContainer<RecordKey>) -> [String] {
        let key = RecordKey(name)
        if let text = try? object.decode(String.self, forKey: key) { return text.isEmpty ? [] : [text] }
        return (try? object.decode([String].self, forKey: key)) ?? []
    }
}
