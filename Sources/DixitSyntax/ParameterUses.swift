// Which parameters a query asks for, and how it looks with their values.

/// The `$names` in a text of the language.
package enum ParameterUses {
    /// The names of the parameters that stand in a text, each once, without the `$`.
    package static func names(in text: String) -> [String] {
        var lexer = Lexer(SourceText(text))
        lexer.read()
        var names: [String] = []
        for token in lexer.tokens where token.kind == .parameter {
            let name = String(lexer.source.text(token.range).dropFirst())
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The text with each `$name` replaced that a text is given for; what stands in quotation marks stays as it is.
    package static func replaced(in text: String, by value: (_ name: String) -> String?) -> String {
        var lexer = Lexer(SourceText(text))
        lexer.read()
        var bytes = Array(text.utf8)
        for token in lexer.tokens.reversed() where token.kind == .parameter {
            guard let value = value(String(lexer.source.text(token.range).dropFirst())) else { continue }
            bytes.replaceSubrange(token.range.start..<token.range.end, with: value.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
