// The schema of news: what can be asked about articles and press releases.

extension Schema {
    /// Documents, what was said in them and by whom, events and agreements.
    ///
    /// ```swift
    /// for set in Schema.news.sets { print(set.name, set.documentation[.french]) }
    /// ```
    public static let news = Schema(
        sets: [documents, sentences, statements, actors, people, organisations, places, events, agreements],
        documents: Documents(
            set: "documents", title: "title", outlet: "outlet", date: "date", paragraph: "paragraph"))

    // Each line: name, type, aliases, what it is in English and in French. A relation names the set that it leads to and,
    // behind the arrow, the field there that leads back.

    private static let documents = SetSchema(
        "documents", singular: "document", aliases: ["articles", "article"],
        shown: ["id", "date", "title", "outlet", "words", "url", "path"], details: ["url", "path"],
        french: newsSetNouns["documents"],
        documentation: both("articles and press releases", "articles et communiqués"),
        fields: [
            field("id", .keyword(), "identifiant", "the name of its file", "le nom de son fichier"),
            field("title", .text, "titre headline", "the headline", "le titre"),
            field("lead", .text, "chapeau chapô", "the opening paragraph", "le premier paragraphe"),
            field("text", .text, "texte corps body", "the whole text", "le texte entier"),
            field("date", .date, "parution", "the day of publication", "le jour de parution"),
            field("place", .one("places"), "lieu", "the place of its dateline", "le lieu d’où il est daté"),
            field("outlet", .keyword(), "journal média newspaper", "who published it", "qui l’a publié"),
            field("agency", .keyword(), "agence", "the news agency it comes from", "l’agence dont il provient"),
            field("language", .keyword(), "langue", "fr, en …", "fr, en …"),
            field("url", .keyword(), "adresse lien link", "its address on the web", "son adresse sur le web"),
            field("path", .keyword(), "chemin fichier file", "the file it was read from", "le fichier d’où il est lu"),
            field("words", .number, "mots longueur length", "how many words", "le nombre de mots"),
            field("added", .date, "ajout", "the day it was added", "le jour de son ajout"),
            field("sentences", .many("sentences", inverse: "document"), "", "its sentences", "ses phrases"),
            field(
                "statements", .many("statements", inverse: "document"), "statement déclarations propos citations",
                "what is said in it", "ce qui y est dit"),
            field(
                "actors", .many("actors", inverse: "documents"), "actor acteurs",
                "people, organisations and other sources in it", "personnes, organisations et autres sources citées"),
            field(
                "people", .many("people", inverse: "documents"), "person personnes", "people in it", "personnes citées"),
            field(
                "organisations", .many("organisations", inverse: "documents"),
                "organisation organizations organization",
                "organisations in it", "organisations citées"),
            field("places", .many("places", inverse: "documents"), "lieux", "places in it", "lieux cités"),
            field(
                "events", .many("events", inverse: "document"), "event évènements évènement",
                "events it tells of", "évènements dont il parle"),
            field(
                "agreements", .many("agreements", inverse: "document"), "agreement accords accord",
                "agreements it tells of", "accords dont il parle"),
        ])

    private static let sentences = SetSchema(
        "sentences", singular: "sentence",
        shown: ["id", "date", "text", "document", "paragraph", "start", "end"],
        details: ["id", "paragraph", "start", "end"],
        isSearchedByText: true,
        french: newsSetNouns["sentences"],
        documentation: both("the sentences of the documents", "les phrases des documents"),
        fields: [
            field("id", .keyword(), "identifiant", "document:s1, :s2 …", "document:s1, :s2 …"),
            field("text", .text, "texte", "its words", "ses mots"),
            field(
                "document", .one("documents", inverse: "sentences"), "article", "where it stands", "où elle se trouve"),
            field("date", .date, "", "the day of its document", "le jour de son document"),
            field("position", .number, "rang", "its place in the document, from 1", "son rang dans le document, dès 1"),
        ] + standing)

