// `dixit CORPUS… [-c QUERY]…`: asks documents, at a prompt or from scripts.

import ArgumentParser
import Dixit
import DixitFormats

struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: OptionText.overview.text, usage: OptionText.askUsage.text,
        discussion: OptionText.askDiscussion.text)

    @Argument(help: OptionText.corpus.help("corpus"), completion: .file())
    var corpus: [String] = []

    @OptionGroup var options: AskOptions

    func validate() throws {
        if corpus.isEmpty, !options.version { throw said(.noCorpus) }
    }

    func run() throws {
        if options.version {
            print("dixit \(DixitCommand.version)")
            return
        }
        try Asking(corpus, options).run()
    }
}
