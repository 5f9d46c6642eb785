// Parameters of a query shown with their values.

/// A query for readers: values stand where the parameters are.
package enum ParameterUses {
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
