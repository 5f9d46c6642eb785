// The sets of the news as Swift types. Written by `Schema.swiftSource()`; a test says when it is to be written anew.

/// Articles and press releases.
public struct DocumentFields: FieldSet {
    public static let setName = "documents"
    public let fieldPath: FieldPath

    /// The fields of the row that a path leads to.
    public init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// The name of its file.
    public var id: KeywordField { KeywordField(fieldPath, "id") }

    /// The headline.
    public var title: TextField { TextField(fieldPath, "title") }

    /// The opening paragraph.
    public var lead: TextField { TextField(fieldPath, "lead") }

    /// The whole text.
    public var text: TextField { TextField(fieldPath, "text") }

    /// The day of publication.
    public var date: DateField { DateField(fieldPath, "date") }

    /// The place of its dateline.
    public var place: One<PlaceFields> { One<PlaceFields>(fieldPath, "place") }

    /// Who published it.
    public var outlet: KeywordField { KeywordField(fieldPath, "outlet") }

    /// The news agency it comes from.
    public var agency: KeywordField { KeywordField(fieldPath, "agency") }

    /// Fr, en …
    public var language: KeywordField { KeywordField(fieldPath, "language") }

    /// Its address on the web.
    public var url: KeywordField { KeywordField(fieldPath, "url") }

    /// The file it was read from.
    public var path: KeywordField { KeywordField(fieldPath, "path") }

    /// How many words.
    public var words: NumberField { NumberField(fieldPath, "words") }

    /// The day it was added.
    public var added: DateField { DateField(fieldPath, "added") }

    /// Its sentences.
    public var sentences: Many<SentenceFields> { Many<SentenceFields>(fieldPath, "sentences") }

    /// What is said in it.
    public var statements: Many<StatementFields> { Many<StatementFields>(fieldPath, "statements") }

    /// People, organisations and other sources in it.
    public var actors: Many<ActorFields> { Many<ActorFields>(fieldPath, "actors") }

    /// People in it.
    public var people: Many<PersonFields> { Many<PersonFields>(fieldPath, "people") }

    /// Organisations in it.
    public var organisations: Many<OrganisationFields> { Many<OrganisationFields>(fieldPath, "organisations") }

    /// Places in it.
    public var places: Many<PlaceFields> { Many<PlaceFields>(fieldPath, "places") }

    /// Events it tells of.
    public var events: Many<EventFields> { Many<EventFields>(fieldPath, "events") }

    /// Agreements it tells of.
    public var agreements: Many<AgreementFields> { Many<AgreementFields>(fieldPath, "agreements") }
}

extension SetName<DocumentFields> {
    /// The set `documents`.
    public static var documents: Self { Self() }
}

/// The sentences of the documents.
public struct SentenceFields: FieldSet {
    public static let setName = "sentences"
    public let fieldPath: FieldPath

    /// The fields of the row that a path leads to.
    public init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// Document:s1, :s2 …
    public var id: KeywordField { KeywordField(fieldPath, "id") }

    /// Its words.
    public var text: TextField { TextField(fieldPath, "text") }

    /// Where it stands.
    public var document: One<DocumentFields> { One<DocumentFields>(fieldPath, "document") }

    /// The day of its document.
    public var date: DateField { DateField(fieldPath, "date") }

    /// Its place in the document, from 1.
    public var position: NumberField { NumberField(fieldPath, "position") }

    /// Its paragraph in the document, from 1.
    public var paragraph: NumberField { NumberField(fieldPath, "paragraph") }

    /// Where it begins, in code points from 0.
    public var start: NumberField { NumberField(fieldPath, "start") }

    /// Where it ends, not included.
    public var end: NumberField { NumberField(fieldPath, "end") }
}

extension SetName<SentenceFields> {
    /// The set `sentences`.
    public static var sentences: Self { Self() }
}

/// What somebody is reported to have said.
public struct StatementFields: FieldSet {
    public static let setName = "statements"
    public let fieldPath: FieldPath

    /// The fields of the row that a path leads to.
    public init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// Document:1, :2 …
    public var id: KeywordField { KeywordField(fieldPath, "id") }

