// Reads Grammar/dixit.ebnf, the source of the language.

import Foundation
import TestSupport

/// The right side of a production, in the notation of ISO/IEC 14977.
indirect enum Expression {
    case terminal(String)
    /// The name of another production.
    case reference(String)
    /// `? anything but " ?`
    case special(String)
    case sequence([Expression])
    case alternatives([Expression])
    case optional(Expression)
    case repetition(Expression)

    /// The names it refers to.
    var references: [String] {
        switch self {
        case .terminal, .special: []
        case .reference(let name): [name]
        case .sequence(let parts), .alternatives(let parts): parts.flatMap(\.references)
        case .optional(let part), .repetition(let part): part.references
        }
    }
}

/// The productions of a grammar.
struct GrammarFile {
    struct Production {
        let name: String
        /// As it stands in the file, with single spaces.
        let text: String
        let expression: Expression
    }

    private(set) var productions: [Production] = []

    struct SyntaxError: Error { let place: String }

    static func dixit() throws -> GrammarFile {
        let url = Golden.packageFolder().appendingPathComponent("Grammar/dixit.ebnf")
        return try GrammarFile(String(contentsOf: url, encoding: .utf8))
    }

    init(_ text: String) throws {
        var reader = Reader(tokens: try Self.tokens(of: text))
        while reader.current != nil { productions.append(try reader.readProduction()) }
    }

    subscript(name: String) -> Expression? { productions.first { $0.name == name }?.expression }

    private static func tokens(of text: String) throws -> [String] {
        var tokens: [String] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if rest.hasPrefix("(*") {
                guard let end = rest.range(of: "*)") else { throw SyntaxError(place: String(rest.prefix(40))) }
                rest = rest[end.upperBound...]
            } else if first == "\"" || first == "'" || first == "?" {
                guard let end = rest.dropFirst().firstIndex(of: first) else {
                    throw SyntaxError(place: String(rest.prefix(40)))
                }
                tokens.append(String(rest[...end]))
                rest = rest[end...].dropFirst()
            } else if first.isLetter {
                tokens.append(String(rest.prefix { $0.isLetter }))
                rest = rest.drop { $0.isLetter }
            } else {
                tokens.append(String(first))
                rest.removeFirst()
            }
        }
        return tokens
    }

    private struct Reader {
        let tokens: [String]
        var index = 0

        init(tokens: [String]) { self.tokens = tokens }

        var current: String? { index < tokens.count ? tokens[index] : nil }

        mutating func take(_ token: String) throws {
            guard current == token else { throw SyntaxError(place: tokens[index...].prefix(8).joined(separator: " ")) }
            index += 1
        }

        mutating func readProduction() throws -> Production {
            let start = index
            guard let name = current, name.first?.isLetter == true else { throw SyntaxError(place: current ?? "") }
            index += 1
            try take("=")
            let expression = try readAlternatives()
            let text = tokens[start..<index].joined(separator: " ")
            try take(";")
            return Production(name: name, text: text, expression: expression)
        }

        mutating func readAlternatives() throws -> Expression {
            var parts = [try readSequence()]
            while current == "|" {
                index += 1
                parts.append(try readSequence())
            }
            return parts.count == 1 ? parts[0] : .alternatives(parts)
        }

        mutating func readSequence() throws -> Expression {
            var parts: [Expression] = []
            while let token = current, !["|", ";", ")", "]", "}"].contains(token) {
                index += 1
                switch token.first {
                case "(": parts.append(try readGroup(until: ")") { $0 })
                case "[": parts.append(try readGroup(until: "]") { .optional($0) })
                case "{": parts.append(try readGroup(until: "}") { .repetition($0) })
                case "\"", "'": parts.append(.terminal(String(token.dropFirst().dropLast())))
                case "?": parts.append(.special(token.dropFirst().dropLast().trimmingCharacters(in: .whitespaces)))
                case let first? where first.isLetter: parts.append(.reference(token))
                default: throw SyntaxError(place: token)
                }
            }
            guard let first = parts.first else { throw SyntaxError(place: current ?? "end") }
            return parts.count == 1 ? first : .sequence(parts)
        }

        mutating func readGroup(until end: String, _ wrap: (Expression) -> Expression) throws -> Expression {
            let inner = try readAlternatives()
            try take(end)
            return wrap(inner)
        }
    }
}
