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
        let scripts = try Scripts(query + file, readsInput: true, reporter)
        try scripts.refuseUnused(param, reporter)
        var statements: [String] = []
        for (source, text) in scripts.texts {
            statements += try translated(text, from: source.origin, schema, reporter)
        }
        try write(statements)
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

    private func translated(
        _ text: String, from origin: QueryOrigin, _ schema: Schema, _ reporter: Reporter
    ) throws -> [String] {
        var query = Query(text: text)
        for binding in params.joined() { query.parameters[binding.name] = binding.value }
        for binding in param { query.parameters[binding.name] = binding.value }
        do throws(DixitError) {
            return try SQLTranslator(schema, dialect: dialect).statements(query, today: today ?? Terminal.today)
        } catch {
            for problem in error.problems { reporter.report(problem, from: origin) }
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
