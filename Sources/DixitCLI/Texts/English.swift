// Everything that the command line and the prompt say in English.

import Dixit
import DixitFormats

extension Phrase {
    var english: String {
        switch self {
        case .page(let shown, let all): "\(Self.range(shown)) of \(number(all)), .next"
        case .readingDocuments(let documents, let rate, let seconds):
            "reading: \(count(documents, "document", "documents")), "
                + "\(rate < 1000 ? "\(rate) kB/s" : "\(number(rate / 1000)) MB/s")"
                + (seconds.map { ", \(Self.written(seconds: $0)) left" } ?? "")
        case .readDocuments(let summary):
            "read \(count(summary.documents, "document", "documents")) from \(count(summary.files, "file", "files"))"
                + (summary.duplicates > 0 ? " · " + count(summary.duplicates, "duplicate", "duplicates") : "")
                + (summary.skippedRecords > 0 ? " · \(number(summary.skippedRecords)) skipped" : "")
                + (summary.unreadFiles > 0
                    ? " · \(count(summary.unreadFiles, "file", "files")) not read, or not to the end" : "")
        case .moreOfThese(let count): "\(number(count)) more of \(count == 1 ? "this" : "these")"
        case .onlyFirstDocument(let id):
            "there are several documents in it; this is the first, \(DisplayText.printable(id))"
        case .endedEarly: "stopped at the first thing that is wrong (--strict)"
        case .chooseReading(let count):
            "type \((1...count).map { "\($0)" }.joined(separator: " or ")) to run that reading"
        case .running(let time): "\(AnswerLine.written(time, .english)) … Ctrl-C stops"
        case .noCorpus: "which documents? Name files or folders: dixit seeds"
        case .nothingLoaded: "there is no document to ask"
        case .cannotWrite(let path, let reason): "I can't write “\(path)”: \(reason)"
        case .foreignForm(let path):
            "“\(path)” would be no such file: spreadsheets open answers.csv (with -F excel or .mode excel a French one)"
        case .wouldReplace(let path):
            "“\(path)” is read here, or is a corpus: answers would replace it. Name another file, or remove it first"
        case .commandNotFirst(let name):
            "there is no file or folder “\(name)”; the command comes first: dixit \(name) …"
        case .unknownCommand(let name, let suggestion):
            "I have no command \(name)" + (suggestion.map { "; did you mean \($0)?" } ?? " (.help lists them)")
        case .commandOfOtherPrograms(let name, let ours): "\(name) is \(ours) here"
        case .noAnswerYet: "there is no answer yet"
        case .noSuchRow(let row, let count): "there is no row \(row): the last answer has \(number(count))"
        case .noMoreRows: "there are no more rows"
        case .noPassage: "this row stands on no text"
        case .noRecord: "this row is a number or a group: ask for the rows themselves with find"
        case .noQueryToRefine: "there is no query yet that this could change"
        case .noQueryYet: "there is no query yet"
        case .nothingToUndo: "there is no change of a query to undo"
        case .unknownName(let name, let kind, let known):
            "I know no \(Self.english(kind)) “\(name)”"
                + (known.isEmpty ? "" : ": \(known.joined(separator: ", "))")
        case .unusedParameter(let name, let asked):
            "no script asks for $\(name)"
                + (asked.isEmpty ? "" : "; asked for: \(asked.map { "$" + $0 }.joined(separator: ", "))")
        case .wrongArgument(let usage): "write it so: \(usage)"
        case .wrongOption(let text, let usage): "write it so: \(usage), not “\(text)”"
        case .wrongParameterName(let name): "“\(name)” can't be the name of a parameter: letters, digits and _"
        case .excludeEachOther(let one, let other): "\(one) and \(other) exclude each other"
        case .wrongParameterFile(let path, let reason):
            "“\(path)” is no JSON object of parameters, such as {\"who\": \"El Khalfi\", \"verbs\": [\"saluer\"]}: "
                + reason
        case .notInSafeMode(let name): "\(name) is left out with --safe, which touches no files but the documents"
        case .needsTerminal: "this needs a terminal"
        case .editorFailed(let editor): "the editor did not end well: \(editor) ($VISUAL, $EDITOR)"
        case .scriptsReadEachOther(let path): "“\(path)” is not read: scripts read each other without end"
        case .noSavedQuery(let name, let known):
            "no query is saved as “\(name)”" + (known.isEmpty ? "" : ": \(known.joined(separator: ", "))")
        case .savedAs(let path): "saved in \(path)"
        case .queryNeedsAnswer: "this query asks `them`, which is gone with this session: save it with a condition"
        case .noHome: "there is no folder to keep it in: set HOME"
        case .tooLongToCopy: "this is more than terminals copy: .once FILE writes it to a file"
        case .copied(let rows):
            "\(number(rows)) \(rows == 1 ? "row" : "rows") in the clipboard, if the terminal allows it"
        case .nobodyIsCalled(let name, let hasNear):
            "nobody and nothing is called “\(name)”" + (hasNear ? "; these have the words in their names:" : "")
        case .statements(let count): "\(number(count)) \(count == 1 ? "statement" : "statements")"
        case .fingerprint(let number): "corpus \(Self.hexadecimal(number))"
        case .loaded(let documents, let statements):
            "\(number(documents)) \(documents == 1 ? "document" : "documents"), "
                + "\(number(statements)) \(statements == 1 ? "statement" : "statements")."
        case .invitation: "Ask away; .tutorial and .help show how, .quit leaves."
        case .helpHead: "Ask about who said what:"
        case .helpFoot:
            ".tutorial shows how, in ten steps.\n.help WORD says what a word or a command means: .help contains"
        case .tutorialEnd: "That was all. .examples has more questions, .help the commands, .save keeps a query."
        case .tutorialIsAboutSeeds: "the tutorial is about the document in seeds: dixit seeds"
        case .snapshotBesideOthers(let path):
            "“\(path)” is a snapshot, which is asked alone: index its documents together with the others"
        case .snapshotIsRead(let path):
            "“\(path)” is a snapshot, whose documents were read when it was made: --from, --fields, --encoding, --strict, "
                + "--keep-duplicates and --annotations belong to dixit index"
        case .snapshotWritten(let path, let documents, let statements, let bytes):
            "\(path): \(number(documents)) \(documents == 1 ? "document" : "documents"), "
                + "\(number(statements)) \(statements == 1 ? "statement" : "statements"), \(number(bytes)) bytes"
        case .readingRecords(let rows): "reading: \(number(rows)) records"
        case .recordsWritten(let path, let sets, let bytes):
            ([path + ":"] + sets.map { "\(number($0.rows)) \($0.set)," }).joined(separator: " ")
                + " \(number(bytes)) bytes"
        case .documentsAndRecords: "a corpus is made of documents or of --records, not of both"
        case .schemaWithoutRecords: "--schema and --rename go with --records people=people.jsonl …"
        case .memory(let bytes): "\(number(bytes)) bytes"
        case .memoryPerMillion(let set, let bytes): "\(number(bytes)) bytes for a million \(set) at this rate"
        case .unknownExport(let path):
            "“\(path)” is neither: news.db is a database of SQLite, news/ a folder of JSON Lines and CSV"
        case .partWantsFolder: "the tables of a part go into a folder: -o part/"
        case .partOfSnapshot(let name):
            "--identities is for documents that are read, which \(name) is not: export them with dixit export DOCUMENTS"
        case .noEvidence: "there is nothing to link: give what dixit extract --records evidence writes"
        case .foreignExport(let path): "“\(path)” is there, and no export made it: --replace puts this one in its place"
        case .foreignEntry(let folder, let entry):
            "“\(entry)” in “\(folder)” is nothing that an export wrote: name a folder of its own"
        case .writingRows(let written, let all): "writing \(number(written)) of \(number(all)) rows"
        case .exported(let path, let sets):
            path + ": " + sets.map { "\(number($0.rows)) \($0.set)" }.joined(separator: ", ")
        case .snapshotSound(let path, let bytes): "\(path): sound, \(number(bytes)) bytes"
        case .writing(let written, let all): "writing \(number(written)) of \(number(all)) bytes"
        case .bratWantsFolder: "brat wants a folder: -F brat -o annotations/"
        case .passedOver(let line): "“\(line)” is passed over: a page has no prompt"
        case .said(let text): text
        }
    }

