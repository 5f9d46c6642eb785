// The commands to learn with: help, examples, the tutorial.

import Dixit
import DixitFormats

extension Interpreter {
    /// `.help` lists the commands, `.help contains` explains a word, `.help .why` a command.
    func help(_ word: String?) throws(OutputProblem) -> CommandOutcome {
        guard let word else { return try show(introduction + commandList) }
        if !word.hasPrefix("."), let topic = HelpTopic.about(word) { return try show(topic.text(in: language)) }
        if let (command, _) = DotCommand.named(word.hasPrefix(".") ? word : "." + word) {
            return try show(explanation(of: command))
        }
        if let text = SchemaDescription(session.corpus.schema, language: language).text(word) { return try show(text) }
        let known = HelpTopic.words + DotCommand.allCases.map(\.rawValue)
        if let near = DotCommand.suggestion(for: word.hasPrefix(".") ? word : "." + word) {
            return fail(.unknownCommand(word, suggestion: near))
        }
        return fail(.unknownName(word, kind: .word, known: known))
    }

    private func explanation(of command: DotCommand) -> String {
        let lines = command.purpose(in: language).split(separator: "\n").map { "  \($0)\n" }.joined()
        let setting = command.setting.map { "  \($0.usage)\n  = \(text(of: $0))\n" } ?? ""
        return "\(command.usage(in: language))\n\(lines)\(setting)"
    }

    private var introduction: String {
        let examples = Example.all[0].queries.map { "  \($0)\n" }.joined()
        return Phrase.helpHead.text(in: language) + "\n" + examples + Phrase.helpFoot.text(in: language) + "\n"
    }

    private var commandList: String {
        let widest = DotCommand.allCases.map { DisplayText.columns(of: $0.usage(in: language)) }.filter { $0 <= 32 }
        let width = widest.max() ?? 0
        return DotCommand.Group.allCases.map { group in
            "\n\(group.title(in: language))\n"
                + group.commands.map { command in
                    let usage = command.usage(in: language)
                    let padding = String(repeating: " ", count: max(0, width - DisplayText.columns(of: usage)))
                    return "  \(usage)\(padding)  \(command.summary(in: language))\n"
                }.joined()
        }.joined()
    }

    func examples(_ name: String?) throws(OutputProblem) -> CommandOutcome {
        let schema = SchemaDescription(session.corpus.schema, language: language)
        let set = name.map { schema.find($0)?.set.name ?? $0 }
        let chosen = Example.all.filter { set == nil || $0.set == set }
        guard !chosen.isEmpty else {
            return fail(.unknownName(name ?? "", kind: .set, known: Example.all.map(\.set)))
        }
        return try show(chosen.flatMap(\.queries).map { $0 + "\n" }.joined())
    }

    /// The step of a number, or the one after the last that was shown: what it is about, a query, and its answer.
    mutating func tutorial(_ argument: String?) throws(OutputProblem) -> CommandOutcome {
        let steps = TutorialStep.allCases
        let number = argument.map { Int($0) } ?? tutorialStep % steps.count + 1
        guard let number, steps.indices.contains(number - 1) else {
            return fail(.wrongArgument(".tutorial [1–\(steps.count)]"))
        }
        let step = steps[number - 1]
        tutorialStep = number
        let query = step.query.split(separator: "\n").map { "    \($0)\n" }.joined()
        let lines = DisplayText.wrapped(step.text(in: language), width: min(screenWidth ?? 80, 80))
        try write("\(number)/\(steps.count)  " + lines.joined(separator: "\n") + "\n\n\(query)\n")
        if try run(step.query, from: .prompt) != nil { return .failed }
        if number == steps.count {
            reporter.say(Phrase.tutorialEnd.text(in: language))
            return .done
        }
        if !foundSomething { reporter.say(Phrase.tutorialIsAboutSeeds.text(in: language)) }
        return .prefill(".tutorial \(number + 1)")
    }

    func shortcuts() throws(OutputProblem) -> CommandOutcome {
        try show(SchemaDescription.aligned(Shortcut.allCases.map { [$0.keys, $0.purpose(in: language)] }))
    }
}
