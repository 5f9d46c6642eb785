// The forms that an answer can take.

/// How an answer is written.
public enum AnswerFormat: String, Hashable, Sendable, CaseIterable {
    /// Columns in line, for readers.
    case table
    /// Names and values under each other, a block a row.
    case list
    /// A concordance: a line for each place where the words asked for stand, aligned on them.
    case kwic
    /// Groups by two keys, the values of the last across.
    case pivot
    /// Groups as bars, or as a time line where the key is a date; for a screen.
    case chart
    /// An array of objects, one line each.
    case json
    /// One object a line.
    case jsonl
    /// RFC 4180.
    case csv
    /// What a spreadsheet in French opens with a double click: `;`, a decimal comma, and marked as UTF-8.
    case excel
    /// Tab-separated values, as they are pasted.
    case tsv
    /// A table of GitHub-flavoured Markdown.
    case markdown
    /// A table of HTML.
    case html

    /// By the extension of a file to be written: `answers.json`, `answers.md`; nil for one that says nothing.
    public init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "json": self = .json
        case "jsonl", "ndjson": self = .jsonl
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "txt": self = .table
        case "md", "markdown": self = .markdown
        case "html", "htm": self = .html
        default: return nil
        }
    }

    /// Whether it is read as it stands, so that tables want a line between them.
    var isForReaders: Bool {
        switch self {
        case .table, .list, .kwic, .pivot, .chart: true
        case .json, .jsonl, .csv, .excel, .tsv, .markdown, .html: false
        }
    }

    /// Whether it only says how rows are arranged, and the form of the file is another matter: `as pivot` in a `.csv`.
    public var isArrangement: Bool { self == .pivot }
}
