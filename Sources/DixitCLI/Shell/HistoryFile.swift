// The queries of earlier sessions. They may name sources, so nobody else can read the file.

import DixitFormats

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One query a line; the line ends inside a query are written `\n`.
struct HistoryFile {
    let path: String

    /// Queries that are kept.
    static let limit = 1000

    /// `$XDG_STATE_HOME/dixit/history`; nil where there is no home.
    static var standard: HistoryFile? {
        UserFolders.state.map { HistoryFile(path: $0 + "/history") }
    }

    /// The queries, oldest first, each once.
    func load() -> [String] {
        guard case .success(let text) = TextFile.read(path) else { return [] }
        let lines = text.split(separator: "\n")
        let entries = Self.latest(lines.map { Self.decoded($0) })
        if lines.count > 2 * Self.limit { rewrite(entries) }
        return entries
    }

    /// Adds a query at the end. A history that cannot be written is no reason to stop.
    func append(_ entry: String) {
        UserFolders.makeFolder(of: path)
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        fchmod(descriptor, 0o600)
        let bytes = Array((Self.encoded(entry) + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    /// Forgets everything.
    func clear() { rewrite([]) }

    private func rewrite(_ entries: [String]) {
        do throws(OutputProblem) {
            let file = try OutputFile(path: path)
            try file.write(entries.map { Self.encoded($0) + "\n" }.joined())
            try file.commit()
        } catch {
            return
        }
    }

    /// The latest of those that are the same, at most ``limit``.
    static func latest(_ entries: [String]) -> [String] {
        var seen: Set<String> = []
        let kept = entries.reversed().filter { seen.insert($0).inserted }
        return kept.prefix(limit).reversed()
    }

    static func encoded(_ entry: String) -> String {
        var line = ""
        for character in entry.unicodeScalars {
            switch character {
            case "\n": line += "\\n"
            case "\\": line += "\\\\"
            default: line.unicodeScalars.append(character)
            }
        }
        return line
    }

    static func decoded(_ line: some StringProtocol) -> String {
        var entry = String.UnicodeScalarView()
        var isEscaped = false
        for character in line.unicodeScalars {
            if isEscaped {
                entry.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                entry.append(character)
            }
        }
        return String(entry)
    }
}
