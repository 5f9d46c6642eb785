// Where the program keeps what is a reader's own, as the XDG Base Directory Specification has it.

import DixitFormats

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Folders of the reader; each is nil where there is no home.
enum UserFolders {
    /// `~/.config/dixit`: the start-up file.
    static var configuration: String? { folder("XDG_CONFIG_HOME", ".config") }
    /// `~/.local/share/dixit`: saved queries.
    static var data: String? { folder("XDG_DATA_HOME", ".local/share") }
    /// `~/.local/state/dixit`: the history.
    static var state: String? { folder("XDG_STATE_HOME", ".local/state") }

    private static func folder(_ variable: String, _ standard: String) -> String? {
        let base = Terminal.environment(variable) ?? Terminal.environment("HOME").map { "\($0)/\(standard)" }
        return base.map { $0 + "/dixit" }
    }

    /// Makes the folder of a file, for nobody else to look into.
    static func makeFolder(of path: String) {
        var folder = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += part + "/"
            mkdir(folder, 0o700)
        }
    }
}

/// Queries that were kept under a name, each a script in a file of its own.
struct SavedQueries {
    let folder: String

    /// `$XDG_DATA_HOME/dixit/saved`; nil where there is no home.
    static var standard: SavedQueries? { UserFolders.data.map { SavedQueries(folder: $0 + "/saved") } }

    private static let ending = ".dixit"

    /// A name is part of a path, so it is letters, digits, `_` and `-`.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 100
            && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    }

    func path(of name: String) -> String { "\(folder)/\(name)\(Self.ending)" }

    var names: [String] {
        let paths = FileNames.beginning(with: folder + "/").filter { $0.hasSuffix(Self.ending) }
        return paths.map { String($0.dropFirst(folder.count + 1).dropLast(Self.ending.count)) }
    }

    /// Nil where there is none of that name, or none that can be read.
    func script(_ name: String) -> String? {
        guard Self.isName(name), case .success(let text) = TextFile.read(path(of: name)) else { return nil }
        return text
    }

    func save(_ script: String, as name: String) throws(OutputProblem) {
        let path = path(of: name)
        UserFolders.makeFolder(of: path)
        let file = try OutputFile(path: path)
        do throws(OutputProblem) {
            try file.write(script)
        } catch {
            file.discard()
            throw error
        }
        try file.commit()
    }

    func remove(_ name: String) -> Bool { Self.isName(name) && unlink(path(of: name)) == 0 }
}
