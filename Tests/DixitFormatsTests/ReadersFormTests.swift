// Forms for readers and spreadsheets: concordance, cross table, chart, Excel, Markdown, HTML.

import Dixit
import DixitFormats
import Testing

@Suite struct ReadersFormTests {
    private func groups(_ names: [String], _ rows: [[Value]]) -> AnswerTable {
        let columns =
            names.map { AnswerTable.Column($0) } + [.init("count", isNumber: true), .init("share", isNumber: true)]
        return AnswerTable(.groups, columns: columns, rows: 0..<rows.count) { rows[$0][$1] }
    }

    private func date(_ text: String) -> Value { CalendarDate(text).map(Value.date) ?? .missing }

    // MARK: - Spreadsheets

    private let prices = AnswerTable(
        .rows, columns: [.init("id"), .init("share", isNumber: true), .init("text")], rows: 0..<3
    ) { row, column in
        let rows: [[Value]] = [
            [.text("a;b"), .number(0.75), .text("dit « \"oui\" »")],
            [.text("=HYPERLINK(\"x\")"), .number(-1), .text("- Non\tmerci\n")],
            [.missing, .integer(-3), .text("+ 3 %")],
        ]
        return rows[row][column]
    }

    /// Semicolons, CR LF, UTF-8 with its mark, a decimal comma; what would be a formula is a text.
    @Test func excelOpensInFrench() {
        let expected =
            "\u{FEFF}id;share;text\r\n" + "\"a;b\";0,75;\"dit « \"\"oui\"\" »\"\r\n"
            + "\"'=HYPERLINK(\"\"x\"\")\";-1,0;\"'- Non\tmerci\n\"\r\n" + ";-3;'+ 3 %\r\n"
        #expect(text(prices, .excel) == expected)
        // A second answer in the same file has no mark of its own.
        #expect(text(prices, .excel) { $0.isFirst = false }.hasPrefix("\r\nid;share"))
    }

