// The options that say how messages are shown, which all commands have.

import ArgumentParser
import Dixit

struct ReportingOptions: ParsableArguments {
    @Option(help: OptionText.lang.help("en|fr"))
    var lang: LanguageChoice?

    @Option(help: OptionText.color.help("when"))
    var color = ColourChoice.auto

    @Option(help: OptionText.errorFormat.help("form"))
    var errorFormat = ErrorFormat.human

    @Flag(name: .shortAndLong, help: OptionText.quiet.help())
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
