// A folder to write into that holds nothing of anybody else's.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

enum OutputFolder {
    /// Makes a folder, or takes one that is empty.
    static func make(_ path: String) throws(OutputProblem) {
        if mkdir(path, 0o777) == 0 { return }
        let reason = errno
        guard reason == EEXIST, let stream = opendir(path) else {
            throw .failed(path: path, reason: String(cString: strerror(reason)))
        }
        defer { closedir(stream) }
        var entries = 0
        while readdir(stream) != nil { entries += 1 }
        // `.` and `..`
        if entries > 2 { throw .failed(path: path, reason: String(cString: strerror(ENOTEMPTY))) }
    }
}
