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
        case .running(let time): "\(AnswerLine.written(time, .english)) … Ctrl-C stops"
        case .noCorpus: "which documents? Name files or folders: dixit seeds"
        case .nothingLoaded: "there is no document to ask"
        case .cannotWrite(let path, let reason): "I can't write “\(path)”: \(reason)"
        case .foreignForm(let path):
            "“\(path)” would be no such file: spreadsheets open answers.csv (with -F excel or .mode excel a French one)"
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
            "runs a script\nThe values hold for this script: .read report.dixit who=\"El Khalfi\" words=@words.txt"
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

extension OptionText {
    var english: String {
        switch self {
        case .overview: "Answers questions about who said what in the news."
        case .askUsage:
            """
            dixit [OPTIONS] CORPUS…                 a prompt, where standard input is a terminal
                   dixit [OPTIONS] CORPUS… -c 'QUERY'      answers and leaves (may be repeated, also -f FILE)
                   dixit index CORPUS… -o FILE.corpus · export CORPUS… -o FILE.db · sql QUERY · extract PATH… · check FILE… · fmt FILE… · schema [--json]
                   dixit completion bash|zsh|fish · manual
            """
        case .askDiscussion:
            """
            CORPUS is files or folders of documents, or one snapshot that `dixit index` made of them. Documents are text (.txt), \
            Markdown (.md), web pages (.html), JSON Lines (.jsonl), JSON (.json), tables (.csv, .tsv) and feeds (.rss, .atom, .xml), \
            also packed with gzip (.gz) or in archives (.zip); - is standard input. Files that are not UTF-8 are recognised. The text of \
            a page is its main text, without navigation, and places count in that.
            In JSON and CSV a document has a text (under text, body, content … or what --fields says) and perhaps id, title, date, \
            outlet and url. Without an id it is called by its address, or by its text. A document is read once: the same address, or the \
            same text from the same outlet, is a duplicate. What cannot be read is said with its file and line, and the rest is read.
            Exit codes: 0 everything ran; 1 the last query found nothing (only with -e); 2 wrong command line or script \
            that cannot be read; 3 wrong query; 4 documents that could not be loaded; 5 stopped; 130 interrupted.
            """
        case .corpus: "Files or folders of documents, or a snapshot."
        case .command: "Runs a query."
        case .file: "Runs a script; - is standard input."
        case .format: "The form of answers; auto is a table on a terminal and csv elsewhere, or what -o says."
        case .output: "Writes answers to a file, whole or not at all. Its name says the form: answers.md"
        case .param: "The value of a parameter; NAME=@FILE is a list, one value a line."
        case .params: "The values of parameters, in a JSON object."
        case .exitStatus: "Exit code 1 when the last query found nothing."
        case .keepGoing: "Goes on after an error."
        case .today: "What `today` means, such as 2016-05-12."
        case .limit: "Rows of a query that states no limit."
        case .timeout: "Stops a query that takes longer: 10s, 500ms, 2m."
        case .maxMemory: "Stops a query that needs more working memory: 2G, 500M."
        case .seed: "The seed of a `sample` that states none."
        case .explain: "Says of each query how it is read and run, instead of its answer."
        case .check: "Says what is wrong with the queries, and runs none."
        case .safe: "Scripts touch no files but the documents: no .read, .output, .save and the like."
        case .timing: "Says how long each answer took."
        case .echo: "Says each query in canonical form before its answer."
        case .noInit: "Does not read the start-up file, ~/.config/dixit/rc."
        case .noHistory: "Neither reads nor writes the history of the prompt."
        case .batch: "Never a prompt: standard input is a script."
        case .interactive: "A prompt even where standard input is no terminal, and after -c and -f."
        case .progress: "Progress of loading."
        case .version: "The version."
        case .documents: "Documents"
        case .from: "What the files are, where their names do not say it; standard input is jsonl."
        case .fields:
            "What fields are called: text=body,title=headline. The fields: id, text, title, date, outlet, url."
        case .encoding:
            "How characters are written: windows-1252, utf-16. By default it is found by looking at each file."
        case .strict: "Stops at the first document that is wrong, with exit code 4."
        case .keepDuplicates: "Keeps documents with one address, and those with one text from one outlet."
        case .messages: "Messages"
        case .lang: "The language of messages. By default that of the system."
        case .color: "Colours; NO_COLOR turns auto off."
        case .errorFormat: "Errors: human with the line and a caret, short one line each, json one object a line."
        case .quiet: "Only data and errors: no notes, no counts, no progress."
        case .checkOverview: "Says what is wrong with scripts, without running them, and with snapshots."
        case .scripts: "Scripts; - is standard input."
        case .formatOverview: "Writes scripts in canonical form: one spelling for each thing, comments kept."
        case .inPlace: "Writes each script back to its file."
        case .schemaOverview: "Says which sets and fields can be asked about."
        case .json: "As JSON."
        case .schemaWords:
            "A corpus, by default the news as texts give them; and only these sets or fields: statements, statements.speaker."
        case .completionOverview: "Prints what makes a shell complete dixit's options: bash, zsh or fish."
        case .shell: "The shell."
        case .manualOverview: "Prints the manual page, for man."
        case .indexOverview:
            "Writes documents and all that is found in them to a snapshot, which opens in milliseconds."
        case .indexDiscussion:
            """
            Records that were extracted elsewhere are JSON Lines, one object a row, with the fields of the news (dixit schema) or \
            of a schema of their own: dixit index --records people=people.jsonl statements=statements.jsonl -o news.corpus. \
            Dates are "2016-05-12", relations the id of the other row or a list of ids.
            The file is there whole or not at all; whoever is asking the one it replaces is not disturbed.
            Exit codes: 0 everything is in it; 2 wrong command line, or a file that cannot be written; 4 documents that could \
            not be loaded (the others are in it), or records that are wrong (nothing is written); 130 interrupted.
            """
        case .exportOverview: "Writes a corpus as tables: a SQLite database, or JSON Lines and CSV."
        case .exportDiscussion:
            """
            news.db is a SQLite database with keys, indexes, views and full-text search, which Datasette and other programs read. \
            A name that ends in / is a folder: each table as JSON Lines, those for readers as CSV too, and a datapackage.json \
            (Frictionless) that says what is in them. Beside the tables for readers there are those that other engines need to answer \
            the questions of Dixit: folded texts, words with their places, forms of names. It is there whole or not at all; the same \
            corpus gives the same bytes.
            """
        case .exportTarget: "The database (.db, .sqlite), or the folder (news/)."
        case .replace: "Replace what is there, though no export made it."
        case .identities:
            "Who is who, as dixit link found it out: only the tables of documents are written, as parts of the whole."
        case .linkOverview: "Finds out who is who over the parts of a corpus."
        case .linkDiscussion:
            """
            A corpus too large for one machine is read in parts. Each part says whom its documents name (dixit extract --records \
            evidence < part.jsonl), which is small; this puts it together, in memory, and writes a folder with the people, organisations \
            and places of all parts as tables, and identities.jsonl. With that each part makes its other tables (dixit export part.jsonl \
            --identities people/identities.jsonl -o part/). Put together they are the tables of one corpus of all documents.
            Exit codes: 0 written; 2 wrong command line, or a folder that cannot be written; 4 evidence that is wrong (nothing is \
            written); 130 interrupted.
            """
        case .linkEvidence: "Files of evidence; without one, standard input is read. Lines of other records are passed over."
        case .linkTarget: "The folder for the tables and identities.jsonl."
        case .sqlOverview: "Says a question in SQL, over the tables that `dixit export` writes."
        case .sqlDiscussion:
            """
            One statement for each query of the script, with the columns and the order of its answer: dixit sql -d sqlite \
            'count statements by speaker' | sqlite3 news.db. SQLite has the tables of news.db, the others those of news/ (--tables \
            makes them). Texts are quoted, never spliced. What SQL cannot say as Dixit means it (matches, roughly, sample, relevance) is \
            an error at its place.
            """
        case .dialect: "The engine: sqlite, duckdb, postgres, clickhouse or spark."
        case .sqlQuery: "The question; without one and without -f, standard input is read."
        case .sqlTables: "The statements that make the tables, instead of a question."
        case .indexCorpus: "Files or folders of documents."
        case .records: "Sets with the JSON Lines of their rows."
        case .recordSchema: "The schema of the records, as dixit schema --json prints it."
        case .rename: "What fields of the files are called in the schema; without a name they are left out."
        case .snapshot: "The snapshot."
        case .addedDay: "The day that documents count as added on, such as 2016-05-12."
        case .statsOverview: "Says how much there is of everything, and how much memory each part takes."
        case .extractOverview:
            "Prints what is found in text files, one JSON object a line: statements, or what --records says."
        case .extractDiscussion:
            """
            Without a path it reads JSON Lines from standard input, as - does. A document keeps its id; one without is called by \
            its address, or by its text where it has none. So a document gives the same lines in whichever part of a corpus it comes, and a \
            run that broke off is taken up with the lines that were not read: tail -n +20001 news.jsonl | dixit extract. Nothing is left out as \
            read already. Offsets count code points of the text as it stands in the field.
            Exit codes: 0 read, but for records that are said to be wrong; 2 wrong command line; 4 files that could not be read, or \
            anything wrong with --strict.
            """
        case .extractFormat: "The format of the output."
        case .extractPaths: "Files or folders with documents; - is standard input."
        case .extractRecords: "What to print, once or several times; sources are groups, texts and sources without a name, evidence is for dixit link."
        case .names: "Names that you know, instead of those in dixit.names beside the texts."
        case .threads: "How many texts are read at a time; the output is the same."
        case .annotateOverview: "Writes a document as a web page with its statements, speakers and people marked."
        case .annotateDiscussion:
            """
            The page needs nothing beside itself. Its words are in the language of --lang.
            Exit codes: 0 written; 2 wrong command line, or a page that cannot be written; 4 the document could not be read.
            """
        case .annotatedFile: "A file with a document."
        case .annotations:
            "Statements and names marked elsewhere: JSON Lines as dixit extract writes them, brat's .ann, Web Annotations, or folders."
        case .annotationUse:
            "Whether they take the place of what is found here, or are added to it and win where they overlap."
        case .extractTarget: "The file; for brat a new folder, with a text and its annotations for each document."
        case .reportOverview:
            "Writes the answers of scripts as one web page: tables to sort, charts, and the passages they stand on."
        case .reportDiscussion:
            """
            The page needs nothing beside itself and fetches nothing. The comment right above a query is its heading. Its words \
            are in the language of --lang.
            Exit codes: 0 written; 2 wrong command line, or a page that cannot be written; 3 a query is wrong; 4 some of the \
            corpus could not be loaded (the rest is in it); 5 stopped by a limit; 130 interrupted. Nothing is written after 3, \
            5 and 130.
            """
        case .reportTitle: "What stands at the head of the page; by default the name of the script."
        case .reportRows: "Rows of one answer that are written; the page says how many it leaves out."
        case .page: "The page; by default standard output."
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