    private static func english(_ noun: Noun) -> String {
        switch noun {
        case .word: "word"
        case .set: "set"
        case .field: "field"
        case .setting: "setting"
        case .definition: "let"
        }
    }

    private func number(_ number: Int) -> String { AnswerSummary.written(number, .english) }

    /// `1 file`, `1,203 files`
    private func count(_ count: Int, _ one: String, _ many: String) -> String {
        "\(number(count)) \(count == 1 ? one : many)"
    }
}

extension DotCommand {
    var englishPurpose: String {
        switch self {
        case .help: "this list, or what a word means"
        case .examples: "questions to start from"
        case .tutorial: "the language in ten steps, each a query\nWithout a number, the step after the last one."
        case .shortcuts: "what the keys do"
        case .sets: "what there is to ask about"
        case .schema: "the fields of a set"
        case .values: "the most frequent values of a field"
        case .names:
            "who and what a name is read as\nAs = reads it: last name, other order, initials, titles. Where nobody is called so, those with the words."
        case .stats: "how much there is of everything"
        case .load: "other documents to ask from here on\nDefinitions and parameters stay."
        case .reload: "the same documents, read again"
        case .corpus: "which documents these are\nWith a number that is another one for other texts."
        case .read:
            "runs a script\nIt is looked for beside the script that says so, then in the current folder. The values hold for this script: .read report.dixit who=\"El Khalfi\" words=@words.txt"
        case .edit: "the last query in your editor\n$VISUAL, else $EDITOR, else vi. What comes back is asked."
        case .again: "the last query once more"
        case .undo:
            "takes back the last change of a query\nOf find …, and …, by … the last line is dropped, and the query before asked."
        case .timer: "a line with the number of rows and the time"
        case .next: "the next rows of the answer"
        case .prev: "the rows before"
        case .page: "the rows of a page"
        case .row: "everything about a row of the answer"
        case .source: "the passage that a row stands on, marked\nWith all, in the whole document."
        case .why: "why a row is in it, condition by condition"
        case .whynot: "why the row with an id is not in it"
        case .context: "characters on each side in a concordance"
        case .mode: "the form of answers"
        case .width: "columns that tables are fitted to"
        case .color: "colours"
        case .pager: "long answers in a program that turns pages\n$PAGER, else less."
        case .output:
            "answers to a file, and back\nThe form follows from the name: .csv .tsv .json .jsonl .md .html .txt"
        case .once: "the next answer to a file"
        case .copy: "the answer to the clipboard\nFor a spreadsheet. By way of the terminal (OSC 52), also over ssh."
        case .save: "keeps the last query under a name\nWith the definitions and parameters that it needs."
        case .saved: "the queries that are kept"
        case .run: "runs one of them\n.run khalfi since=2016"
        case .lets: "the names that `let` defined"
        case .forget: "drops such a name, or a kept query"
        case .cite: "what was asked of what, for a footnote\nWith a number, where that row comes from."
        case .param: "values of $parameters\n@FILE is a list, one value a line."
        case .history:
            "what was typed\noff keeps nothing from here on, clear forgets everything. A space before a line keeps it out."
        case .set: "all settings, or one of them"
        case .lang: "the language of messages"
        case .explain: "with each answer, how the question was read"
        case .quit: "leaves (also Ctrl-D)"
        }
    }
}