    /// Who said it.
    public var speaker: One<ActorFields> { One<ActorFields>(fieldPath, "speaker") }

    /// The words that name the source.
    public var attribution: KeywordField { KeywordField(fieldPath, "attribution") }

    /// What the speaker is, as given there.
    public var role: KeywordField { KeywordField(fieldPath, "role") }

    /// The verb as written: « a souligné ».
    public var cue: KeywordField { KeywordField(fieldPath, "cue") }

    /// Its infinitive: souligner, selon.
    public var verb: KeywordField { KeywordField(fieldPath, "verb") }

    /// Assert, praise, deny …
    public var act: KeywordField { KeywordField(fieldPath, "act") }

    /// Direct, indirect or mixed.
    public var mode: KeywordField { KeywordField(fieldPath, "mode") }

    /// What was said.
    public var text: TextField { TextField(fieldPath, "text") }

    /// Where it stands.
    public var document: One<DocumentFields> { One<DocumentFields>(fieldPath, "document") }

    /// When it was said, or published.
    public var date: DateField { DateField(fieldPath, "date") }

    /// Where it was said.
    public var place: One<PlaceFields> { One<PlaceFields>(fieldPath, "place") }

    /// The occasion.
    public var event: One<EventFields> { One<EventFields>(fieldPath, "event") }

    /// « devant la presse ».
    public var addressee: KeywordField { KeywordField(fieldPath, "addressee") }

    /// « dans un communiqué ».
    public var medium: KeywordField { KeywordField(fieldPath, "medium") }

    /// 0 to 1, how sure the reading is.
    public var confidence: NumberField { NumberField(fieldPath, "confidence") }

    /// The rule that found it.
    public var rule: KeywordField { KeywordField(fieldPath, "rule") }

    /// Its paragraph in the document, from 1.
    public var paragraph: NumberField { NumberField(fieldPath, "paragraph") }

    /// Where it begins, in code points from 0.
    public var start: NumberField { NumberField(fieldPath, "start") }

    /// Where it ends, not included.
    public var end: NumberField { NumberField(fieldPath, "end") }
}

extension SetName<StatementFields> {
    /// The set `statements`.
    public static var statements: Self { Self() }
}

/// Everyone and everything that can speak or sign.
public struct ActorFields: FieldSet {
    public static let setName = "actors"
    public let fieldPath: FieldPath

    /// The fields of the row that a path leads to.
    public init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// Made from the name.
    public var id: KeywordField { KeywordField(fieldPath, "id") }

    /// Person, organisation, group, document, unnamed, or place where a place acts.
    public var type: KeywordField { KeywordField(fieldPath, "type") }

    /// The fullest name.
    public var name: NameField { NameField(fieldPath, "name") }

    /// All its forms.
    public var names: NameField { NameField(fieldPath, "names") }

    /// Ministère, ONG, ville …
    public var kind: KeywordField { KeywordField(fieldPath, "kind") }

    /// Feminine, masculine, where the text shows it.
    public var gender: KeywordField { KeywordField(fieldPath, "gender") }

    /// The one that most documents of the last year give.
    public var role: KeywordField { KeywordField(fieldPath, "role") }

    /// All of them.
    public var roles: KeywordField { KeywordField(fieldPath, "roles") }

    /// Where the person belongs.
    public var organisations: Many<OrganisationFields> { Many<OrganisationFields>(fieldPath, "organisations") }

    /// People who belong to it.
    public var people: Many<PersonFields> { Many<PersonFields>(fieldPath, "people") }

    /// What was said by them.
    public var statements: Many<StatementFields> { Many<StatementFields>(fieldPath, "statements") }

    /// Where it is named.
    public var documents: Many<DocumentFields> { Many<DocumentFields>(fieldPath, "documents") }

    /// Where they took part or spoke.
    public var events: Many<EventFields> { Many<EventFields>(fieldPath, "events") }

    /// Events they organised.
    public var organised: Many<EventFields> { Many<EventFields>(fieldPath, "organised") }

    /// What they are a party to.
    public var agreements: Many<AgreementFields> { Many<AgreementFields>(fieldPath, "agreements") }
}

