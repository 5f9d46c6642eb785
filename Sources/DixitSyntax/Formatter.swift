// Writes scripts in their canonical form: one spelling for each thing, comments kept.

/// The canonical printer.
///
/// Printing and parsing again gives the same tree, and printing that again the same text. Comments stay with the statement
/// they stand before or behind; those inside a statement move before it.
package enum Formatter {
    /// A statement that is longer is written with one clause a line.
    package static let lineWidth = 100

    /// The canonical form of a source; nil where the source has an error.
    ///
    /// - Complexity: linear in the number of bytes.
    package static func format(_ text: String) -> String? {
        let parsed = Parser.parse(text)
        guard parsed.diagnostics.isEmpty else { return nil }
        return ScriptPrinter(SourceText(text), parsed.script).text()
    }

    /// One statement in canonical form, on one line or on several, without a line end.
    package static func text(of statement: Statement) -> String {
        switch statement.kind {
        case .define(let name, .select(let select)): laidOut(select, after: "let \(name.text) = ")
        case .define(let name, let definition): "let \(name.text) = \(text(of: definition))"
        case .parameter(let name, nil): "param $\(name.text)"
        case .parameter(let name, let definition?): "param $\(name.text) = \(text(of: definition))"
        case .query(let select): laidOut(select, after: "")
        case .explain(let select): laidOut(select, after: "explain ")
        case .invalid: "?"
        }
    }

    /// A query on one line.
    package static func text(of select: Select) -> String {
        ([head(of: select)] + clauses(of: select)).joined(separator: " ")
    }

    package static func text(of definition: Definition) -> String {
        switch definition {
        case .select(let select): text(of: select)
        case .list(let list): text(of: list)
        case .value(let value): text(of: value)
        }
    }

    private static func laidOut(_ select: Select, after start: String) -> String {
        let flat = start + text(of: select)
        guard flat.count > lineWidth else { return flat }
        var lines = [start + head(of: select)]
        for clause in clauses(of: select) { lines.append("  " + clause) }
        guard case .and(let members, _)? = select.condition, let place = lines.indices.dropFirst().first,
            lines[place].count > lineWidth
        else { return lines.joined(separator: "\n") }
        let parts = members.map { text(of: $0, inChain: true) }
        lines[place] = "  where " + parts.joined(separator: "\n    and ")
        return lines.joined(separator: "\n")
    }
}

/// Puts the statements and comments of one script together.
private struct ScriptPrinter {
    private let source: SourceText
    private let script: Script
    private var comments: ArraySlice<Comment>
    private var lines: [String] = []
    /// Where what was written last ended in the source.
    private var end = 0

    init(_ source: SourceText, _ script: Script) {
        self.source = source
        self.script = script
        comments = script.comments[...]
    }

    consuming func text() -> String {
        for (index, statement) in script.statements.enumerated() {
            writeComments(before: statement.range.end, statementStart: statement.range.start)
            keepBlankLine(before: statement.range.start)
            var text = Formatter.text(of: statement)
            // A text is a query only at the start or after `;`.
            let next = index + 1 < script.statements.count ? script.statements[index + 1] : nil
            if case .query(let select)? = next?.kind, case .text = select.verb { text += " ;" }
            end = statement.range.end
            lines.append(text + trailingComment())
        }
        writeComments(before: source.count + 1, statementStart: source.count)
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    private mutating func writeComments(before limit: Int, statementStart: Int) {
        while let comment = comments.first, comment.range.start < limit {
            if comment.range.start < statementStart {
                keepBlankLine(before: comment.range.start)
                end = comment.range.end
            }
            lines.append(comment.text.trimmingSpacesAtEnd())
            comments.removeFirst()
        }
    }

    /// The comment on the line where a statement ends.
    private mutating func trailingComment() -> String {
        guard let comment = comments.first, lineBreaks(from: end, to: comment.range.start) == 0 else { return "" }
        comments.removeFirst()
        end = comment.range.end
        return "  " + comment.text.trimmingSpacesAtEnd()
    }

    /// One empty line where the source has one or more.
    private mutating func keepBlankLine(before start: Int) {
        if !lines.isEmpty, lineBreaks(from: end, to: start) > 1 { lines.append("") }
    }

    private func lineBreaks(from start: Int, to limit: Int) -> Int {
        guard start < limit else { return 0 }
        return source.bytes[start..<min(limit, source.count)].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }
}

extension String {
    fileprivate func trimmingSpacesAtEnd() -> String {
        String(self[..<(lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex)])
    }
}
