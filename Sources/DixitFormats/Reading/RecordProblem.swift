// What kept a file of records from becoming rows, in words.

public import Dixit

/// Why records were not read: what is wrong, in which file, and in which line.
///
/// `people.jsonl, line 12: E301 statements have no field “speeker”`
public struct RecordProblem: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// The file cannot be read.
        case file(ReadingProblem.Kind)
        /// The line is no JSON object, or longer than a file may be.
        case noObject
        /// The object has a field that neither the schema nor ``RecordFile/fields`` has.
        case unknownField(String)
        /// The value of a field has another form than its type takes: a text where a number should be.
        case unfitForm(field: String, form: Form)
        /// The row does not go with the schema or with other rows.
        case record(DixitError)
    }

    /// What a field takes, in the terms of JSON.
    public enum Form: Hashable, Sendable {
        case text
        /// A text or a list of texts.
        case texts
        case number
        /// A number or a list of numbers.
        case numbers
        case boolean
        /// `"2016-05-12"` or `2016`
        case date
    }

    public let kind: Kind
    /// Nil for what is wrong between rows: two with one id, a relation to a row that is not there.
    public let path: String?
    /// From 1; nil where no line is at fault.
    public let line: Int?

    public init(_ kind: Kind, at path: String? = nil, line: Int? = nil) {
        self.kind = kind
        self.path = path
        self.line = line
    }

    /// Stable: `E709`.
    public var code: String {
        switch kind {
        case .file(let kind): ReadingProblem(kind, at: path ?? "").code
        case .noObject: "E709"
        case .unfitForm: "E710"
        case .unknownField: "E711"
        case .record(let error): error.code
        }
    }

    /// What is wrong, in the reader's words, with its place.
    public func message(in language: Language) -> String {
        var place = ""
        if let path, let line {
            place = language == .french ? "\(path), ligne \(line)\u{A0}: " : "\(path), line \(line): "
        }
        switch kind {
        case .file(let kind): return ReadingProblem(kind, at: path ?? "").message(in: language)
        case .record(let error): return place + error.message(in: language)
        case .noObject:
            return place + (language == .french ? "ce n'est pas un objet JSON" : "this is no JSON object")
        case .unknownField(let field):
            return place
                + (language == .french
                    ? "aucun champ ne s'appelle «\u{A0}\(field)\u{A0}»" : "no field is called “\(field)”")
        case .unfitForm(let field, let form):
            if language == .french { return place + "le champ «\u{A0}\(field)\u{A0}» attend \(form.french)" }
            return place + "the field “\(field)” takes \(form.english)"
        }
    }
}

extension RecordProblem.Form {
    fileprivate var english: String {
        switch self {
        case .text: "a text"
        case .texts: "a text or a list of texts"
        case .number: "a number"
        case .numbers: "a number or a list of numbers"
        case .boolean: "true or false"
        case .date: "a date such as \"2016-05-12\", \"2016-05\" or 2016"
        }
    }

    fileprivate var french: String {
        switch self {
        case .text: "un texte"
        case .texts: "un texte ou une liste de textes"
        case .number: "un nombre"
        case .numbers: "un nombre ou une liste de nombres"
        case .boolean: "true ou false"
        case .date: "une date comme \"2016-05-12\", \"2016-05\" ou 2016"
        }
    }
}
