// A program at a terminal: keys go in, what the screen shows comes out.

public import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program that runs with a pseudo-terminal as its controlling terminal, so that Ctrl-C is Ctrl-C.
public final class PseudoTerminal {
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    private let descriptor: Int32
    private let process: pid_t
    /// What came from the program and has not been looked at.
    private var unread = ""
    private var bytes: [UInt8] = []
    private var status: Int32?

    /// What a test waits for at most; only a failing test waits so long.
    private static let patience: TimeInterval = 30

    public init(
        _ program: Program, _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil,
        columns: UInt16 = 100
    ) throws {
        var terminal: Int32 = -1
        var screen: Int32 = -1
        var name = [CChar](repeating: 0, count: 256)
        var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&terminal, &screen, &name, nil, &size) == 0 else {
            throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
        }
        // Closed only after the program has it, or the terminal would hang up before.
        defer { close(screen) }
        descriptor = terminal
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(screen, F_SETFD, FD_CLOEXEC)
        let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        process = try Self.spawn(
            program.path, arguments, terminal: path,
            environment: Program.environment.merging(environment) { $1 }, folder: folder ?? Golden.packageFolder())
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            var ignored: Int32 = 0
            waitpid(process, &ignored, 0)
        }
        close(descriptor)
    }

    /// In a session of its own, the first terminal opened becomes its controlling one.
    private static func spawn(
        _ path: String, _ arguments: [String], terminal: String, environment: [String: String], folder: URL
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads that tests run on block signals, which the program would inherit.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
        // The C library's header shows no way to change the folder, so a shell does it and becomes the program.
        let command = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, path] + arguments
        var argv = command.map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var process = pid_t()
        let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, &argv, &envp)
        guard code == 0 else { throw Failure(description: "\(path): \(String(cString: strerror(code)))") }
        return process
    }

    /// POSIX_SPAWN_SETSID, which the C library's header hides.
    private static var newSession: Int16 {
        #if canImport(Darwin)
            0x400
        #else
            0x80
        #endif
    }

    /// Keys as they are typed.
    public func type(_ keys: String) throws {
        var rest = Array(keys.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure(description: "the program is gone") }
            rest = rest.dropFirst(count)
        }
    }

    /// Waits until the screen shows a text, and gives what it showed before and with it.
    @discardableResult
    public func expect(_ text: String) throws -> String {
        let deadline = Date(timeIntervalSinceNow: Self.patience)
        while true {
            if let found = unread.range(of: text) {
                let seen = String(unread[..<found.upperBound])
                unread = String(unread[found.upperBound...])
                return seen
            }
            guard Date() < deadline, try readMore(until: deadline) else {
                throw Failure(description: "“\(text)” did not come; the screen showed:\n\(unread)")
            }
        }
    }

    /// Waits for the end of the program: its exit code, or 128 and the signal.
    public func waitForExit() throws -> Int32 {
        let deadline = Date(timeIntervalSinceNow: Self.patience)
        while try readMore(until: deadline) {}
        var raw: Int32 = 0
        guard Date() < deadline, waitpid(process, &raw, 0) == process else {
            throw Failure(description: "the program goes on; the screen showed:\n\(unread)")
        }
        let code = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
        status = code
        return code
    }

    /// What came and was not expected.
    public var rest: String { unread }

    /// False at the end.
    private func readMore(until deadline: Date) throws -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let left = max(0, deadline.timeIntervalSinceNow)
        guard poll(&waiting, 1, Int32(left * 1000)) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        // A character or an escape sequence may be cut in two.
        if String(validating: bytes, as: UTF8.self) != nil, let text = Self.plain(bytes) {
            unread += text
            bytes = []
        }
        return true
    }

    /// Without escape sequences (`ESC [ … letter`), bells and returns; nil where one is cut off at the end.
    private static func plain(_ bytes: [UInt8]) -> String? {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x1B:
                guard index < bytes.count else { return nil }
                guard bytes[index] == UInt8(ascii: "[") else { continue }
                index += 1
                while index < bytes.count, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
                guard index < bytes.count else { return nil }
                index += 1
            case 0x07, 0x0D: continue
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
