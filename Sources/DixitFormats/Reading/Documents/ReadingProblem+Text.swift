// What is said of what was not read.

public import Dixit

extension ReadingProblem {
    /// What is wrong, in the reader's words, with its place.
    public func message(in language: Language) -> String {
        guard hasPlaceBefore else { return messageWithoutPlace(in: language) }
        let text = messageWithoutPlace(in: language)
        switch (language, line) {
        case (.english, let line?): return "\(path), line \(line): \(text)"
        case (.english, nil): return "\(path): \(text)"
        case (.french, let line?): return "\(path), ligne \(line)\u{A0}: \(text)"
        case (.french, nil): return "\(path)\u{A0}: \(text)"
        }
    }

    /// The same for those who say the place first, where it is not part of the sentence: `news.jsonl:12: error[E709]: this is no JSON object`.
    public func messageWithoutPlace(in language: Language) -> String {
        language == .french ? french : english
    }

    /// Whether the words do not name the file.
    public var hasPlaceBefore: Bool {
        if line != nil { return true }
        return switch kind {
        case .notFound, .unreadable, .notUTF8, .empty, .noDocuments, .unknownExtension, .skipped, .notAFile, .tooLarge:
            false
        default: true
        }
    }

    /// `.txt, .text, .jsonl`
    private static let extensions = DocumentForm.allCases.flatMap(\.extensions).map { "." + $0 }.joined(separator: ", ")

    /// `text, body, content, contenu …`
    private static func some(_ names: [String]) -> String {
        names.prefix(4).map { $0.prefix(40) }.joined(separator: ", ") + (names.count > 4 ? " …" : "")
    }

    private var english: String {
        switch kind {
        case .notFound: "there is no file or folder “\(path)”"
        case .unreadable(let reason): "I can't read “\(path)”: \(reason)"
        case .notUTF8(let offset, let isDocument):
            "\(line == nil ? "“\(path)”" : "this") is not UTF-8 text: byte \(offset) is wrong (\(isDocument ? "--encoding names what it is" : "save it as UTF-8"))"
        case .empty: line == nil ? "“\(path)” has no text in it" : "this has no text in it"
        case .noDocuments: "the folder “\(path)” has no documents (\(Self.extensions))"
        case .unknownExtension: "the name of “\(path)” does not say what it is (\(Self.extensions))"
        case .notAFile: "“\(path)” is neither a file nor a folder"
        case .tooLarge(let bytes):
            "“\(path)” has \(bytes) bytes; the most I read as one text is \(DocumentFiles.largestFile)"
        case .skipped: "“\(path)” is passed over: its name is none of a document (\(Self.extensions))"
        case .noObject: "this is no JSON object"
        case .noJSON: "this is no JSON"
        case .noText(let fields):
            "there is no text under \(Self.some(fields)); --fields text=NAME says where it is"
        case .noRecords: "there is no document in it"
        case .lineTooLong: "this line is longer than \(DocumentFiles.largestFile) bytes"
        case .truncated: "it ends too early; what could be unpacked is read"
        case .damaged(let reason):
            "it is damaged\(reason.map { " (\($0))" } ?? ""); what could be unpacked before is read"
        case .unpacksTooLarge(let bytes):
            "it unpacks to more than \(UnpackingGauge.largestRatio) times its size (\(bytes) bytes so far), which no text does; the rest is left out"
        case .unbalancedQuotes:
            "the quotation marks of this row do not go together (a quotation mark inside a value is written twice)"
        case .noTextColumn(let columns, let fields):
            "none of the columns is a text (\(Self.some(columns))); I look for \(Self.some(fields)), and --fields text=NAME names another"
        case .columnsDiffer(let found, let header): "this row has \(found) values, the header \(header) names"
        case .replacedBytes(let count, let encoding):
            "\(count) \(count == 1 ? "byte is no character" : "bytes are no characters") of \(encoding); there is U+FFFD instead"
        case .readAs(let encoding): "this is not UTF-8; it is read as \(encoding) (--encoding names another)"
        case .nestedTooDeep: "elements are inside each other more than \(MarkupDepth.deepest) deep; it is not read on"
        case .notWellFormed(let reason): "this XML is not well-formed: \(reason)"
        case .entityDeclared:
            "this XML declares entities, which no feed needs and which can be a trap; it is not read on"
        case .noFeed: "this is neither RSS nor Atom"
        case .badFrontMatter(let reason): "what stands between --- and --- is no YAML: \(reason)"
        case .encrypted: "this is encrypted; unpack it with its password first"
        case .duplicate(let other): "this was read already, as \(other)"
        case .idTaken(let id):
            "another document has the id “\(id)”; in a corpus this one is told apart by ~2, ~3 … behind it"
        case .unreadableDate(let date):
            "I can't read the date “\(date)” for certain; it is left out (write it as 2016-05-12)"
        }
    }

