// What the command line and the prompt say, in English and French. Messages about queries are in DixitSyntax.

import Dixit

/// One thing to say.
enum Phrase: Error {
    case page(shown: Range<Int>, of: Int)
    case unknownRendering(String)
    case loading(read: Int, all: Int)
    case noCorpus
    case nothingLoaded
    case cannotWrite(path: String, reason: String)
    case cannotReadScript(path: String, reason: String)
    case unknownCommand(String, suggestion: String?)
    case commandOfOtherPrograms(String, ours: String)
    case noAnswerYet
    case noSuchRow(Int, count: Int)
    case noMoreRows
    case noPassage
    case noRecord
    case noQueryToRefine
    case unknownName(String, kind: String, known: [String])
    case wrongArgument(String)
    case welcome(documents: Int, statements: Int)
    case snapshotBesideOthers(String)
    case snapshotWritten(String, documents: Int, statements: Int, bytes: Int)
    case writing(written: Int, all: Int)
    case readingRecords(Int)
    case recordsWritten(String, [(set: String, rows: Int)], bytes: Int)
    case documentsAndRecords
    case schemaWithoutRecords
    case memory(bytes: Int)
    case memoryPerMillion(set: String, bytes: Int)
    case snapshotSound(String, bytes: Int)

    func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .french: french
        }
    }

    private var english: String {
        switch self {
        case .page(let shown, let all): "\(range(shown)) of \(number(all)), .next"
        case .unknownRendering(let name): "the format `\(name)` is not here yet"
        case .loading(let read, let all): "reading \(number(read)) of \(number(all)) documents"
        case .noCorpus: "which documents? Name files or folders: dixit seeds"
        case .nothingLoaded: "there is no document to ask"
        case .cannotWrite(let path, let reason): "I can't write “\(path)”: \(reason)"
        case .cannotReadScript(let path, let reason): "I can't read the script “\(path)”: \(reason)"
        case .unknownCommand(let name, let suggestion):
            "I have no command \(name)" + (suggestion.map { "; did you mean \($0)?" } ?? " (.help lists them)")
        case .commandOfOtherPrograms(let name, let ours): "\(name) is \(ours) here"
        case .noAnswerYet: "there is no answer yet"
        case .noSuchRow(let row, let count): "there is no row \(row): the last answer has \(number(count))"
        case .noMoreRows: "there are no more rows"
        case .noPassage: "this row stands on no text"
        case .noRecord: "this row is a number or a group: ask for the rows themselves with find"
        case .noQueryToRefine: "there is no query yet that this could change"
        case .unknownName(let name, let kind, let known):
            "I know no \(kind) “\(name)”" + (known.isEmpty ? "" : ": \(known.joined(separator: ", "))")
        case .wrongArgument(let usage): "write it so: \(usage)"
        case .snapshotBesideOthers(let path):
            "“\(path)” is a snapshot, which is asked alone: index its documents together with the others"
        case .snapshotWritten(let path, let documents, let statements, let bytes):
            "\(path): \(number(documents)) \(documents == 1 ? "document" : "documents"), "
                + "\(number(statements)) \(statements == 1 ? "statement" : "statements"), \(number(bytes)) bytes"
        case .readingRecords(let rows): "reading: \(number(rows)) records"
        case .recordsWritten(let path, let sets, let bytes):
            ([path + ":"] + sets.map { "\(number($0.rows)) \($0.set)," }).joined(separator: " ")
                + " \(number(bytes)) bytes"
        case .documentsAndRecords: "a corpus is made of documents or of --records, not of both"
        case .schemaWithoutRecords: "--schema and --rename go with --records people=people.jsonl …"
        case .memory(let bytes): "\(number(bytes)) bytes"
        case .memoryPerMillion(let set, let bytes): "\(number(bytes)) bytes for a million \(set) at this rate"
        case .snapshotSound(let path, let bytes): "\(path): sound, \(number(bytes)) bytes"
        case .writing(let written, let all): "writing \(number(written)) of \(number(all)) bytes"
        case .welcome(let documents, let statements):
            "\(number(documents)) \(documents == 1 ? "document" : "documents"), "
                + "\(number(statements)) \(statements == 1 ? "statement" : "statements"). "
                + "Ask away, or .help; .quit leaves."
        }
    }

    private var french: String {
        switch self {
        case .page(let shown, let all): "\(range(shown)) sur \(number(fr: all)), .next"
        case .unknownRendering(let name): "le format `\(name)` n'est pas encore là"
        case .loading(let read, let all): "lecture de \(number(fr: read)) documents sur \(number(fr: all))"
        case .noCorpus: "quels documents\u{202F}? Nommez des fichiers ou des dossiers\u{A0}: dixit seeds"
        case .nothingLoaded: "il n'y a aucun document à interroger"
        case .cannotWrite(let path, let reason): "je ne peux pas écrire «\u{A0}\(path)\u{A0}»\u{A0}: \(reason)"
        case .cannotReadScript(let path, let reason):
            "je ne peux pas lire le script «\u{A0}\(path)\u{A0}»\u{A0}: \(reason)"
        case .unknownCommand(let name, let suggestion):
            "je n'ai pas de commande \(name)"
                + (suggestion.map { "\u{202F}; vouliez-vous dire \($0)\u{202F}?" } ?? " (.help en donne la liste)")
        case .commandOfOtherPrograms(let name, let ours): "\(name) s'écrit \(ours) ici"
        case .noAnswerYet: "il n'y a pas encore de réponse"
        case .noSuchRow(let row, let count):
            "il n'y a pas de ligne \(row)\u{A0}: la dernière réponse en a \(number(fr: count))"
        case .noMoreRows: "il n'y a plus de lignes"
        case .noPassage: "cette ligne ne s'appuie sur aucun texte"
        case .noRecord: "cette ligne est un nombre ou un groupe\u{A0}: demandez les lignes mêmes avec find"
        case .noQueryToRefine: "il n'y a pas encore de requête à modifier"
        case .unknownName(let name, let kind, let known):
            "je ne connais pas «\u{A0}\(name)\u{A0}» (\(kind))"
                + (known.isEmpty ? "" : "\u{A0}: \(known.joined(separator: ", "))")
        case .wrongArgument(let usage): "cela s'écrit\u{A0}: \(usage)"
        case .snapshotBesideOthers(let path):
            "«\u{A0}\(path)\u{A0}» est un instantané, qui s'interroge seul\u{A0}: indexez ses documents avec les autres"
        case .snapshotWritten(let path, let documents, let statements, let bytes):
            "\(path)\u{A0}: \(number(fr: documents)) \(documents < 2 ? "document" : "documents"), "
                + "\(number(fr: statements)) \(statements < 2 ? "déclaration" : "déclarations"), \(number(fr: bytes)) octets"
        case .readingRecords(let rows): "lecture\u{A0}: \(number(fr: rows)) fiches"
        case .recordsWritten(let path, let sets, let bytes):
            ([path + "\u{A0}:"] + sets.map { "\(number(fr: $0.rows)) \($0.set)," }).joined(separator: " ")
                + " \(number(fr: bytes)) octets"
        case .documentsAndRecords: "un corpus est fait de documents ou de fiches (--records), pas des deux"
        case .schemaWithoutRecords: "--schema et --rename vont avec --records people=people.jsonl …"
        case .memory(let bytes): "\(number(fr: bytes)) octets"
        case .memoryPerMillion(let set, let bytes):
            "\(number(fr: bytes)) octets pour un million de \(set) à ce rythme"
        case .snapshotSound(let path, let bytes): "\(path)\u{A0}: intact, \(number(fr: bytes)) octets"
        case .writing(let written, let all): "écriture de \(number(fr: written)) octets sur \(number(fr: all))"
        case .welcome(let documents, let statements):
            "\(number(fr: documents)) \(documents < 2 ? "document" : "documents"), "
                + "\(number(fr: statements)) \(statements < 2 ? "déclaration" : "déclarations"). "
                + "Posez vos questions, ou .help\u{202F}; .quit pour quitter."
        }
    }

    /// `20`, or `21–40` from the second page on.
    private func range(_ rows: Range<Int>) -> String {
        rows.lowerBound == 0 ? "\(rows.count)" : "\(rows.lowerBound + 1)–\(rows.upperBound)"
    }

    private func number(_ number: Int) -> String { AnswerLine.written(number, .english) }
    private func number(fr number: Int) -> String { AnswerLine.written(number, .french) }
}
