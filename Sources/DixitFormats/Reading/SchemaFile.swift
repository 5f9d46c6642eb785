// A schema out of a file, for corpora of records.

public import Dixit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a schema that is written as JSON, as `dixit schema --json` prints it.
///
/// ```json
/// {"sets": [
///   {"name": "people", "singular": "person", "label": "name", "fields": [
///     {"name": "id", "type": "keyword"}, {"name": "name", "type": "name"},
///     {"name": "statements", "type": "many", "target": "statements", "inverse": "speaker"}]},
///   {"name": "statements", "singular": "statement", "shown": ["id", "speaker", "text"], "fields": [
///     {"name": "id", "type": "keyword"}, {"name": "text", "type": "text"}, {"name": "date", "type": "date"},
///     {"name": "speaker", "type": "one", "target": "people", "inverse": "statements"}]}]}
/// ```
///
/// Of a set `name` and `fields` have to be there, of a field `name` and `type`: `text`, `name`, `keyword`, `number`, `date`,
/// `boolean`, `one` or `many` with `target`. `"many": true` makes of a name or keyword several. A member that nothing is known of is a problem.
public enum SchemaFile {
    /// - Throws: ``RecordProblem`` with the place of what is wrong: `sets[1].fields[0].type`.
    public static func read(_ path: String) throws(RecordProblem) -> Schema {
        let text: String
        switch TextFile.read(path) {
        case .success(let read): text = read
        case .failure(let kind): throw RecordProblem(.file(kind), at: path)
        }
        return try schema(of: text, path: path)
    }

    /// - Parameter path: what messages call it.
    static func schema(of text: String, path: String) throws(RecordProblem) -> Schema {
        let tree: JSONTree
        do {
            tree = try JSONTree(text)
        } catch {
            throw RecordProblem(.noJSON, at: path, line: JSONTree.line(of: error))
        }
        let schema = try SchemaMember(tree, at: "", of: path).schema()
        if let defect = schema.defects.first { throw RecordProblem(.schemaDefect(defect), at: path) }
        return schema
    }
}

/// A value in the file of a schema, with its place in it.
private struct SchemaMember {
    private let tree: JSONTree
    private let place: String
    private let path: String

    init(_ tree: JSONTree, at place: String, of path: String) {
        self.tree = tree
        self.place = place
        self.path = path
    }

    // MARK: What there can be

    func schema() throws(RecordProblem) -> Schema {
        let members = try object(["sets", "documents"])
        guard let sets = members["sets"] else { throw problem("sets", wants: .list) }
        return Schema(
            sets: try sets.list { member throws(RecordProblem) in try member.set() },
            documents: try members["documents"]?.documents())
    }

    private func documents() throws(RecordProblem) -> Schema.Documents {
        let members = try object(["set", "title", "outlet", "date", "paragraph"])
        func name(_ key: String) throws(RecordProblem) -> String { try required(members, key).text() }
        return Schema.Documents(
            set: try name("set"), title: try name("title"), outlet: try name("outlet"), date: try name("date"),
            paragraph: try name("paragraph"))
    }

    private func set() throws(RecordProblem) -> SetSchema {
        let members = try object([
            "name", "singular", "aliases", "part", "label", "shown", "details", "namesPeople", "isSearchedByText",
            "documentation", "fields",
        ])
        let name = try required(members, "name").text()
        let fields = try required(members, "fields").list { member throws(RecordProblem) in try member.field() }
        let label = try members["label"]?.text() ?? "id"
        return SetSchema(
            name, singular: try singular(of: name, members["singular"]), aliases: try texts(members["aliases"]),
            part: try members["part"]?.part(), label: label,
            shown: try members["shown"].map { member throws(RecordProblem) in try texts(member) }
                ?? fields.map(\.name).filter { $0 == "id" || $0 == label },
            details: try texts(members["details"]), namesPeople: try members["namesPeople"]?.flag() ?? false,
            isSearchedByText: try members["isSearchedByText"]?.flag() ?? false,
            documentation: try members["documentation"]?.documentation() ?? LocalizedText(english: "", french: ""),
            fields: fields)
    }

