// What kept a file of records from becoming rows, in words.

public import Dixit

/// Why records were not read: what is wrong, in which file, and in which line.
///
/// `people.jsonl, line 12: E301 statements have no field “speeker”`
public struct RecordProblem: Error, Hashable, Sendable {
    /// What can be wrong with records and with the schema they are read by.
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
        /// The file of a schema is no JSON.
        case noJSON
        /// A member of it is missing or of another kind: `sets[1].fields[0].type`.
        case unfitMember(String, wants: SchemaForm)
        /// A member of it that means nothing, and what there can be in its place.
        case unknownMember(String, known: [String])
        /// It is none that anything could be asked of: two sets with one name, a relation that leads nowhere.
        case schemaDefect(String)
        /// A member of what a document says of those it names, or of their identities: `entities[3].kind`.
        case unfitEvidence(String)
        /// Two documents that are linked have one id.
        case repeatedDocument(String)
        /// A document that was not linked with the others.
        case noIdentities(String)
        /// A document that was read otherwise when it was linked: other entities, or other uses of them.
        case otherReading(String)
    }

    /// What a member of a schema is.
    public enum SchemaForm: Hashable, Sendable {
        /// An object: `{…}`
        case object
        /// A list: `[…]`
        case list
        /// A text.
        case text
        /// True or false.
        case boolean
        /// `text`, `name`, `keyword` …
        case fieldType
    }

    /// What a field takes, in the terms of JSON.
    public enum Form: Hashable, Sendable {
        /// A text.
        case text
        /// A text or a list of texts.
        case texts
        /// A number.
        case number
        /// A number or a list of numbers.
        case numbers
        /// True or false.
        case boolean
        /// `"2016-05-12"` or `2016`
        case date
    }

    /// What is wrong.
    public let kind: Kind
    /// Nil for what is wrong between rows: two with one id, a relation to a row that is not there.
    public let path: String?
    /// From 1; nil where no line is at fault.
    public let line: Int?

    /// Something that is wrong with a line of a file.
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
        case .noJSON: "E712"
        case .unfitMember: "E713"
        case .unknownMember: "E714"
        case .schemaDefect: "E715"
        case .unfitEvidence: "E716"
        case .repeatedDocument: "E717"
        case .noIdentities: "E718"
        case .otherReading: "E719"
        }
    }

    /// What is wrong, in the reader's words, with its place.
    public func message(in language: Language) -> String {
        var place = ""
        if let path, let line {
            place = language == .french ? "\(path), ligne \(line)\u{A0}: " : "\(path), line \(line): "
        } else if let path {
            place = language == .french ? "\(path)\u{A0}: " : "\(path): "
        }
        return text(in: language, place)
    }

    /// The same without its place, for those who say that first: `people.jsonl:12: error[E709]: this is no JSON object`.
    public func messageWithoutPlace(in language: Language) -> String { text(in: language, "") }

    private func text(in language: Language, _ place: String) -> String {
        switch kind {
        case .file(let kind): return ReadingProblem(kind, at: path ?? "").message(in: language)
        case .record(let error): return place + error.message(in: language)
        case .noObject:
            return place + (language == .french ? "ce n'est pas un objet JSON" : "this is no JSON object")
        case .unknownField(let field):
            return place
                + (language == .french
                    ? "aucun champ ne s'appelle «\u{A0}\(field)\u{A0}»" : "no field is called “\(field)”")
        case .noJSON: return place + (language == .french ? "ce n'est pas du JSON" : "this is no JSON")
        case .unfitMember(let member, let form):
            if language == .french {
                let name = member.isEmpty ? "le tout" : "«\u{A0}\(member)\u{A0}»"
                return place + "\(name) doit être \(form.french)"
            }
            return place + (member.isEmpty ? "the whole" : "“\(member)”") + " should be \(form.english)"
        case .unknownMember(let member, let known):
            let names = known.joined(separator: ", ")
            if language == .french {
                return place + "«\u{A0}\(member)\u{A0}» n'y dit rien\u{A0}; il peut y avoir \(names)"
            }
            return place + "“\(member)” means nothing there; there can be \(names)"
        case .schemaDefect(let defect):
            return place
                + (language == .french
                    ? "rien ne peut se demander avec ce schéma\u{A0}: \(defect)"
                    : "nothing can be asked of this schema: \(defect)")
        case .unfitEvidence, .repeatedDocument, .noIdentities, .otherReading: return place + identityText(in: language)
        case .unfitForm(let field, let form):
            if language == .french { return place + "le champ «\u{A0}\(field)\u{A0}» attend \(form.french)" }
            return place + "the field “\(field)” takes \(form.english)"
        }
    }
}

extension RecordProblem {
    /// What is wrong between the parts of a corpus.
    private func identityText(in language: Language) -> String {
        let isFrench = language == .french
        switch kind {
        case .unfitEvidence(let member):
            return isFrench
                ? "«\u{A0}\(member)\u{A0}» manque ou n'est pas ce que dixit extract --records evidence et dixit link écrivent"
                : "“\(member)” is missing, or not as dixit extract --records evidence and dixit link write it"
        case .repeatedDocument(let id):
            return isFrench
                ? "deux documents s'appellent «\u{A0}\(id)\u{A0}»\u{A0}: donnez chaque document une fois, sous un nom à lui"
                : "two documents are called “\(id)”: give each document once, with an id of its own"
        case .noIdentities(let id):
            return isFrench
                ? "le document «\u{A0}\(id)\u{A0}» n'a pas été relié aux autres\u{A0}: donnez ce qu'il dit à dixit link"
                : "the document “\(id)” was not linked with the others: give its evidence to dixit link"
        case .otherReading(let id):
            return isFrench
                ? "le document «\u{A0}\(id)\u{A0}» a été lu autrement quand il a été relié\u{A0}: le même programme, "
                    + "les mêmes noms et les mêmes annotations doivent le lire les deux fois"
                : "the document “\(id)” was read otherwise when it was linked: the same program, names and annotations "
                    + "have to read it both times"
        default: return ""
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

extension RecordProblem.SchemaForm {
    fileprivate var english: String {
        switch self {
        case .object: "an object"
        case .list: "a list"
        case .text: "a text"
        case .boolean: "true or false"
        case .fieldType: "text, name, keyword, number, date, boolean, one or many"
        }
    }

    fileprivate var french: String {
        switch self {
        case .object: "un objet"
        case .list: "une liste"
        case .text: "un texte"
        case .boolean: "true ou false"
        case .fieldType: "text, name, keyword, number, date, boolean, one ou many"
        }
    }
}