extension DotCommand.Group {
    var englishTitle: String {
        switch self {
        case .learn: "Learn"
        case .data: "Look at the data"
        case .load: "Load"
        case .run: "Run"
        case .results: "The last answer"
        case .present: "Present"
        case .keep: "Keep"
        case .parameters: "Parameters"
        case .session: "The session"
        }
    }
}

extension Setting {
    var englishPurpose: String {
        switch self {
        case .color: "colours"
        case .context: "characters on each side in a concordance"
        case .echo: "each query in canonical form before its answer"
        case .explain: "with each answer, how the question was read"
        case .lang: "the language of messages"
        case .limit: "rows of a query that states no limit"
        case .mode: "the form of answers"
        case .page: "rows shown at a time"
        case .pager: "long answers in a program that turns pages"
        case .prefill: "after an error the corrected query stands on the prompt"
        case .timeout: "stops a query that takes longer"
        case .timer: "a line with the number of rows and the time"
        case .width: "columns that tables are fitted to"
        }
    }
}

extension Shortcut {
    var englishPurpose: String {
        switch self {
        case .tab: "completes a word, a field, a name inside quotation marks"
        case .upDown: "earlier queries, whole ones"
        case .search: "searches them"
        case .lineEnds: "to the start, to the end of the line"
        case .words: "a word back, a word on"
        case .eraseWord: "erases the word before"
        case .eraseLine: "erases the line up to here"
        case .undo: "takes back the last change of the line"
        case .clearScreen: "clears the screen"
        case .interrupt: "clears what was typed; stops a query that runs"
        case .leave: "leaves, on an empty line"
        case .emptyLine: "an empty line asks what is not complete"
        case .refine: "a line with and, or, where, by, show, sort, limit … changes the query before it"
        case .secret: "a space before a line keeps it out of the history"
        }
    }
}

