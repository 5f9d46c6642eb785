// Text as HTML: what a document or a question says is text, whatever it looks like.

/// Escaping for the content of elements and for attributes in double quotation marks.
enum HTMLText {
    /// `<b> & co` is `&lt;b&gt; &amp; co`; control characters, which HTML forbids, become U+FFFD.
    ///
    /// - Complexity: linear in the number of bytes.
    static func escaped(_ text: String) -> String {
        // Controls are below 0x20, 0x7F, and the second bytes 0x80…0x9F after 0xC2.
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= 0x20 && byte != 0x7F && byte != 0xC2 && !specials.contains(byte)
        }
        if isPlain { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\n", "\t": result.append(scalar)
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static let specials = Array("&<>\"".utf8)
}
