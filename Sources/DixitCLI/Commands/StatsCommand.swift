// `dixit stats CORPUS…`: how much there is of everything, and how much memory it takes.

import ArgumentParser
import Dixit
import DixitFormats

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: OptionText.statsOverview.text)

    @Argument(help: OptionText.corpus.help("corpus"), completion: .file())
    var corpus: [String]

    @Flag(help: OptionText.json.help())
    var json = false

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let loading = CorpusLoading(
            paths: corpus, reporter: reporting.reporter, today: Terminal.today, showsProgress: Terminal.isTerminal(2))
        let (corpus, isWhole) = try loading.load()
        let description = StatisticsDescription(corpus.statistics, language: reporting.language)
        do throws(OutputProblem) {
            try OutputFile().write(json ? description.json : description.text)
        } catch {
            throw Exit(error == .closedPipe ? .success : .stopped)
        }
        throw Exit(isWhole ? .success : .corpusNotLoaded)
    }
}
