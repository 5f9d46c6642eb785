// The field sets of a schema as Swift source, so that they need not be written by hand.

extension Schema {
    /// A ``FieldSet`` for each set, as the text of a Swift file that imports Dixit.
    ///
    /// ```swift
    /// print(corpus.schema.swiftSource())
    /// ```
    ///
    /// - Parameter isPublic: whether the declarations are `public`.
    public func swiftSource(isPublic: Bool = false) -> String {
        let access = isPublic ? "public " : ""
        return sets.map { FieldSetSource($0, of: self, access: access).text }.joined(separator: "\n")
    }
}

/// The source of one set.
private struct FieldSetSource {
    private let set: SetSchema
    private let schema: Schema
    private let access: String

    init(_ set: SetSchema, of schema: Schema, access: String) {
        self.set = set
        self.schema = schema
        self.access = access
    }

    var text: String {
        var lines = ["/// \(sentence(set.documentation.english))"]
        lines.append("\(access)struct \(Self.typeName(of: set)): FieldSet {")
        if let whole = set.part.flatMap({ schema[set: $0.whole] }) {
            lines.append("    \(access)typealias Whole = \(Self.typeName(of: whole))")
        }
        lines.append("    \(access)static let setName = \"\(set.name)\"")
        lines.append("    \(access)let fieldPath: FieldPath")
        lines.append("")
        lines.append("    /// The fields of the row that a path leads to.")
        lines.append("    \(access)init(fieldPath: FieldPath) { self.fieldPath = fieldPath }")
        for field in set.fields {
            let type = type(of: field)
            lines.append("")
            lines.append("    /// \(sentence(field.documentation.english))")
            lines.append(
                "    \(access)var \(Self.identifier(field.name)): \(type) { \(type)(fieldPath, \"\(field.name)\") }")
        }
        lines.append("}")
        lines.append("")
        let type = Self.typeName(of: set)
        lines.append("extension SetName<\(type)> {")
        lines.append("    /// The set `\(set.name)`.")
        lines.append("    \(access)static var \(Self.identifier(set.name)): Self { Self() }")
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }

    private func type(of field: FieldSchema) -> String {
        switch field.type {
        case .text: "TextField"
        case .name: "NameField"
        case .keyword: "KeywordField"
        case .number: "NumberField"
        case .date: "DateField"
        case .boolean: "BooleanField"
        case .one(let target, _): "One<\(typeName(ofTarget: target))>"
        case .many(let target, _): "Many<\(typeName(ofTarget: target))>"
        }
    }

    private func typeName(ofTarget name: String) -> String { schema[set: name].map(Self.typeName) ?? "Never" }

    /// `StatementFields` for `statement`, `PressNoteFields` for `press_note`.
    private static func typeName(of set: SetSchema) -> String {
        let words = set.singular.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return words.joined() + "Fields"
    }

    private static func identifier(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

    /// Words of Swift that cannot be the name of a property, and names that every field set has.
    private static let keywords: Set<String> = [
        "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else",
        "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
        "init",
        "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
        "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws",
        "true", "try", "typealias", "var", "where", "while",
    ]

    /// On one line, from a capital to a full stop.
    private func sentence(_ text: String) -> String {
        let line = text.split(separator: "\n").joined(separator: " ")
        let end = line.hasSuffix(".") || line.hasSuffix("…") ? "" : "."
        return line.prefix(1).uppercased() + line.dropFirst() + end
    }
}