extension SetName<ActorFields> {
    /// The set `actors`.
    public static var actors: Self { Self() }
}

/// People with a name.
public struct PersonFields: FieldSet {
    public typealias Whole = ActorFields
    public static let setName = "people"
    public let fieldPath: FieldPath

    /// The fields of the row that a path leads to.
    public init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// Made from the name.
    public var id: KeywordField { KeywordField(fieldPath, "id") }

    /// The fullest name.
    public var name: NameField { NameField(fieldPath, "name") }

    /// All its forms.
    public var names: NameField { NameField(fieldPath, "names") }

    /// Feminine, masculine, where the text shows it.
    public var gender: KeywordField { KeywordField(fieldPath, "gender") }

    /// The one that most documents of the last year give.
    public var role: KeywordField { KeywordField(fieldPath, "role") }

    /// All of them.
    public var roles: KeywordField { KeywordField(fieldPath, "roles") }

    /// Where the person belongs.
    public var organisations: Many<OrganisationFields> { Many<OrganisationFields>(fieldPath, "organisations") }

    /// What was said by them.
    public var statements: Many<StatementFields> { Many<StatementFields>(fieldPath, "statements") }

    /// Where it is named.
    public var documents: Many<DocumentFields> { Many<DocumentFields>(fieldPath, "documents") }

    /// Where they took part or spoke.
    public var events: Many<EventFields> { Many<EventFields>(fieldPath, "events") }

    /// Events they organised.
    public var organised: Many<EventFields> { Many<EventFields>(fieldPath, "organised") }

    /// What they are a party to.
    public var agreements: Many<AgreementFields> { Many<AgreementFields>(fieldPath, "agreements") }
}

extension SetName<PersonFields> {
    /// The set `people`.
    public static var people: Self { Self() }
}

/// Ministries, parties, companies, associations …
public struct OrganisationFields: FieldSet {
    public typealias Whole = ActorFields
    public static let setName = "organisations"
    public let fieldPath: FieldPath

    /// The fields of the row that a path leads to.
    public init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// Made from the name.
    public var id: KeywordField { KeywordField(fieldPath, "id") }

    /// The fullest name.
    public var name: NameField { NameField(fieldPath, "name") }

    /// All its forms.
    public var names: NameField { NameField(fieldPath, "names") }

    /// Ministère, ONG, ville …
    public var kind: KeywordField { KeywordField(fieldPath, "kind") }

    /// People who belong to it.
    public var people: Many<PersonFields> { Many<PersonFields>(fieldPath, "people") }

    /// What was said by them.
    public var statements: Many<StatementFields> { Many<StatementFields>(fieldPath, "statements") }

    /// Where it is named.
    public var documents: Many<DocumentFields> { Many<DocumentFields>(fieldPath, "documents") }

    /// Where they took part or spoke.
    public var events: Many<EventFields> { Many<EventFields>(fieldPath, "events") }

    /// Events they organised.
    public var organised: Many<EventFields> { Many<EventFields>(fieldPath, "organised") }

    /// What they are a party to.
    public var agreements: Many<AgreementFields> { Many<AgreementFields>(fieldPath, "agreements") }
}

extension SetName<OrganisationFields> {
    /// The set `organisations`.
    public static var organisations: Self { Self() }
}

/// Towns, regions, countries, buildings.
public struct PlaceFields: FieldSet {
    public static let setName = "places"
    public let fieldPath: FieldPath

    /// The fields of the row that a path leads to.
    public init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// Made from the name.
    public var id: KeywordField { KeywordField(fieldPath, "id") }

    /// The fullest name.
    public var name: NameField { NameField(fieldPath, "name") }

    /// All its forms.
    public var names: NameField { NameField(fieldPath, "names") }

    /// Ministère, ONG, ville …
    public var kind: KeywordField { KeywordField(fieldPath, "kind") }

    /// Where it is named.
    public var documents: Many<DocumentFields> { Many<DocumentFields>(fieldPath, "documents") }

    /// What was said there.
    public var statements: Many<StatementFields> { Many<StatementFields>(fieldPath, "statements") }

    /// What took place there.
    public var events: Many<EventFields> { Many<EventFields>(fieldPath, "events") }

