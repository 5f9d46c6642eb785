// The queries that were typed, in this session and in earlier ones.

/// What the arrow keys go through; written to a file unless that is left off.
struct History {
    /// Nil where nothing is kept: `--no-history`, no home, no terminal.
    private var file: HistoryFile?
    private(set) var entries: [String] = []
    /// Whether lines are kept at all: `.history off`.
    var isOn = true

    init(_ file: HistoryFile? = nil) {
        self.file = file
        entries = file?.load() ?? []
    }

    /// One entry a query, each once; a space before it keeps it out, so that sources can be protected.
    mutating func remember(_ text: String) {
        guard isOn, text.first?.isWhitespace == false else { return }
        let entry = text.trimmedAtEnd
        let isLast = entries.last == entry
        entries = HistoryFile.latest(entries + [entry])
        if !isLast { file?.append(entry) }
    }

    mutating func clear() {
        entries = []
        file?.clear()
    }
}

extension String {
    /// Without the blanks and line ends behind it.
    var trimmedAtEnd: String {
        var text = Substring(self)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