    /// What one row is called: `statement` of `statements` where nothing else is said.
    private func singular(of name: String, _ given: SchemaMember?) throws(RecordProblem) -> String {
        if let given { return try given.text() }
        guard name.count > 1, name.last == "s" else { throw problem("singular", wants: .text) }
        return String(name.dropLast())
    }

    private func part() throws(RecordProblem) -> SetSchema.Part {
        let members = try object(["of", "field", "value"])
        return SetSchema.Part(
            of: try required(members, "of").text(), where: try required(members, "field").text(),
            is: try required(members, "value").text())
    }

    private func field() throws(RecordProblem) -> FieldSchema {
        let members = try object(["name", "type", "many", "target", "inverse", "aliases", "documentation"])
        let type = try required(members, "type")
        let isMany = try members["many"]?.flag() ?? false
        let inverse = try members["inverse"]?.text()
        func target() throws(RecordProblem) -> String { try required(members, "target").text() }
        let fieldType: FieldType
        switch try type.text() {
        case "text": fieldType = .text
        case "name": fieldType = .name(many: isMany)
        case "keyword": fieldType = .keyword(many: isMany)
        case "number": fieldType = .number
        case "date": fieldType = .date
        case "boolean": fieldType = .boolean
        case "one": fieldType = .one(try target(), inverse: inverse)
        case "many": fieldType = .many(try target(), inverse: inverse)
        default: throw type.problem(wants: .fieldType)
        }
        return FieldSchema(
            try required(members, "name").text(), fieldType, aliases: try texts(members["aliases"]),
            documentation: try members["documentation"]?.documentation() ?? LocalizedText(english: "", french: ""))
    }

    /// A sentence, or one in each language.
    private func documentation() throws(RecordProblem) -> LocalizedText {
        if case .text(let text) = tree { return LocalizedText(english: text, french: text) }
        let members = try object(["english", "french"])
        return LocalizedText(
            english: try members["english"]?.text() ?? "", french: try members["french"]?.text() ?? "")
    }

    // MARK: Values

    private func object(_ known: [String]) throws(RecordProblem) -> [String: SchemaMember] {
        guard case .object(let members) = tree else { throw problem(wants: .object) }
        if let other = members.keys.filter({ !known.contains($0) }).min() {
            throw RecordProblem(.unknownMember(inside(other), known: known), at: path)
        }
        var result: [String: SchemaMember] = [:]
        for (key, value) in members { result[key] = SchemaMember(value, at: inside(key), of: path) }
        return result
    }

    private func required(_ members: [String: SchemaMember], _ key: String) throws(RecordProblem) -> SchemaMember {
        guard let member = members[key] else { throw problem(key, wants: key == "fields" ? .list : .text) }
        return member
    }

    private func list<Item>(_ item: (SchemaMember) throws(RecordProblem) -> Item) throws(RecordProblem) -> [Item] {
        guard case .list(let items) = tree else { throw problem(wants: .list) }
        var result: [Item] = []
        for (number, tree) in items.enumerated() {
            result.append(try item(SchemaMember(tree, at: "\(place)[\(number)]", of: path)))
        }
        return result
    }

    private func texts(_ member: SchemaMember?) throws(RecordProblem) -> [String] {
        try member?.list { item throws(RecordProblem) in try item.text() } ?? []
    }

    private func text() throws(RecordProblem) -> String {
        guard case .text(let text) = tree else { throw problem(wants: .text) }
        return text
    }

    private func flag() throws(RecordProblem) -> Bool {
        guard case .flag(let flag) = tree else { throw problem(wants: .boolean) }
        return flag
    }

    private func inside(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

    /// Something is of another kind, or missing.
    private func problem(_ key: String? = nil, wants form: RecordProblem.SchemaForm) -> RecordProblem {
        RecordProblem(.unfitMember(key.map(inside) ?? place, wants: form), at: path)
    }
}