extension HelpTopic {
    var englishMeaning: String {
        switch self {
        case .find: "gives rows of a set: statements, people, organisations, places, events, agreements, documents."
        case .count: "counts the rows of a set, all together or for each value of a field."
        case .condition: "keeps the rows for which a condition is true. `and` and `or` mix only with parentheses."
        case .contains: "looks for words, a phrase, or with * the beginning of a word; case and accents do not count."
        case .values: "asks for one of several values, or for what lies between two, both included."
        case .missing: "asks whether anything is known of a field."
        case .show: "chooses the columns of the answer; a dot goes on to what is related."
        case .sort: "orders the answer, and takes a part of it."
        case .sample: "takes rows at random, the same ones each time."
        case .format:
            "names the form of the answer: table, list, kwic, pivot, chart, json, jsonl, csv, excel, tsv, markdown, html."
        case .names: "names a query for the queries that follow; `them` is the last result, `it` the row itself."
        case .param:
            "declares a value that is given from outside: -p who=\"El Khalfi\", or .param set who \"El Khalfi\"."
        case .spelling: "compares with case and accents, or forgives slips of the keyboard."
        case .quantifiers:
            "asks how many of the things that a row leads to fulfil a condition, all of it in one of them."
        case .near: "asks for words that stand near each other: near, within 5 words of, within same sentence as."
        case .dates: "A date may stop at the month or the year."
        case .quotes: "Texts stand in \"…\", « … » or “…”. The apostrophe is a letter and quotes nothing."
        case .explain: "says how a question is read and run."
        }
    }
}

extension TutorialStep {
    var englishText: String {
        switch self {
        case .everything:
            "Dixit knows who said what. `find` gives rows: here all statements, one a row. Afterwards .row 1 shows all of the first, and .source 1 where it stands."
        case .name:
            "`where` keeps some of them. Capitals and accents do not count, and the last name is enough; a note says who was meant."
        case .french:
            "Sets and fields have French names too, and French quotation marks are welcome. Two conditions are joined with `and`."
        case .words:
            "`contains` looks for words. A * ends the beginning of a word, and `or` between two texts asks for one of them. `show` chooses the columns."
        case .concordance: "A text alone is a question: where does it stand? The hits stand under each other."
        case .dots: "A dot goes on to what is related: from the statement to its speaker, from there to the role."
        case .counting:
            "`count … by` counts, the most frequent first. Try also to change a question: after find statements, the line by speaker counts them."
        case .chart:
            "`as` names the form of the answer; chart draws it. With .once quotes.csv the next answer is a file."
        case .lets: "`let` names a question, to be used in others."
        case .explain:
            "`explain` says in a sentence how a question is read, and how it is answered. If a row is missing, ask .whynot with its id."
        }
    }
}

extension FieldType {
    var englishName: String {
        switch self {
        case .text: "text"
        case .name(let many): many ? "names" : "name"
        case .keyword(let many): many ? "keywords" : "keyword"
        case .number: "number"
        case .date: "date"
        case .boolean: "true or false"
        case .one(let target, _): "one of \(target)"
        case .many(let target, _): "many \(target)"
        }
    }
}
