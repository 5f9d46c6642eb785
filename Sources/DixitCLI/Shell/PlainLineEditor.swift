// Lines as they come: from a pipe, a terminal that can only print, or where there is no readline.

import Dixit
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads lines without editing them.
struct PlainLineEditor: LineEditor {
    let isTerminal: Bool

    /// What was read behind the last line.
    private static let rest = Mutex<[UInt8]>([])

    func readLine(prompt: String, prefill: String?, completer: @escaping LineCompleter) -> LineInput {
        Interrupt.reset()
        if isTerminal {
            // Nothing can be typed ahead for the reader, so it is shown.
            if let prefill, !prefill.isEmpty { StandardError.write("  \(prefill)\n") }
            StandardError.write(prompt)
        }
        while true {
            if let line = Self.takeLine() { return .line(line) }
            if Interrupt.isRaised {
                Interrupt.reset()
                Self.rest.withLock { $0 = [] }
                StandardError.write("\n")
                return .interrupted
            }
            if !Self.waitForInput() { continue }
            var piece = [UInt8](repeating: 0, count: 1 << 12)
            let count = read(STDIN_FILENO, &piece, piece.count)
            if count > 0 {
                Self.rest.withLock { $0 += piece[..<count] }
            } else if count == 0 || errno != EINTR {
                if isTerminal { StandardError.write("\n") }
                return Self.takeRest().map(LineInput.line) ?? .end
            }
        }
    }

    /// False after a while, or when a signal came: one that comes just before would not be seen otherwise.
    private static func waitForInput() -> Bool {
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 100) > 0
    }

    private static func takeLine() -> String? {
        rest.withLock { rest in
            guard let end = rest.firstIndex(of: 0x0A) else { return nil }
            let line = rest[..<end]
            let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            rest.removeSubrange(...end)
            return text
        }
    }

    /// A last line without a line end.
    private static func takeRest() -> String? {
        rest.withLock { rest in
            defer { rest = [] }
            return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
        }
    }

    func setHistory(_ entries: [String]) {}
}
