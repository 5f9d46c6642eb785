// A text that somebody changes in an editor of theirs.

import DixitFormats

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A query on its way through `$VISUAL`, in a file that nobody else can read and that is gone afterwards.
struct EditedText {
    /// What came back, without the line end that editors add; nil where the editor failed.
    let text: String?

    init(_ text: String, with editor: String) throws(OutputProblem) {
        let folder = Terminal.environment("TMPDIR") ?? "/tmp"
        var template = Array("\(folder)/dixit-XXXXXX.dixit".utf8CString)
        let descriptor = mkstemps(&template, 6)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw .failed(path: path, reason: String(cString: strerror(errno))) }
        defer { unlink(path) }
        let bytes = Array((text + "\n").utf8)
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        guard written == bytes.count else { throw .failed(path: path, reason: String(cString: strerror(errno))) }
        guard ChildProcess.run(editor, onFile: path) == 0 else {
            self.text = nil
            return
        }
        switch TextFile.read(path) {
        case .success(let edited):
            var edited = Substring(edited)
            while edited.last?.isNewline == true { edited.removeLast() }
            self.text = String(edited)
        case .failure(.empty): self.text = ""
        case .failure: self.text = nil
        }
    }
}
