// `dixit sql --dialect sqlite 'QUERY'`: a question as SQL, over the tables that `dixit export` writes.

import ArgumentParser
import Dixit
import DixitFormats
import DixitSQL

struct SQLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: OptionText.sqlOverview.text, discussion: OptionText.sqlDiscussion.text)

    @Option(name: .shortAndLong, help: OptionText.dialect.help("name"))
    var dialect: SQLDialect

    @Argument(help: OptionText.sqlQuery.help("query"), transform: ScriptSource.argument)
    var query: [ScriptSource] = []

    @Option(
        name: .shortAndLong, help: OptionText.file.help("file"), completion: .file(), transform: ScriptSource.file)
    var file: [ScriptSource] = []

    @Option(
        name: .shortAndLong, help: OptionText.param.help("name=value"), transform: ParameterBinding.init(argument:))
    var param: [ParameterBinding] = []

    @Option(help: OptionText.params.help("file"), completion: .file(), transform: ParameterBinding.all(inFile:))
    var params: [[ParameterBinding]] = []

    @Option(help: OptionText.recordSchema.help("file.json"), completion: .file())
    var schema: String?

    @Option(help: OptionText.today.help("date"), transform: AskOptions.date)
    var today: CalendarDate?

    @Flag(help: OptionText.sqlTables.help())
    var tables = false

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        let schema = try readSchema(reporter)
        if tables {
            return try write(TableLayout(schema, words: dialect.words).definitions(in: dialect))
        }
        let sources = (query + file).sorted { $0.place < $1.place }
        let scripts = try (sources.isEmpty ? [.standardInput] : sources).map { source in
            Script(text: try read(source, reporter), origin: source.origin)
        }
        try reporter.refuseUnused(param, in: scripts.map(\.text))
        var statements: [String] = []
        for script in scripts { statements += try translated(script, schema, reporter) }
        try write(statements)
    }

    private struct Script {
        let text: String
        let origin: QueryOrigin
    }

    private func readSchema(_ reporter: Reporter) throws -> Schema {
        guard let path = schema else { return .news }
        do throws(RecordProblem) {
            return try SchemaFile.read(path)
        } catch {
            reporter.report(error)
            throw Exit(.wrongUsage)
        }
    }

    private func read(_ source: ScriptSource, _ reporter: Reporter) throws -> String {
        do throws(ReadingProblem) {
            return try source.text()
        } catch {
            reporter.report(error)
            throw Exit(.wrongUsage)
        }
    }

    private func translated(_ script: Script, _ schema: Schema, _ reporter: Reporter) throws -> [String] {
        var query = Query(text: script.text)
        for binding in params.joined() { query.parameters[binding.name] = binding.value }
        for binding in param { query.parameters[binding.name] = binding.value }
        do throws(DixitError) {
            return try SQLTranslator(schema, dialect: dialect).statements(query, today: today ?? Terminal.today)
        } catch {
            for problem in error.problems { reporter.report(problem, from: script.origin) }
            throw Exit(.wrongQuery)
        }
    }

    /// The statements with a `;` each, as the programs of all engines read them.
    private func write(_ statements: [String]) throws {
        do throws(OutputProblem) {
            try OutputFile().write(statements.map { $0 + ";\n" }.joined(separator: "\n"))
        } catch {
            throw Exit(error == .closedPipe ? .success : .stopped)
        }
    }
}

extension SQLDialect: ExpressibleByArgument {}
