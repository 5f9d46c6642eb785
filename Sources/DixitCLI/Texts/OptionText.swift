// What the options of the command line are for. The words are in the catalogues, one for each language.

import ArgumentParser
import Dixit

/// A text of `dixit --help` and of the manual page.
enum OptionText: CaseIterable {
    case overview
    case askUsage
    case askDiscussion
    case corpus
    case command
    case file
    case format
    case output
    case param
    case params
    case exitStatus
    case keepGoing
    case today
    case limit
    case timeout
    case maxMemory
    case seed
    case explain
    case check
    case safe
    case timing
    case echo
    case noInit
    case noHistory
    case batch
    case interactive
    case progress
    case version
    case documents
    case from
    case fields
    case encoding
    case strict
    case keepDuplicates
    case messages
    case lang
    case color
    case errorFormat
    case quiet
    case checkOverview
    case scripts
    case formatOverview
    case inPlace
    case schemaOverview
    case json
    case schemaWords
    case completionOverview
    case shell
    case manualOverview
    case indexOverview
    case indexDiscussion
    case indexCorpus
    case records
    case recordSchema
    case rename
    case snapshot
    case addedDay
    case exportOverview
    case exportDiscussion
    case exportTarget
    case replace
    case identities
    case linkOverview
    case linkDiscussion
    case linkEvidence
    case linkTarget
    case sqlOverview
    case sqlDiscussion
    case dialect
    case sqlQuery
    case sqlTables
    case statsOverview
    case extractOverview
    case extractDiscussion
    case extractFormat
    case extractPaths
    case extractRecords
    case names
    case threads
    case annotateOverview
    case annotateDiscussion
    case annotatedFile
    case annotations
    case annotationUse
    case extractTarget
    case reportOverview
    case reportDiscussion
    case reportTitle
    case reportRows
    case page

    var text: String { text(in: Terminal.helpLanguage) }
    func text(in language: Language) -> String { language == .french ? french : english }

    /// The text for the argument parser, with the word that stands for the value.
    func help(_ value: String? = nil) -> ArgumentHelp {
        let name = value.map { Placeholder.translated($0.uppercased(), to: Terminal.helpLanguage).lowercased() }
        return ArgumentHelp(text, valueName: name)
    }
}

/// The words that the argument parser writes itself, which knows English alone.
enum HelpWords {
    private static let french = [
        ("OVERVIEW: ", ""), ("USAGE: ", "USAGE\u{A0}: "), ("ARGUMENTS:", "ARGUMENTS\u{A0}:"),
        ("OPTIONS:", "OPTIONS\u{A0}:"), ("SUBCOMMANDS:", "COMMANDES\u{A0}:"),
        ("(values:", "(valeurs\u{A0}:"), ("default:", "d’office\u{A0}:"),
        ("Show help information.", "Cette aide."), ("Error: ", "Erreur\u{A0}: "), ("Usage: ", "Usage\u{A0}: "),
        ("  See 'dixit", "  Voir 'dixit"), ("' for more information.", "'."),
        ("Unknown option '", "option inconnue '"), ("Missing value for '", "il manque une valeur à '"),
        ("The value '", "la valeur '"), ("' is invalid for '", "' ne convient pas à '"),
        ("Missing expected argument '", "il manque l’argument '"), ("Did you mean '", "Vouliez-vous dire '"),
        ("LES DOCUMENTS:", "LES DOCUMENTS\u{A0}:"), ("LES MESSAGES:", "LES MESSAGES\u{A0}:"), ("Help:", "Aide\u{A0}:"),
        ("Please provide one of the following:", "Ce qui convient\u{A0}:"),
        ("Please provide one of ", "Ce qui convient\u{A0}: "),
        ("Unexpected argument '", "argument de trop\u{A0}: '"),
        (" unexpected arguments: '", " arguments de trop\u{A0}: '"),
        ("' and '", "' et '"), ("' or '", "' ou '"), ("'?", "'\u{A0}?"),
    ]

    static func translated(_ text: String, to language: Language) -> String {
        // Nobody writes the name of the command that is meant without any.
        let text = text.replacing("dixit ask ", with: "dixit ")
        return language == .french ? french.reduce(text) { $0.replacing($1.0, with: $1.1) } : text
    }
}
