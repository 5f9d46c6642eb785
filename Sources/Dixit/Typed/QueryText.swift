// A piece of a query with the values that are bound in it.

import DixitSyntax

/// Pieces of the language and values among them. A value that reads well stands in the text; any other is bound.
struct QueryText: Hashable, Sendable {
    private enum Piece: Hashable, Sendable {
        case text(String)
        case value(Parameter)
    }
    private var pieces: [Piece]

    init(_ text: String) { pieces = [.text(text)] }

    private init(pieces: [Piece]) { self.pieces = pieces }

    static func value(_ value: Parameter) -> QueryText { QueryText(pieces: [.value(value)]) }

    /// A text as a value; one with line ends or other characters that show nothing is bound.
    static func value(_ text: String) -> QueryText {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        return isPlain ? QueryText(Formatter.quoted(text)) : value(.text(text))
    }

    /// Texts as a list: a short one is written, a long one bound.
    static func values(_ texts: [String]) -> QueryText {
        let written = texts.map { value($0) }
        guard let first = written.first, texts.count <= 20, written.allSatisfy(\.isText) else {
            return .value(.list(texts.map(Parameter.text)))
        }
        return "(" + written.dropFirst().reduce(first) { $0 + ", " + $1 } + ")"
    }

    private var isText: Bool { pieces.allSatisfy { if case .text = $0 { true } else { false } } }

    static func + (left: QueryText, right: QueryText) -> QueryText { QueryText(pieces: left.pieces + right.pieces) }
    static func + (left: String, right: QueryText) -> QueryText { QueryText(left) + right }
    static func + (left: QueryText, right: String) -> QueryText { left + QueryText(right) }

    /// The whole as a query in canonical form.
    var query: Query {
        var text = ""
        var parameters: [String: Parameter] = [:]
        for piece in pieces {
            switch piece {
            case .text(let words): text += words
            case .value(let value):
                let name = Query.boundName(parameters.count + 1)
                parameters[name] = value
                text += "$" + name
            }
        }
        let parsed = Parser.parse(text)
        if parsed.diagnostics.isEmpty, case .query(let select)? = parsed.script.statements.first?.kind {
            text = Formatter.text(of: select)
        }
        return Query(text: text, parameters: parameters)
    }
}
