// What is wrong with annotations made elsewhere, in words.

public import Dixit

/// An annotation that could not be taken, and why; the others are taken all the same.
///
/// `a.ann:3: E732 the text at 38–128 is “le renforcement”, not “la réforme”`
public struct AnnotationProblem: Error, Hashable, Sendable {
    /// What can be wrong with an annotation.
    public enum Kind: Hashable, Sendable {
        /// The file cannot be read.
        case file(ReadingProblem.Kind)
        /// The line or the object is none that the format has.
        case unreadable(String)
        /// Code points that the text does not have.
        case outsideText(Range<Int>, length: Int)
        /// What stands there is not what the annotation says.
        case otherText(Range<Int>, is: String, said: String)
        /// A link or a property of something that is not there.
        case unknownTarget(String, of: String)
        /// A value that the field cannot have.
        case unfitValue(field: String, value: String)
        /// A field that a record must have.
        case missingField(String)
        /// No document is called so.
        case unknownDocument(String)
        /// Two documents are called so.
        case severalDocuments(String)
        /// What has no meaning here: types, fields and notes of other tools, with how many there are.
        case passedOver(String, count: Int)
    }

    /// What is wrong.
    public let kind: Kind
    /// The file, as it was named.
    public let path: String
    /// From 1; nil where it is about the file as a whole.
    public let line: Int?

    init(_ kind: Kind, at path: String, line: Int = 0) {
        (self.kind, self.path, self.line) = (kind, path, line > 0 ? line : nil)
    }

    /// Whether it is only worth knowing.
    public var isNote: Bool {
        if case .passedOver = kind { true } else { false }
    }

    /// Stable: `E732`.
    public var code: String {
        switch kind {
        case .file(let kind): ReadingProblem(kind, at: path).code
        case .unreadable: "E731"
        case .otherText: "E732"
        case .outsideText: "E733"
        case .unknownTarget: "E734"
        case .unfitValue: "E735"
        case .missingField: "E736"
        case .unknownDocument: "E737"
        case .severalDocuments: "E738"
        case .passedOver: "N731"
        }
    }

    /// What is wrong, in the reader's words, and what to do about it.
    public func message(in language: Language) -> String {
        switch language {
        case .english: english
        case .french: french
        }
    }

    private var english: String {
        switch kind {
        case .file(let kind): ReadingProblem(kind, at: path).message(in: .english)
        case .unreadable(let text): "I can't read “\(text)”"
        case .otherText(let place, let own, let said):
            "the text at \(place.lowerBound)–\(place.upperBound) is “\(own)”, not “\(said)” "
                + "(offsets count code points of this very text)"
        case .outsideText(let place, let length):
            "\(place.lowerBound)–\(place.upperBound) is outside of the text, which has \(length) code points"
        case .unknownTarget(let id, let name): "there is no \(id), which \(name) is about"
        case .unfitValue(let field, let value): "\(field) can't be “\(value)”"
        case .missingField(let name): "the record has no \(name)"
        case .unknownDocument(let name): "no document is called “\(name)”"
        case .severalDocuments(let name): "several documents are called “\(name)”: name them by their paths"
        case .passedOver(let name, let count):
            "passed over, as it means nothing here: \(name)" + (count > 1 ? " (\(count) times)" : "")
        }
    }

    private var french: String {
        func quoted(_ text: String) -> String { "«\u{A0}\(text)\u{A0}»" }
        return switch kind {
        case .file(let kind): ReadingProblem(kind, at: path).message(in: .french)
        case .unreadable(let text): "je ne peux pas lire \(quoted(text))"
        case .otherText(let place, let own, let said):
            "le texte en \(place.lowerBound)–\(place.upperBound) est \(quoted(own)), et non \(quoted(said)) "
                + "(les positions comptent les points de code de ce texte même)"
        case .outsideText(let place, let length):
            "\(place.lowerBound)–\(place.upperBound) est hors du texte, qui a \(length) points de code"
        case .unknownTarget(let id, let name): "il n'y a pas de \(id), dont parle \(name)"
        case .unfitValue(let field, let value): "\(field) ne peut pas être \(quoted(value))"
        case .missingField(let name): "la fiche n'a pas de \(name)"
        case .unknownDocument(let name): "aucun document ne s'appelle \(quoted(name))"
        case .severalDocuments(let name):
            "plusieurs documents s'appellent \(quoted(name))\u{A0}: nommez-les par leurs chemins"
        case .passedOver(let name, let count):
            "laissé de côté, car cela ne veut rien dire ici\u{A0}: \(name)" + (count > 1 ? " (\(count) fois)" : "")
        }
    }
}