    private static let statements = SetSchema(
        "statements", singular: "statement",
        aliases: ["déclarations", "déclaration", "propos", "citations", "citation", "quotations", "quotes"],
        shown: ["id", "date", "speaker", "role", "verb", "mode", "text", "document", "start", "end"],
        details: ["id", "mode", "start", "end"],
        french: newsSetNouns["statements"],
        documentation: both("what somebody is reported to have said", "ce que quelqu’un aurait dit"),
        fields: [
            field("id", .keyword(), "identifiant", "document:1, :2 …", "document:1, :2 …"),
            field(
                "speaker", .one("actors", inverse: "statements"), "orateur oratrice locuteur locutrice",
                "who said it", "qui l’a dit"),
            field("attribution", .keyword(), "", "the words that name the source", "les mots qui nomment la source"),
            field("role", .keyword(), "fonction", "what the speaker is, as given there", "la fonction donnée là"),
            field(
                "cue", .keyword(), "marqueur", "the verb as written: « a souligné »",
                "le verbe tel quel : « a souligné »"),
            field("verb", .keyword(), "verbe", "its infinitive: souligner, selon", "son infinitif : souligner, selon"),
            field("act", .keyword(), "acte", "assert, praise, deny …", "assert, praise, deny …"),
            field("mode", .keyword(), "kind genre", "direct, indirect or mixed", "direct, indirect ou mixed"),
            field("text", .text, "texte contenu content", "what was said", "ce qui a été dit"),
            field(
                "document", .one("documents", inverse: "statements"), "article", "where it stands", "où elle se trouve"),
            field("date", .date, "", "when it was said, or published", "quand elle a été faite, ou publiée"),
            field("place", .one("places", inverse: "statements"), "lieu", "where it was said", "où elle a été faite"),
            field("event", .one("events", inverse: "statements"), "évènement", "the occasion", "l’occasion"),
            field("addressee", .keyword(), "destinataire", "« devant la presse »", "« devant la presse »"),
            field("medium", .keyword(), "canal", "« dans un communiqué »", "« dans un communiqué »"),
            field(
                "confidence", .number, "confiance", "0 to 1, how sure the reading is", "0 à 1, la sûreté de la lecture"),
            field("rule", .keyword(), "règle", "the rule that found it", "la règle qui l’a trouvée"),
        ] + standing)

    private static let actors = SetSchema(
        "actors", singular: "actor", aliases: ["acteurs", "acteur", "speakers", "orateurs", "locuteurs"],
        label: "name", shown: ["id", "name", "type", "role", "kind"], details: ["id"], namesPeople: true,
        french: newsSetNouns["actors"],
        documentation: both(
            "everyone and everything that can speak or sign", "tous ceux et tout ce qui peut parler ou signer"),
        fields: [
            field("id", .keyword(), "identifiant", "made from the name", "tiré du nom"),
            field(
                "type", .keyword(), "",
                "person, organisation, group, document, unnamed, or place where a place acts",
                "person, organisation, group, document, unnamed, ou place quand un lieu agit"),
        ] + naming + [
            subkind,
            gender, role, roles, organisationsOfPerson, peopleOfOrganisation,
            acting("statements", .many("statements", inverse: "speaker")),
            acting("documents", .many("documents", inverse: "actors")),
        ] + taking)

    private static let people = SetSchema(
        "people", singular: "person", aliases: ["personnes", "personne", "persons"],
        part: .init(of: "actors", where: "type", is: "person"),
        label: "name", shown: ["id", "name", "role", "organisations"], details: ["id"], namesPeople: true,
        french: newsSetNouns["people"],
        documentation: both("people with a name", "personnes nommées"),
        fields: [
            field("id", .keyword(), "identifiant", "made from the name", "tiré du nom")
        ] + naming + [
            gender, role, roles, organisationsOfPerson,
            acting("statements", .many("statements", inverse: "speaker")),
            acting("documents", .many("documents", inverse: "people")),
        ] + taking)