    /// What was agreed there.
    public var agreements: Many<AgreementFields> { Many<AgreementFields>(fieldPath, "agreements") }
}

extension SetName<PlaceFields> {
    /// The set `places`.
    public static var places: Self { Self() }
}

/// Meetings, conferences, visits …
public struct EventFields: FieldSet {
    public static let setName = "events"
    public let fieldPath: FieldPath

    /// The fields of the row that a path leads to.
    public init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// Document:e1, :e2 …
    public var id: KeywordField { KeywordField(fieldPath, "id") }

    /// Its name, or the words that tell of it.
    public var name: NameField { NameField(fieldPath, "name") }

    /// Rencontre, sommet, visite …
    public var kind: KeywordField { KeywordField(fieldPath, "kind") }

    /// What it is about.
    public var topic: TextField { TextField(fieldPath, "topic") }

    /// The words that tell of it.
    public var text: TextField { TextField(fieldPath, "text") }

    /// When it takes place.
    public var date: DateField { DateField(fieldPath, "date") }

    /// Where it takes place.
    public var place: One<PlaceFields> { One<PlaceFields>(fieldPath, "place") }

    /// Who organises it.
    public var organisers: Many<ActorFields> { Many<ActorFields>(fieldPath, "organisers") }

    /// Who takes part.
    public var participants: Many<ActorFields> { Many<ActorFields>(fieldPath, "participants") }

    /// Where it stands.
    public var document: One<DocumentFields> { One<DocumentFields>(fieldPath, "document") }

    /// What was said at it.
    public var statements: Many<StatementFields> { Many<StatementFields>(fieldPath, "statements") }

    /// What was agreed at it.
    public var agreements: Many<AgreementFields> { Many<AgreementFields>(fieldPath, "agreements") }

    /// Its paragraph in the document, from 1.
    public var paragraph: NumberField { NumberField(fieldPath, "paragraph") }

    /// Where it begins, in code points from 0.
    public var start: NumberField { NumberField(fieldPath, "start") }

    /// Where it ends, not included.
    public var end: NumberField { NumberField(fieldPath, "end") }
}

extension SetName<EventFields> {
    /// The set `events`.
    public static var events: Self { Self() }
}

/// Agreements, conventions, memoranda …
public struct AgreementFields: FieldSet {
    public static let setName = "agreements"
    public let fieldPath: FieldPath

    /// The fields of the row that a path leads to.
    public init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// Document:a1, :a2 …
    public var id: KeywordField { KeywordField(fieldPath, "id") }

    /// The words that tell of it.
    public var name: NameField { NameField(fieldPath, "name") }

    /// Accord, convention, protocole …
    public var kind: KeywordField { KeywordField(fieldPath, "kind") }

    /// Signé, projet, annoncé, dénoncé.
    public var status: KeywordField { KeywordField(fieldPath, "status") }

    /// The words that tell of it.
    public var text: TextField { TextField(fieldPath, "text") }

    /// What it is for.
    public var purpose: TextField { TextField(fieldPath, "purpose") }

    /// Between whom.
    public var parties: Many<ActorFields> { Many<ActorFields>(fieldPath, "parties") }

    /// Its parties, once it is signed.
    public var signatories: Many<ActorFields> { Many<ActorFields>(fieldPath, "signatories") }

    /// When it was concluded.
    public var date: DateField { DateField(fieldPath, "date") }

    /// Where it was concluded.
    public var place: One<PlaceFields> { One<PlaceFields>(fieldPath, "place") }

    /// The occasion.
    public var event: One<EventFields> { One<EventFields>(fieldPath, "event") }

    /// Where it stands.
    public var document: One<DocumentFields> { One<DocumentFields>(fieldPath, "document") }

    /// Its paragraph in the document, from 1.
    public var paragraph: NumberField { NumberField(fieldPath, "paragraph") }

    /// Where it begins, in code points from 0.
    public var start: NumberField { NumberField(fieldPath, "start") }

    /// Where it ends, not included.
    public var end: NumberField { NumberField(fieldPath, "end") }
}

extension SetName<AgreementFields> {
    /// The set `agreements`.
    public static var agreements: Self { Self() }
}
