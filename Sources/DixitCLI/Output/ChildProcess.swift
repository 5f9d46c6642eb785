// Other programs that the prompt works with: a pager, an editor.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs a command of the shell at the same terminal and waits for it. Ctrl-C is for that program meanwhile.
enum ChildProcess {
    /// The exit code of a shell that knows no such command.
    static let unknownCommand: Int32 = 127

    /// Hands a text to the standard input of a command, for as long as it reads.
    ///
    /// - Parameter environment: variables for the command that are set unless they are there.
    /// - Returns: Its exit code; nil where it could not be started.
    static func run(_ command: String, input: [UInt8], environment: [String: String] = [:]) -> Int32? {
        for (name, value) in environment { setenv(name, value, 0) }
        guard let pipe = popen(command, "w") else { return nil }
        let before = signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, before) }
        input.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { _ = fwrite(start, 1, bytes.count, pipe) }
        }
        return exitCode(of: pclose(pipe))
    }

    /// Runs a command with the path of a file as its last argument.
    static func run(_ command: String, onFile path: String) -> Int32? {
        // By way of a variable the path needs no quoting.
        setenv("DIXIT_FILE", path, 1)
        defer { unsetenv("DIXIT_FILE") }
        return exitCode(of: system("\(command) \"$DIXIT_FILE\""))
    }

    private static func exitCode(of status: Int32) -> Int32? {
        if status < 0 { return nil }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}