    private static let organisations = SetSchema(
        "organisations", singular: "organisation", aliases: ["organizations", "organization"],
        part: .init(of: "actors", where: "type", is: "organisation"),
        label: "name", shown: ["id", "name", "kind"], details: ["id"],
        french: newsSetNouns["organisations"],
        documentation: both(
            "ministries, parties, companies, associations …", "ministères, partis, entreprises, associations …"),
        fields: [
            field("id", .keyword(), "identifiant", "made from the name", "tiré du nom")
        ] + naming + [
            subkind, peopleOfOrganisation,
            acting("statements", .many("statements", inverse: "speaker")),
            acting("documents", .many("documents", inverse: "organisations")),
        ] + taking)

    private static let places = SetSchema(
        "places", singular: "place", aliases: ["lieux", "lieu"],
        label: "name", shown: ["id", "name", "kind"], details: ["id"],
        french: newsSetNouns["places"],
        documentation: both("towns, regions, countries, buildings", "villes, régions, pays, bâtiments"),
        fields: [
            field("id", .keyword(), "identifiant", "made from the name", "tiré du nom")
        ] + naming + [
            subkind,
            acting("documents", .many("documents", inverse: "places")),
            field(
                "statements", .many("statements", inverse: "place"), "statement déclarations propos citations",
                "what was said there", "ce qui y a été dit"),
            field(
                "events", .many("events", inverse: "place"), "event évènements évènement",
                "what took place there", "ce qui s’y est tenu"),
            field(
                "agreements", .many("agreements", inverse: "place"), "agreement accords accord",
                "what was agreed there", "ce qui y a été convenu"),
        ])

    private static let events = SetSchema(
        "events", singular: "event", aliases: ["évènements", "évènement"],
        label: "name",
        shown: ["id", "date", "name", "kind", "topic", "place", "organisers", "document", "start", "end"],
        details: ["id", "start", "end"],
        french: newsSetNouns["events"],
        documentation: both("meetings, conferences, visits …", "rencontres, conférences, visites …"),
        fields: [
            field("id", .keyword(), "identifiant", "document:e1, :e2 …", "document:e1, :e2 …"),
            field(
                "name", .name(), "nom", "its name, or the words that tell of it", "son nom, ou les mots qui en parlent"),
            field("kind", .keyword(), "type genre", "rencontre, sommet, visite …", "rencontre, sommet, visite …"),
            field("topic", .text, "thème sujet", "what it is about", "ce dont il y est question"),
            field("text", .text, "texte", "the words that tell of it", "les mots qui en parlent"),
            field("date", .date, "", "when it takes place", "quand il a lieu"),
            field("place", .one("places", inverse: "events"), "lieu", "where it takes place", "où il a lieu"),
            field(
                "organisers", .many("actors", inverse: "organised"), "organiser organisateurs organisateur organizers",
                "who organises it", "qui l’organise"),
            field("participants", .many("actors"), "participant", "who takes part", "qui y prend part"),
            field("document", .one("documents", inverse: "events"), "article", "where it stands", "où il se trouve"),
            field(
                "statements", .many("statements", inverse: "event"), "statement déclarations propos citations",
                "what was said at it", "ce qui y a été dit"),
            field(
                "agreements", .many("agreements", inverse: "event"), "agreement accords accord",
                "what was agreed at it", "ce qui y a été convenu"),
        ] + standing)

