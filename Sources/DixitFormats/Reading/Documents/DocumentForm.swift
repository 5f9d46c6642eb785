// The forms of files that documents come in.

/// A form of files with documents in them.
public enum DocumentForm: String, CaseIterable, Sendable {
    /// A text, to the letter: `.txt`, `.text`.
    case text
    /// One object a line: `.jsonl`, `.ndjson`.
    case jsonl
    /// An object, a list of objects, or an object with such a list: `.json`.
    case json
    /// A table with a header: `.csv`, `.tsv`.
    case csv
    /// A page, of which the main text is taken: `.html`, `.htm`, `.xhtml`.
    case html
    /// A text in Markdown, with what is known of it before it: `.md`, `.markdown`.
    case markdown
    /// Entries of RSS or Atom: `.rss`, `.atom`, `.xml`.
    case feed
    /// An archive of files of these forms.
    case zip

    /// The ends of the names of such files.
    public var extensions: [String] {
        switch self {
        case .text: ["txt", "text"]
        case .jsonl: ["jsonl", "ndjson"]
        case .json: ["json"]
        case .csv: ["csv", "tsv"]
        case .html: ["html", "htm", "xhtml"]
        case .markdown: ["md", "markdown"]
        case .feed: ["rss", "atom", "xml"]
        case .zip: ["zip"]
        }
    }

    /// Whether such a file is one document, which is called like the file.
    var isOneDocument: Bool {
        switch self {
        case .text, .html, .markdown: true
        case .jsonl, .json, .csv, .feed, .zip: false
        }
    }

    /// Whether such a file is in memory while it is read.
    var isReadWhole: Bool { isOneDocument || self == .json }

    /// The form of a file by its name, packed or not: `news.jsonl.gz`; nil for names that say nothing.
    package init?(fileName name: String) {
        let bytes = name.utf8
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        var ending = name[bytes.index(after: dot)...].lowercased()
        if ending == "gz" {
            guard let inner = bytes[..<dot].lastIndex(of: UInt8(ascii: ".")) else { return nil }
            ending = name[bytes.index(after: inner)..<dot].lowercased()
        }
        guard let form = Self.byExtension[ending] else { return nil }
        self = form
    }

    private static let byExtension = Dictionary(
        allCases.flatMap { form in form.extensions.map { ($0, form) } }, uniquingKeysWith: { first, _ in first })

    /// The name of a file without what says its form: `2016/a` of `2016/a.txt.gz`.
    static func withoutExtension(_ path: String) -> String {
        let unpacked = path.lowercased().hasSuffix(".gz") ? path.dropLast(3) : path[...]
        return String(unpacked.lastIndex(of: ".").map { unpacked[..<$0] } ?? unpacked)
    }
}