    @Test func tabsAreOnlyBetweenValues() {
        #expect(
            text(prices, .tsv)
                == "id\tshare\ttext\na;b\t0.75\tdit « \"oui\" »\n=HYPERLINK(\"x\")\t-1.0\t- Non merci \n\t-3\t+ 3 %\n")
    }

    // MARK: - Pages

    private let quotes = AnswerTable(
        .rows, columns: [.init("speaker"), .init("n", isNumber: true), .init("start", isDetail: true)], rows: 0..<1
    ) { _, column in [.text("<b>A|B</b> & *c*\n"), .integer(3), .integer(9)][column] }

    @Test func markdownIsATableWithoutDetails() {
        #expect(
            text(quotes, .markdown) == #"""
                | speaker | n |
                |---|--:|
                | &lt;b>A\|B&lt;/b> & \*c\*  | 3 |

                """#)
        #expect(text(quotes, .markdown) { $0.isFirst = false }.hasPrefix("\n| speaker"))
    }

    @Test func htmlIsAPageInWhichDocumentsAreText() {
        var table = quotes
        table.query = "find x where y < \"2\""
        let page = text(table, .html) { $0.language = .french }
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"fr\">\n<meta charset=\"utf-8\">"))
        #expect(page.contains("<caption>find x where y &lt; &quot;2&quot;</caption>"))
        #expect(page.contains("<td>&lt;b&gt;A|B&lt;/b&gt; &amp; *c* </td><td class=\"n\">3</td>"))
        #expect(text(table, .html) { $0.isFirst = false }.hasPrefix("<table>"))
    }

    @Test func anExplanationKeepsItsLines() {
        let plan = AnswerTable(.explanation, columns: [.init("explanation")], rows: 0..<1) { _, _ in .text("a <\n  b") }
        #expect(text(plan, .markdown) == "```\na <\n  b\n```\n")
        #expect(text(plan, .html).hasSuffix("<pre>a &lt;\n  b</pre>\n"))
    }

    // MARK: - List and cross table

    @Test func aListIsABlockARow() {
        #expect(
            text(quotes, .list)
                == "speaker  <b>A|B</b> & *c* \nn        3\nstart    9\n".replacing(" \nn", with: " \nn"))
    }

    @Test func theLastKeyGoesAcross() {
        let table = groups(
            ["speaker", "date.year"],
            [
                [.text("Anne"), date("2017"), .integer(5), .number(0.5)],
                [.text("Paul"), date("2016"), .integer(3), .number(0.3)],
                [.text("Anne"), .missing, .integer(2), .number(0.2)],
            ])
        #expect(
            text(table, .pivot) == """
                speaker  2016  2017  (missing)
                ───────  ────  ────  ─────────
                Anne              5          2
                Paul        3

                """)
        #expect(text(table, .csv) { $0.isCrossed = true } == "speaker,2016,2017,(missing)\r\nAnne,,5,2\r\nPaul,3,,\r\n")
        // One key is no cross table.
        let single = groups(["speaker"], [[.text("Anne"), .integer(5), .number(1)]])
        #expect(text(single, .pivot) == text(single, .table))
    }

    // MARK: - Concordance

    private func concordance(_ hits: [AnswerTable.Hit]) -> AnswerTable {
        var table = AnswerTable(
            .rows, columns: [.init("text"), .init("document")], rows: 0..<1
        ) { _, column in column == 0 ? .text("Un texte sans mot cherché, plutôt long.") : .text("d1") }
        table.hits = { _, _ in hits }
        return table
    }

    @Test func hitsStandUnderEachOther() {
        let table = concordance([
            .init(before: "le renforcement du rôle de la ", text: "société civile", after: " dans la dynamisation"),
            .init(before: "de la 日本 ", text: "société", after: ", dit-il"),
            .init(before: "", text: "Société", after: ""),
        ])
        #expect(
            text(table, .kwic, width: 60) == """
                       du rôle de la  société civile  dans la             d1
                          de la 日本  société, dit-il                     d1
                                      Société                             d1

                """)
        for width in 32...120 {
            let lines = text(table, .kwic, width: width) { $0.numbersRows = true }.split(separator: "\n")
            #expect(lines.allSatisfy { DisplayText.columns(of: $0) <= width }, "at \(width) columns")
            let places = lines.map { line in
                line.firstRange(of: "ociété").map { DisplayText.columns(of: line[..<$0.lowerBound]) }
            }
            #expect(Set(places).count == 1, "at \(width) columns")
        }
        #expect(text(table, .kwic, width: 60) { $0.isColoured = true }.contains("\u{1B}[1msociété civile\u{1B}[0m"))
        #expect(text(table, .kwic) { $0.context = 12 }.hasPrefix("  rôle de la  société"))
    }

    @Test func nobodyHasALineOfMillionsOfColumns() {
        let table = concordance([.init(before: "a ", text: "b", after: " c")])
        for width in [Int.max, 1 << 40] {
            #expect(text(table, .kwic) { $0.context = width }.utf8.count < 50_000)
            #expect(text(table, .kwic, width: width).utf8.count < 50_000)
            let bars = groups(["speaker"], [[.text("Anne"), .integer(.max), .number(1)]])
            #expect(text(bars, .chart, width: width).utf8.count < 50_000)
        }
    }

    @Test func aRowWithoutHitsIsShownFromItsStart() {
        #expect(text(concordance([]), .kwic, width: 50).contains("  Un texte sans mot"))
    }

    // MARK: - Chart

    @Test func barsSayWhatTheNumbersSay() {
        let table = groups(
            ["speaker"],
            [
                [.text("Anne"), .integer(8), .number(0.8)], [.text("Paul"), .integer(1), .number(0.1)],
                [.missing, .integer(1), .number(0.1)],
            ])
        #expect(
            text(table, .chart, width: 40)
                == """
                Anne       ████████████████  8  80.0 %
                Paul       ██                1  10.0 %
                (missing)  ██                1  10.0 %

                """.replacing("████████████████", with: String(repeating: "█", count: 18))
                .replacing("██                1", with: "██▎                 1"))
        for width in 20...120 {
            let lines = text(table, .chart, width: width).split(separator: "\n")
            #expect(lines.allSatisfy { DisplayText.columns(of: $0) <= width }, "at \(width) columns")
        }
        // Several keys are no bars.
        let two = groups(["a", "b"], [[.text("x"), .text("y"), .integer(5), .number(1)]])
        #expect(text(two, .chart, width: 40) == text(two, .table, width: 40))
    }

    @Test func aTimeLineShowsTheGaps() {
        let table = groups(
            ["date.month"],
            [
                [date("2016-05"), .integer(8), .number(0.8)], [date("2016-02"), .integer(1), .number(0.1)],
                [.missing, .integer(2), .number(0.1)],
            ])
        #expect(
            text(table, .chart, width: 30) == """
                8 ┤            ███
                  │            ███
                  │            ███
                  │            ███
                  │            ███
                  │            ███
                  │            ███
                  │███         ███
                0 ┼────────────────
                   2016-02     2016-05
                (missing)  2

                """)
    }

    @Test func aLongTimeLineIsAddedUp() {
        let days = (1...28).flatMap { day in
            (1...12).map { month in
                let text = "2016-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
                return [date(text), .integer(1), .number(0.1)] as [Value]
            }
        }
        for name in ["date", "date.day"] {
            let lines = text(groups([name], days), .chart, width: 60).split(separator: "\n")
            #expect(lines.allSatisfy { DisplayText.columns(of: $0) <= 60 })
            #expect(lines.last?.contains("2016-01-01") == true && lines.count == 10)
        }
        let far = groups(
            ["date"],
            [[date("0001-01-01"), .integer(1), .number(0.5)], [date("9999-12-31"), .integer(1), .number(0.5)]])
        #expect(text(far, .chart, width: 80).split(separator: "\n").count == 10)
        let weeks = groups(
            ["date.week"],
            [[date("2016-05-09"), .integer(1), .number(0.5)], [date("2016-05-23"), .integer(1), .number(0.5)]])
        #expect(text(weeks, .chart, width: 80).contains("┼────────────\n"))
        #expect(text(weeks, .chart, width: 80).contains("2016-05-09"))
    }
}
