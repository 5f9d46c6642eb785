// Other programs that the prompt works with: a pager, an editor.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A command of the shell at the same terminal that reads what it is given. Ctrl-C is for that program meanwhile.
struct ChildProcess {
    private let send: ([UInt8]) -> Bool
    private let end: () -> Void

    /// - Parameter environment: variables for the command that are set unless they are there.
    /// - Returns: Nil where it could not be started.
    init?(_ command: String, environment: [String: String] = [:]) {
        for (name, value) in environment { setenv(name, value, 0) }
        guard let pipe = popen(command, "w") else { return nil }
        let before = signal(SIGINT, SIG_IGN)
        send = { bytes in
            let count = bytes.withUnsafeBytes {
                $0.baseAddress.map { start in fwrite(start, 1, bytes.count, pipe) } ?? 0
            }
            return count == bytes.count && fflush(pipe) == 0
        }
        end = {
            pclose(pipe)
            signal(SIGINT, before)
        }
    }

    /// Waits until it has read the bytes; false when it reads no more.
    func write(_ bytes: [UInt8]) -> Bool { send(bytes) }

    /// Waits until it ends.
    func wait() { end() }

    /// Whether the shell knows the first word of a command.
    static func isKnown(_ command: String) -> Bool {
        let word = command.split(separator: " ").first ?? ""
        return run("command -v >/dev/null 2>&1", onFile: String(word)) == 0
    }

    /// Runs a command with the path of a file as its last argument.
    ///
    /// - Returns: Its exit code; nil where it could not be started.
    static func run(_ command: String, onFile path: String) -> Int32? {
        // By way of a variable the path needs no quoting.
        setenv("DIXIT_FILE", path, 1)
        defer { unsetenv("DIXIT_FILE") }
        let status = system("\(command) \"$DIXIT_FILE\"")
        if status < 0 { return nil }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}
