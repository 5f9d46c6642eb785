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

    private var english: String {
        switch kind {
        case .notFound: "there is no file or folder “\(path)”"
        case .unreadable(let reason): "I can't read “\(path)”: \(reason)"
        case .notUTF8(let offset):
            "\(line == nil ? "“\(path)”" : "this") is not UTF-8 text: byte \(offset) is wrong (convert it with iconv -t UTF-8)"
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
            "there is no text under \(fields.joined(separator: ", ")); --fields text=NAME says where it is"
        case .noRecords: "there is no document in it"
        case .lineTooLong: "this line is longer than \(DocumentFiles.largestFile) bytes"
        case .truncated: "it ends too early; what could be unpacked is read"
        case .damaged(let reason):
            "it is damaged\(reason.map { " (\($0))" } ?? ""); what could be unpacked before is read"
        case .unpacksTooLarge(let bytes):
            "it unpacks to more than \(UnpackingGauge.largestRatio) times its size (\(bytes) bytes so far), which no text does; the rest is left out"
        case .duplicate(let other): "this was read already, as \(other)"
        case .unreadableDate(let date):
            "I can't read the date “\(date)” for certain; it is left out (write it as 2016-05-12)"
        }
    }

    private var french: String {
        let name = "«\u{A0}\(path)\u{A0}»"
        return switch kind {
        case .notFound: "il n'y a ni fichier ni dossier \(name)"
        case .unreadable(let reason): "je ne peux pas lire \(name)\u{A0}: \(reason)"
        case .notUTF8(let offset):
            "\(line == nil ? name : "ce") n'est pas du texte UTF-8\u{A0}: l'octet \(offset) est faux (convertissez-le avec iconv -t UTF-8)"
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
            "il n'y a pas de texte sous \(fields.joined(separator: ", "))\u{A0}; --fields text=NOM dit où il est"
        case .noRecords: "il n'y a pas de document dedans"
        case .lineTooLong: "cette ligne a plus de \(DocumentFiles.largestFile) octets"
        case .truncated: "la fin manque\u{A0}; ce qui a pu être décompressé est lu"
        case .damaged(let reason):
            "il est abîmé\(reason.map { " (\($0))" } ?? "")\u{A0}; ce qui a pu être décompressé avant est lu"
        case .unpacksTooLarge(let bytes):
            "décompressé, il fait plus de \(UnpackingGauge.largestRatio) fois sa taille (\(bytes) octets jusqu'ici), ce qu'aucun texte ne fait\u{A0}; le reste est omis"
        case .duplicate(let other): "déjà lu, comme \(other)"
        case .unreadableDate(let date):
            "je ne peux pas lire avec certitude la date «\u{A0}\(date)\u{A0}»\u{A0}; elle est omise (écrivez 2016-05-12)"
        }
    }
}
