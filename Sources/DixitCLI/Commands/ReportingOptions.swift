// The options that say how messages are shown, which all commands have.

import ArgumentParser
import Dixit

struct ReportingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The language of messages: en, fr. By default that of the system.", valueName: "en|fr"))
    var lang: LanguageChoice?

    @Option(help: ArgumentHelp("Colours: auto, always, never.", valueName: "when"))
    var color = ColourChoice.auto

    @Option(help: ArgumentHelp("Errors: human, short (one line each), json (one object a line).", valueName: "form"))
    var errorFormat = ErrorFormat.human

    @Flag(name: .shortAndLong, help: "Only data and errors: no notes, no counts, no progress.")
    var quiet = false

    var language: Language { lang?.language ?? Terminal.language }

    var reporter: Reporter {
        Reporter(language: language, format: errorFormat, isColoured: color.isOn(for: 2), isQuiet: quiet)
    }
}

/// `--lang fr`
enum LanguageChoice: String, CaseIterable, ExpressibleByArgument {
    case en
    case fr

    var language: Language { self == .fr ? .french : .english }
}

extension ColourChoice: ExpressibleByArgument {}
extension ErrorFormat: ExpressibleByArgument {}