    private static let agreements = SetSchema(
        "agreements", singular: "agreement", aliases: ["accords", "accord"],
        label: "name",
        shown: ["id", "date", "name", "kind", "status", "parties", "purpose", "document", "start", "end"],
        details: ["id", "kind", "start", "end"],
        french: newsSetNouns["agreements"],
        documentation: both("agreements, conventions, memoranda …", "accords, conventions, mémorandums …"),
        fields: [
            field("id", .keyword(), "identifiant", "document:a1, :a2 …", "document:a1, :a2 …"),
            field("name", .name(), "nom", "the words that tell of it", "les mots qui en parlent"),
            field(
                "kind", .keyword(), "type genre", "accord, convention, protocole …", "accord, convention, protocole …"),
            field(
                "status", .keyword(), "statut état", "signé, projet, annoncé, dénoncé",
                "signé, projet, annoncé, dénoncé"),
            field("text", .text, "texte", "the words that tell of it", "les mots qui en parlent"),
            field("purpose", .text, "objet", "what it is for", "ce à quoi il sert"),
            field("parties", .many("actors", inverse: "agreements"), "party partie", "between whom", "entre qui"),
            field(
                "signatories", .many("actors"), "signatory signataires signataire",
                "its parties, once it is signed", "ses parties, une fois signé"),
            field("date", .date, "", "when it was concluded", "quand il a été conclu"),
            field(
                "place", .one("places", inverse: "agreements"), "lieu", "where it was concluded", "où il a été conclu"),
            field("event", .one("events", inverse: "agreements"), "évènement", "the occasion", "l’occasion"),
            field(
                "document", .one("documents", inverse: "agreements"), "article", "where it stands", "où il se trouve"),
        ] + standing)

    // MARK: Fields of several sets

    /// Of whatever stands in a document.
    private static let standing = [
        field("paragraph", .number, "paragraphe", "its paragraph in the document, from 1", "son paragraphe, dès 1"),
        field(
            "start", .number, "début", "where it begins, in code points from 0",
            "où cela commence, en points de code, dès 0"),
        field("end", .number, "fin", "where it ends, not included", "où cela finit, exclu"),
    ]

    private static let naming = [
        field("name", .name(), "nom", "the fullest name", "le nom le plus complet"),
        field("names", .name(many: true), "noms formes forms", "all its forms", "toutes ses formes"),
    ]

    private static let gender = field(
        "gender", .keyword(), "genre", "feminine, masculine, where the text shows it",
        "feminine, masculine, si le texte le dit")
    private static let role = field(
        "role", .keyword(), "fonction", "the one that most documents of the last year give",
        "celle que donnent le plus de documents de la dernière année")
    private static let roles = field("roles", .keyword(many: true), "fonctions", "all of them", "toutes")
    private static let subkind = field(
        "kind", .keyword(), "sorte", "ministère, ONG, ville …", "ministère, ONG, ville …")
    private static let organisationsOfPerson = field(
        "organisations", .many("organisations", inverse: "people"), "organisation organizations organization",
        "where the person belongs", "auxquelles la personne appartient")
    private static let peopleOfOrganisation = field(
        "people", .many("people", inverse: "organisations"), "person personnes members membres",
        "people who belong to it", "personnes qui en font partie")

    /// What actors and places have to do with documents and statements.
    private static func acting(_ name: String, _ type: FieldType) -> FieldSchema {
        name == "documents"
            ? field(name, type, "document articles article", "where it is named", "où il en est question")
            : field(
                name, type, "statement déclarations propos citations", "what was said by them",
                "ce qui a été dit par eux")
    }

    private static let taking = [
        field(
            "events", .many("events"), "event évènements évènement",
            "where they took part or spoke", "où ils ont pris part ou la parole"),
        field(
            "organised", .many("events", inverse: "organisers"), "organisés organized",
            "events they organised", "évènements qu’ils ont organisés"),
        field(
            "agreements", .many("agreements", inverse: "parties"), "agreement accords accord",
            "what they are a party to", "ceux dont ils sont partie"),
    ]

    // MARK: Notation

    /// - Parameter aliases: with spaces between.
    private static func field(
        _ name: String, _ type: FieldType, _ aliases: String, _ english: String, _ french: String
    ) -> FieldSchema {
        FieldSchema(
            name, type, aliases: aliases.split(separator: " ").map(String.init), french: newsFieldNouns[name],
            documentation: both(english, french))
    }

    private static func both(_ english: String, _ french: String) -> LocalizedText {
        LocalizedText(english: english, french: french)
    }
}
