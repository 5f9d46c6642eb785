// Paths that begin with what has been typed, for Tab after `.read`.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

enum FileNames {
    /// Files and folders, folders with a `/` behind; hidden ones only for a word that begins with a dot.
    ///
    /// `Exam` gives `Examples/`; a name with a space is left out, for it would be two words.
    static func beginning(with word: some StringProtocol) -> [String] {
        let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
        let start = word.dropFirst(folder.count)
        guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
        defer { closedir(directory) }
        var found: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            guard name.hasPrefix(start), start.hasPrefix(".") || !name.hasPrefix("."), !name.contains(" ") else {
                continue
            }
            let path = folder + name
            var status = stat()
            let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            found.append(isFolder ? path + "/" : path)
        }
        return found.sorted()
    }
}
