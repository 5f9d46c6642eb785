// What kept a file from becoming a document, in words.

public import Dixit

/// A path that was not read, and why. The other paths are read all the same.
///
/// `E701 there is no file or folder “seed”`
public struct ReadingProblem: Error, Hashable, Sendable {
    /// What keeps a path from being read.
    public enum Kind: Error, Hashable, Sendable {
        /// There is no such file or folder.
        case notFound
        /// With the reason that the system gives.
        case unreadable(reason: String)
        /// The first byte, from 0, that is no UTF-8.
        case notUTF8(offset: Int)
        /// Nothing in it, or nothing but spaces.
        case empty
        /// A folder in which no file has a text.
        case noDocuments
        /// Not `.txt` or `.text`, but named by the caller.
        case unknownExtension
        /// The same, met in a folder: passed over.
        case skipped
        /// A device, a pipe: something that may never end.
        case notAFile
        /// More bytes than ``DocumentFiles/largestFile``.
        case tooLarge(bytes: Int)
    }

    /// What kept it.
    public let kind: Kind
    /// As it was given, or met in a folder.
    public let path: String

    /// What kept a path from being read.
    public init(_ kind: Kind, at path: String) {
        self.kind = kind
        self.path = path
    }

    /// Whether it is only worth knowing: the caller did not ask for this file by name.
    public var isNote: Bool { kind == .skipped }

    /// Stable: `E701`.
    public var code: String {
        switch kind {
        case .notFound: "E701"
        case .unreadable: "E702"
        case .notUTF8: "E703"
        case .empty: "E704"
        case .noDocuments: "E705"
        case .unknownExtension: "E706"
        case .notAFile: "E707"
        case .tooLarge: "E708"
        case .skipped: "N701"
        }
    }

    /// What is wrong, in the reader's words.
    public func message(in language: Language) -> String {
        switch language {
        case .english: englishMessage
        case .french: frenchMessage
        }
    }

    private var englishMessage: String {
        switch kind {
        case .notFound: "there is no file or folder “\(path)”"
        case .unreadable(let reason): "I can't read “\(path)”: \(reason)"
        case .notUTF8(let offset):
            "“\(path)” is not UTF-8 text: byte \(offset) is wrong (convert it with iconv -t UTF-8)"
        case .empty: "“\(path)” has no text in it"
        case .noDocuments: "the folder “\(path)” has no documents (.txt, .text)"
        case .unknownExtension: "“\(path)” is not a .txt or .text file"
        case .notAFile: "“\(path)” is neither a file nor a folder"
        case .tooLarge(let bytes):
            "“\(path)” has \(bytes) bytes; the most I read is \(DocumentFiles.largestFile)"
        case .skipped: "“\(path)” is passed over: it is not a .txt or .text file"
        }
    }

    private var frenchMessage: String {
        let name = "«\u{A0}\(path)\u{A0}»"
        return switch kind {
        case .notFound: "il n'y a ni fichier ni dossier \(name)"
        case .unreadable(let reason): "je ne peux pas lire \(name)\u{A0}: \(reason)"
        case .notUTF8(let offset):
            "\(name) n'est pas du texte UTF-8\u{A0}: l'octet \(offset) est faux (convertissez-le avec iconv -t UTF-8)"
        case .empty: "\(name) ne contient pas de texte"
        case .noDocuments: "le dossier \(name) ne contient aucun document (.txt, .text)"
        case .unknownExtension: "\(name) n'est pas un fichier .txt ou .text"
        case .notAFile: "\(name) n'est ni un fichier ni un dossier"
        case .tooLarge(let bytes):
            "\(name) a \(bytes) octets\u{A0}; j'en lis au plus \(DocumentFiles.largestFile)"
        case .skipped: "\(name) est laissé de côté\u{A0}: ce n'est pas un fichier .txt ou .text"
        }
    }
}
