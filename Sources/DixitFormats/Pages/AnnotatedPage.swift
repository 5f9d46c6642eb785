// A document as a web page with its statements, speakers and people marked, to check by eye what was found.

package import Dixit
package import DixitExtraction
import DixitText

/// One page that needs nothing beside itself: no script, no font, no picture, nothing from elsewhere.
///
/// What is marked is told by shape and words as well as by colour, and a table below lists the statements with links both ways.
package struct AnnotatedPage {
    let document: ExtractedDocument
    let bytes: [UInt8]
    let path: String
    let words: PageWords
    private let language: Language

    package init(_ document: ExtractedDocument, of bytes: [UInt8], path: String, language: Language) {
        self.document = document
        self.bytes = bytes
        self.path = path
        self.language = language
        words = PageWords(language)
    }

    /// The page in UTF-8.
    package var html: String {
        let title = document.title.map(text) ?? path
        let people = document.entities.count { $0.kind == .person }
        var page = """
            <!DOCTYPE html>
            <html lang="\(language == .french ? "fr" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(HTMLText.escaped(title)) – Dixit</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <header>
            <h1>\(HTMLText.escaped(title))</h1>
            <p>\(HTMLText.escaped(path)) · \(words.counts(statements: document.statements.count, people: people))</p>
            </header>
            <section aria-labelledby="legend">
            <h2 id="legend">\(words.legend)</h2>
            <ul class="legend">
            <li><span class="s k0">\(words.statement)</span><a class="n" href="#statements">1</a></li>
            <li><span class="cue">\(words.cue)</span></li>
            <li><span class="by">\(words.attribution)</span></li>
            <li><span class="person">\(words.person)</span></li>
            <li><span class="organisation">\(words.organisation)</span></li>
            <li><span class="place">\(words.place)</span></li>
            </ul>
            </section>
            <main\(document.language.map { " lang=\"\(HTMLText.escaped($0))\"" } ?? "")>

            """
        writeText(to: &page)
        page += "</main>\n"
        writeTable(to: &page)
        page += "</body>\n</html>\n"
        return page
    }

    // MARK: The text

    private enum Mark: Hashable {
        case statement(Int)
        case cue
        case attribution
        case entity(ExtractedEntity.Kind)
    }

    private func writeText(to page: inout String) {
        var runs = MarkedRuns<Mark>()
        func mark(_ range: TextRange?, _ mark: Mark) {
            guard let range, range.start < range.end, Int(range.end) <= bytes.count else { return }
            runs.add(mark, on: Int(range.start)..<Int(range.end))
        }
        var firsts: [Int: [Int]] = [:]
        for (number, statement) in document.statements.enumerated() {
            for piece in statement.content { mark(piece, .statement(number)) }
            mark(statement.cue, .cue)
            mark(statement.attribution, .attribution)
            if let first = statement.content.first { firsts[Int(first.start), default: []].append(number) }
        }
        for mention in document.mentions { mark(mention.range, .entity(document.entities[mention.entity].kind)) }
        for paragraph in document.paragraphs {
            page += "<p>"
            runs.runs(in: Int(paragraph.start)..<Int(paragraph.end)) { run, marks in
                for number in firsts[run.lowerBound] ?? [] {
                    page += "<a class=\"n\" id=\"t\(number + 1)\" href=\"#s\(number + 1)\" "
                    page += "aria-label=\"\(words.statement) \(number + 1)\">\(number + 1)</a>"
                }
                write(TextRange(UInt32(run.lowerBound), UInt32(run.upperBound)), marks: marks, to: &page)
            }
            page += "</p>\n"
        }
    }

    /// A run of text on which the same marks lie.
    private func write(_ range: TextRange, marks: Dictionary<Mark, Int>.Keys, to page: inout String) {
        let content = HTMLText.escaped(text(range))
        var classes: [String] = []
        var numbers: [Int] = []
        for mark in marks {
            switch mark {
            case .statement(let number): numbers.append(number)
            case .cue: classes.append("cue")
            case .attribution: classes.append("by")
            case .entity(let kind): classes.append(kind.rawValue)
            }
        }
        guard let innermost = numbers.max() else {
            page +=
                classes.isEmpty
                ? content : "<span class=\"\(classes.sorted().joined(separator: " "))\">\(content)</span>"
            return
        }
        classes += ["s", "k\((document.statements[innermost].speaker ?? 0) % Self.colours)"]
        page +=
            "<span class=\"\(classes.sorted().joined(separator: " "))\" title=\"\(summary(innermost))\">\(content)</span>"
    }

    /// `3 · Anne Morel · a dit · inversion`
    private func summary(_ number: Int) -> String {
        let statement = document.statements[number]
        let parts = [
            "\(number + 1)", statement.speaker.map(name) ?? words.nobody, statement.cue.map(text) ?? "–",
            statement.rule,
        ]
        return HTMLText.escaped(parts.joined(separator: " · "))
    }

    // MARK: The table

    private func writeTable(to page: inout String) {
        let heads = words.columns.map { "<th scope=\"col\">\($0)</th>" }.joined()
        page += "<section aria-labelledby=\"statements\">\n<h2 id=\"statements\">\(words.statements)</h2>\n"
        page += "<div class=\"wide\" role=\"region\" aria-labelledby=\"statements\" tabindex=\"0\">\n"
        page += "<table>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n"
        for (number, statement) in document.statements.enumerated() {
            let content = statement.content.map(text).joined(separator: " … ")
            let circumstances = [statement.addressee, statement.medium].compactMap { $0 }.map(text)
            let cells = [
                statement.speaker.map(name) ?? words.nobody, statement.cue.map(text) ?? "–", content,
                circumstances.isEmpty ? "–" : circumstances.joined(separator: ", "), statement.mode.rawValue,
                statement.rule, decimal(statement.confidence),
            ]
            page += "<tr id=\"s\(number + 1)\"><th scope=\"row\"><a href=\"#t\(number + 1)\">\(number + 1)</a></th>"
            page += cells.map { "<td>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>\n"
        }
        page += "</tbody>\n</table>\n</div>\n</section>\n"
    }

    private func decimal(_ value: Double) -> String {
        let hundredths = Int(value * 100 + 0.5)
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private func name(_ index: Int) -> String {
        document.entities[index].displayName ?? text(document.entities[index].name)
    }

    private func text(_ range: TextRange) -> String { bytes.text(range) }

    /// Speakers beyond these share colours; the number beside a statement tells them apart.
    private static let colours = 6

    private static let style = """
        :root { color-scheme: light dark; --text: #1b1b1b; --page: #fdfdfb; --line: #6b6b6b;
          --k0: #fff0b3; --k1: #d6ecff; --k2: #dff5d8; --k3: #fbdfe6; --k4: #e8e0fb; --k5: #ffe3cc; }
        @media (prefers-color-scheme: dark) { :root { --text: #ececec; --page: #161616; --line: #a8a8a8;
          --k0: #4d4208; --k1: #113a5c; --k2: #1e4718; --k3: #5a1f31; --k4: #3a2a66; --k5: #5a3310; } }
        body { margin: 0 auto; max-width: 46rem; padding: 1rem; background: var(--page); color: var(--text);
          font: 1.05rem/1.7 Georgia, serif; }
        header p, .legend, table, h2 { font-family: system-ui, sans-serif; }
        h1 { line-height: 1.25; } h2 { font-size: 1.1rem; }
        main p { white-space: pre-line; overflow-wrap: anywhere; }
        .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; list-style: none; }
        .s { background: var(--k0); padding: .1em 0; }
        .k1 { background: var(--k1); } .k2 { background: var(--k2); } .k3 { background: var(--k3); }
        .k4 { background: var(--k4); } .k5 { background: var(--k5); }
        .cue { font-style: italic; text-decoration: underline wavy 1px; text-underline-offset: .25em; }
        .by { font-weight: bold; }
        .person { border-bottom: 2px solid; } .organisation { border-bottom: 2px dashed; }
        .place { border-bottom: 2px dotted; }
        a { color: inherit; } a.n { font: .7rem system-ui, sans-serif; vertical-align: super; margin-right: .15em; }
        :target { outline: 2px solid var(--line); } :focus-visible { outline: 3px solid; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .85rem; line-height: 1.4; }
        th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
        @media print { .s { background: none; border: 1px solid; } }
        """
}
