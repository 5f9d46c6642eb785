// The options that say what is asked, and what asking may cost.

import ArgumentParser
import Dixit

struct QuestionOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: OptionText.command.help("query"), transform: ScriptSource.argument)
    var command: [ScriptSource] = []

    @Option(
        name: .shortAndLong, help: OptionText.file.help("file"), completion: .file(), transform: ScriptSource.file)
    var file: [ScriptSource] = []

    @Option(
        name: .shortAndLong, help: OptionText.param.help("name=value"),
        transform: ParameterBinding.init(argument:))
    var param: [ParameterBinding] = []

    @Option(help: OptionText.params.help("file"), completion: .file(), transform: ParameterBinding.all(inFile:))
    var params: [[ParameterBinding]] = []

    @Option(help: OptionText.today.help("date"), transform: AskOptions.date)
    var today: CalendarDate?

    @Option(help: OptionText.limit.help("n"))
    var limit: Int?

    @Option(help: OptionText.timeout.help("time"), transform: AskOptions.duration)
    var timeout: Duration?

    @Option(help: OptionText.maxMemory.help("size"), transform: AskOptions.memory)
    var maxMemory: Int?

    @Option(help: OptionText.seed.help("n"))
    var seed: Int?

    /// The day that `today` means.
    var day: CalendarDate? { today ?? Terminal.today }

    func validate() throws {
        if let limit, limit < 0 { throw AskOptions.wrong("\(limit)", "--limit 20") }
        if let seed, seed < 0 { throw AskOptions.wrong("\(seed)", "--seed 7") }
    }

    /// A session that knows what the options say.
    func session(_ corpus: Corpus) -> Session {
        var session = Session(corpus)
        session.today = day
        session.defaultLimit = limit
        session.defaultSeed = seed ?? 1
        for binding in params.joined() { session.parameters[binding.name] = binding.value }
        for binding in param { session.parameters[binding.name] = binding.value }
        return session
    }
}
