// Runs a program of the package as a user runs it.

public import Foundation

/// A program that was built together with the tests.
public struct Program: Sendable {
    /// What a run left.
    public struct Outcome: Sendable {
        public let status: Int32
        /// The signal that ended it, if one did.
        public let signal: Int32?
        public let outputBytes: [UInt8]
        public let error: String

        public var output: String { String(decoding: outputBytes, as: UTF8.self) }
    }

    public let path: String

    /// - Parameter name: of an executable: `dixit`.
    public init(_ name: String) {
        path = Self.buildFolder.appendingPathComponent(name).path
    }

    /// - Parameter executable: the path of a program of the system.
    public init(executable: String) {
        path = executable
    }

    /// Beside the tests' own executable.
    public static var buildFolder: URL {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let folder = own.path.hasPrefix("/proc/") ? Bundle.main.bundleURL : own
        return folder.deletingLastPathComponent()
    }

    /// What every test runs with: a language, no colours, no start-up files of whoever runs the tests.
    public static let environment = [
        "LC_ALL": "C.UTF-8", "TERM": "xterm", "INPUTRC": "/dev/null", "PATH": "/usr/bin:/bin", "PAGER": "cat",
    ]

    /// Runs to the end.
    ///
    /// - Parameters:
    ///   - input: on standard input; nil for nothing there.
    ///   - folder: the working folder; nil for that of the package.
    public func run(
        _ arguments: [String],
        input: String? = nil,
        environment: [String: String] = [:],
        in folder: URL? = nil
    ) throws -> Outcome {
        let scratch = try TemporaryFolder()
        let (output, error) = (scratch.url.appendingPathComponent("out"), scratch.url.appendingPathComponent("err"))
        for file in [output, error] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = Self.environment.merging(environment) { $1 }
        process.currentDirectoryURL = folder ?? Golden.packageFolder()
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        if let input {
            let file = scratch.url.appendingPathComponent("in")
            try Data(input.utf8).write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Outcome(
            status: process.terminationStatus,
            signal: isSignal ? process.terminationStatus : nil,
            outputBytes: Array(try Data(contentsOf: output)),
            error: String(decoding: try Data(contentsOf: error), as: UTF8.self)
        )
    }
}

/// A folder that is gone with the value.
public final class TemporaryFolder: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("dixit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    public var path: String { url.path }

    /// Writes a file, its folders too, and gives its path.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    public func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
    }
}
