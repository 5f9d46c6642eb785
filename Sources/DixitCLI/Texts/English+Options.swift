// What the help says of each option in English.

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
        case .linkEvidence:
            "Files of evidence; without one, standard input is read. Lines of other records are passed over."
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
        case .extractRecords:
            "What to print, once or several times; sources are groups, texts and sources without a name, evidence is for dixit link."
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