    private var french: String {
        let name = "«\u{A0}\(path)\u{A0}»"
        return switch kind {
        case .notFound: "il n'y a ni fichier ni dossier \(name)"
        case .unreadable(let reason): "je ne peux pas lire \(name)\u{A0}: \(reason)"
        case .notUTF8(let offset, let isDocument):
            "\(line == nil ? name : "ce") n'est pas du texte UTF-8\u{A0}: l'octet \(offset) est faux (\(isDocument ? "--encoding dit ce que c'est" : "enregistrez-le en UTF-8"))"
        case .empty: line == nil ? "\(name) ne contient pas de texte" : "il n'y a pas de texte ici"
        case .noDocuments: "le dossier \(name) ne contient aucun document (\(Self.extensions))"
        case .unknownExtension: "le nom de \(name) ne dit pas ce que c'est (\(Self.extensions))"
        case .notAFile: "\(name) n'est ni un fichier ni un dossier"
        case .tooLarge(let bytes):
            "\(name) a \(bytes) octets\u{A0}; j'en lis au plus \(DocumentFiles.largestFile) comme un seul texte"
        case .skipped: "\(name) est laissé de côté\u{A0}: son nom n'est pas celui d'un document (\(Self.extensions))"
        case .noObject: "ce n'est pas un objet JSON"
        case .noJSON: "ce n'est pas du JSON"
        case .noText(let fields):
            "il n'y a pas de texte sous \(Self.some(fields))\u{A0}; --fields text=NOM dit où il est"
        case .noRecords: "il n'y a pas de document dedans"
        case .lineTooLong: "cette ligne a plus de \(DocumentFiles.largestFile) octets"
        case .truncated: "la fin manque\u{A0}; ce qui a pu être décompressé est lu"
        case .damaged(let reason):
            "il est abîmé\(reason.map { " (\($0))" } ?? "")\u{A0}; ce qui a pu être décompressé avant est lu"
        case .unpacksTooLarge(let bytes):
            "décompressé, il fait plus de \(UnpackingGauge.largestRatio) fois sa taille (\(bytes) octets jusqu'ici), ce qu'aucun texte ne fait\u{A0}; le reste est omis"
        case .unbalancedQuotes:
            "les guillemets de cette ligne ne vont pas ensemble (dans une valeur, un guillemet s'écrit deux fois)"
        case .noTextColumn(let columns, let fields):
            "aucune colonne n'est un texte (\(Self.some(columns)))\u{A0}; je cherche \(Self.some(fields)), et --fields text=NOM en nomme une autre"
        case .columnsDiffer(let found, let header): "cette ligne a \(found) valeurs, l'en-tête \(header) noms"
        case .replacedBytes(let count, let encoding):
            "\(count) \(count == 1 ? "octet n'est pas un caractère" : "octets ne sont pas des caractères") de \(encoding)\u{A0}; il y a U+FFFD à la place"
        case .readAs(let encoding): "ce n'est pas de l'UTF-8\u{A0}; lu comme \(encoding) (--encoding en nomme un autre)"
        case .nestedTooDeep:
            "les éléments sont imbriqués à plus de \(MarkupDepth.deepest) niveaux\u{A0}; la suite n'est pas lue"
        case .notWellFormed(let reason): "ce XML n'est pas bien formé\u{A0}: \(reason)"
        case .entityDeclared:
            "ce XML déclare des entités, dont aucun flux n'a besoin et qui peuvent être un piège\u{A0}; la suite n'est pas lue"
        case .noFeed: "ce n'est ni RSS ni Atom"
        case .badFrontMatter(let reason): "ce qui est entre --- et --- n'est pas du YAML\u{A0}: \(reason)"
        case .encrypted: "ceci est chiffré\u{A0}; décompressez-le d'abord avec son mot de passe"
        case .duplicate(let other): "déjà lu, comme \(other)"
        case .idTaken(let id):
            "un autre document a l'identifiant «\u{A0}\(id)\u{A0}»\u{A0}; dans un corpus, celui-ci s'en distingue par ~2, ~3… à la fin"
        case .unreadableDate(let date):
            "je ne peux pas lire avec certitude la date «\u{A0}\(date)\u{A0}»\u{A0}; elle est omise (écrivez 2016-05-12)"
        }
    }
}
