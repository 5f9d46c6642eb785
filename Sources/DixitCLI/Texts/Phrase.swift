// What the command line and the prompt say. The words are in the catalogues, one for each language; messages about queries
// are in DixitSyntax.

import Dixit
import DixitFormats

/// One thing to say.
enum Phrase: Error {
    /// What somebody named that is not there.
    enum Noun: CaseIterable {
        case word
        case set
        case field
        case setting
        case definition
    }

    case page(shown: Range<Int>, of: Int)
    case readingDocuments(Int, kilobytesPerSecond: Int, secondsLeft: Int?)
    case readDocuments(ReadingSummary)
    case moreOfThese(Int)
    case endedEarly
    case onlyFirstDocument(String)
    case running(Duration)
    case chooseReading(Int)
    case noCorpus
    case nothingLoaded
    case foreignForm(path: String)
    case wouldReplace(path: String)
    case commandNotFirst(String)
    case cannotWrite(path: String, reason: String)
    case unknownCommand(String, suggestion: String?)
    case commandOfOtherPrograms(String, ours: String)
    case noAnswerYet
    case noSuchRow(Int, count: Int)
    case noMoreRows
    case noPassage
    case noRecord
    case noQueryToRefine
    case noQueryYet
    case nothingToUndo
    case unknownName(String, kind: Noun, known: [String])
    /// `-p wh=…`, and the parameters that the scripts ask for.
    case unusedParameter(String, asked: [String])
    case wrongArgument(String)
    case wrongOption(String, usage: String)
    case wrongParameterName(String)
    case excludeEachOther(String, String)
    case wrongParameterFile(path: String, reason: String)
    case notInSafeMode(String)
    case needsTerminal
    case editorFailed(String)
    case scriptsReadEachOther(String)
    case noSavedQuery(String, known: [String])
    case savedAs(path: String)
    case queryNeedsAnswer
    case noHome
    case tooLongToCopy
    case copied(rows: Int)
    case nobodyIsCalled(String, hasNear: Bool)
    case statements(Int)
    case fingerprint(UInt64)
    case loaded(documents: Int, statements: Int)
    case invitation
    case helpHead
    case helpFoot
    case tutorialEnd
    case tutorialIsAboutSeeds
    case snapshotBesideOthers(String)
    case snapshotIsRead(String)
    case snapshotWritten(String, documents: Int, statements: Int, bytes: Int)
    case writing(written: Int, all: Int)
    case readingRecords(Int)
    case recordsWritten(String, [(set: String, rows: Int)], bytes: Int)
    case documentsAndRecords
    case schemaWithoutRecords
    case memory(bytes: Int)
    case memoryPerMillion(set: String, bytes: Int)
    case unknownExport(String)
    case partWantsFolder
    /// A snapshot, or `--records`
    case partOfSnapshot(String)
    case noEvidence
    case foreignExport(path: String)
    case foreignEntry(folder: String, entry: String)
    case writingRows(written: Int, all: Int)
    case exported(String, [(set: String, rows: Int)])
    case snapshotSound(String, bytes: Int)
    case bratWantsFolder
    /// `.mode table` in a script of a report
    case passedOver(String)
    /// Worded elsewhere already.
    case said(String)

    func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .french: french
        }
    }

    /// `20`, or `21–40` from the second page on.
    static func range(_ rows: Range<Int>) -> String {
        rows.lowerBound == 0 ? "\(rows.count)" : "\(rows.lowerBound + 1)–\(rows.upperBound)"
    }

    /// `00ff3a1200c0ffee`
    static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// The words that stand for something in `.read FILE`, in the reader's language.
enum Placeholder {
    /// `[SET[.FIELD]]` becomes `[ENSEMBLE[.CHAMP]]`.
    static func translated(_ usage: String, to language: Language) -> String {
        guard language == .french else { return usage }
        var result = ""
        var word = ""
        func flush() {
            result += french[word] ?? word
            word = ""
        }
        for character in usage {
            if character.isUppercase {
                word.append(character)
            } else {
                flush()
                result.append(character)
            }
        }
        flush()
        return result
    }
}

extension DotCommand {
    /// What it is for: a line for the list, and more lines for `.help COMMAND`.
    func purpose(in language: Language) -> String { language == .french ? frenchPurpose : englishPurpose }
}

extension DotCommand.Group {
    func title(in language: Language) -> String { language == .french ? frenchTitle : englishTitle }
}

extension Setting {
    func purpose(in language: Language) -> String { language == .french ? frenchPurpose : englishPurpose }
}

/// A key that does something at the prompt.
enum Shortcut: CaseIterable {
    case tab
    case upDown
    case search
    case lineEnds
    case words
    case eraseWord
    case eraseLine
    case undo
    case clearScreen
    case interrupt
    case leave
    case emptyLine
    case refine
    case secret

    var keys: String {
        switch self {
        case .tab: "Tab"
        case .upDown: "↑ ↓"
        case .search: "Ctrl-R"
        case .lineEnds: "Ctrl-A, Ctrl-E"
        case .words: "Alt-B, Alt-F"
        case .eraseWord: "Ctrl-W"
        case .eraseLine: "Ctrl-U"
        case .undo: "Ctrl-_"
        case .clearScreen: "Ctrl-L"
        case .interrupt: "Ctrl-C"
        case .leave: "Ctrl-D"
        case .emptyLine: "↵ ↵"
        case .refine: "and … ↵"
        case .secret: "␣ …"
        }
    }

    func purpose(in language: Language) -> String { language == .french ? frenchPurpose : englishPurpose }
}

extension FieldType {
    /// What a field holds, as `.schema` says it: `many statements`, `date`.
    func name(in language: Language) -> String { language == .french ? frenchName : englishName }
}
