// Answers in each form, to the byte.

import Dixit
import DixitFormats
import Testing

@Suite struct AnswerWriterTests {
    private let quotes = AnswerTable(
        .rows,
        columns: [.init("id"), .init("speaker"), .init("text"), .init("start", isDetail: true, isNumber: true)],
        rows: 0..<2
    ) { row, column in
        let rows: [[Value]] = [
            [.text("s1"), .text("Anne Ünal"), .text("Elle a dit « non », et « \"oui\" »\nensuite"), .integer(12)],
            [.text("s2"), .missing, .text("a, b"), .integer(1_400)],
        ]
        return rows[row][column]
    }

    private let groups = AnswerTable(
        .groups, columns: [.init("speaker"), .init("count", isNumber: true), .init("share", isNumber: true)],
        rows: 0..<2
    ) { row, column in
        let rows: [[Value]] = [[.text("Anne"), .integer(3), .number(0.75)], [.missing, .integer(1), .number(0.25)]]
        return rows[row][column]
    }

    @Test func jsonIsAnArrayOfObjects() {
        #expect(
            text(quotes, .json) == #"""
                [
                  {"id": "s1", "speaker": "Anne Ünal", "text": "Elle a dit « non », et « \"oui\" »\nensuite", "start": 12},
                  {"id": "s2", "speaker": null, "text": "a, b", "start": 1400}
                ]

                """#)
    }

    @Test func jsonLinesAreOneObjectEach() {
        #expect(
            text(groups, .jsonl) == """
                {"speaker": "Anne", "count": 3, "share": 0.75}
                {"speaker": null, "count": 1, "share": 0.25}

                """)
    }

    @Test func csvFollowsRFC4180() {
        #expect(
            text(quotes, .csv)
                == "id,speaker,text,start\r\n"
                + "s1,Anne Ünal,\"Elle a dit « non », et « \"\"oui\"\" »\nensuite\",12\r\n"
                + "s2,,\"a, b\",1400\r\n")
    }

    @Test func aTableLeavesDetailsOutAndShowsEverythingElse() {
        #expect(
            text(quotes, .table)
                == """
                id  speaker    text
                ──  ─────────  ─────────────────────────────────────────
                s1  Anne Ünal  Elle a dit « non », et « "oui" » ensuite
                s2             a, b

                """.replacing("─────────────────────────────────────────", with: String(repeating: "─", count: 40)))
    }

    @Test func groupsHaveNumbersToTheRightAndSharesInPercent() {
        #expect(
            text(groups, .table) == """
                speaker    count   share
                ─────────  ─────  ──────
                Anne           3  75.0 %
                (missing)      1  25.0 %

                """)
        #expect(text(groups, .table) { $0.language = .french }.contains("75,0 %"))
    }

    @Test func aTableFitsTheScreenByWrappingAtSpaces() {
        let shown = text(quotes, .table, width: 36)
        #expect(
            shown == """
                id  speaker    text
                ──  ─────────  ─────────────────────
                s1  Anne Ünal  Elle a dit « non »,
                               et « "oui" » ensuite
                s2             a, b

                """)
        for width in 4...120 {
            let lines = text(quotes, .table, width: width).split(separator: "\n")
            #expect(width < 26 || lines.allSatisfy { $0.count <= width }, "at \(width) columns")
        }
    }

    @Test func rowsBecomeListsWhereColumnsDoNotFit() {
        #expect(
            text(quotes, .table, width: 20) { $0.numbersRows = true } == """
                # 1
                id       s1
                speaker  Anne Ünal
                text     Elle a dit
                         « non », et
                         « "oui" »
                         ensuite

                # 2
                id       s2
                text     a, b

                """)
    }

    @Test func onlyTheRowsAskedForAreWritten() {
        #expect(text(quotes, .jsonl) { $0.rows = 1..<9 }.hasPrefix(#"{"id": "s2""#))
        let numbered = text(quotes, .table) {
            $0.rows = 1..<2
            $0.numbersRows = true
        }
        #expect(numbered.hasSuffix("2  s2           a, b\n"))
    }

    @Test func aNumberIsItself() {
        let count = AnswerTable(.count, columns: [.init("count", isNumber: true)], rows: 0..<1) { _, _ in .integer(6) }
        #expect(text(count, .table) == "6\n")
        #expect(text(count, .json) == "{\"count\": 6}\n")
        #expect(text(count, .jsonl) == "{\"count\": 6}\n")
        #expect(text(count, .csv) == "count\r\n6\r\n")
    }

    @Test func nothingFoundIsEmptyInEachForm() {
        let nothing = AnswerTable(.rows, columns: [.init("id")], rows: 0..<0) { _, _ in .missing }
        #expect(text(nothing, .json) == "[]\n")
        #expect(text(nothing, .jsonl) == "")
        #expect(text(nothing, .csv) == "id\r\n")
        #expect(text(nothing, .table) == "" && text(nothing, .list) == "" && text(nothing, .chart) == "")
        #expect(text(nothing, .tsv) == "id\n" && text(nothing, .excel) == "\u{FEFF}id\r\n")
        #expect(text(nothing, .markdown) == "| id |\n|---|\n")
        let definition = AnswerTable(.definition, columns: [], rows: 0..<0) { _, _ in .missing }
        for format in AnswerFormat.allCases { #expect(text(definition, format) == "") }
    }

    @Test func valuesOfEveryTypeAreJSON() {
        let values: [Value] = [
            .missing, .integer(-3), .number(0.5), .number(.infinity), .boolean(true), .list([.text("a"), .missing]),
            .date(CalendarDate("2016-05") ?? CalendarDate(2016)), .text("\u{1}\t\u{7F}\\"),
        ]
        let columns = values.indices.map { AnswerTable.Column("c\($0)") }
        let table = AnswerTable(.rows, columns: columns, rows: 0..<1) { _, column in values[column] }
        #expect(
            text(table, .jsonl) == #"""
                {"c0": null, "c1": -3, "c2": 0.5, "c3": null, "c4": true, "c5": ["a", null], "c6": "2016-05", "c7": "\u0001\t\u007f\\"}

                """#)
    }

    @Test func aDocumentCannotMoveTheCursor() {
        let hostile = AnswerTable(.rows, columns: [.init("text")], rows: 0..<1) { _, _ in
            .text("a\u{1B}[2Jb\r\u{202E}c\u{9B}d")
        }
        #expect(text(hostile, .table, width: 60).hasSuffix("a\u{FFFD}[2Jb \u{FFFD}c\u{FFFD}d\n"))
    }

    @Test func longAnswersComeInPieces() {
        let many = AnswerTable(.rows, columns: [.init("n", isNumber: true)], rows: 0..<10_000) { row, _ in .integer(row)
        }
        for format in AnswerFormat.allCases where format != .chart && format != .kwic {
            var pieces = 0
            AnswerWriter(format).write(many) { _ in pieces += 1 }
            #expect(pieces > 2)
        }
    }

    /// What the language calls a form can be written, and the other way round.
    @Test func theLanguageKnowsEveryForm() {
        let session = Session(Corpus(documents: []))
        let query = "count people as "
        for format in AnswerFormat.allCases {
            #expect(session.problems(in: Query(text: query + format.rawValue)).isEmpty, "\(format)")
        }
        let known = session.completions(in: query, at: query.utf8.count).map(\.text)
        #expect(Set(known) == Set(AnswerFormat.allCases.map(\.rawValue)))
    }

    @Test func aSinkThatFailsEndsTheWriting() {
        struct Full: Error {}
        #expect(throws: Full.self) {
            try AnswerWriter(.json).write(quotes) { (_) throws(Full) in throw Full() }
        }
    }

    @Test(arguments: [
        ("a.json", AnswerFormat.json), ("x/y.JSONL", .jsonl), ("a.b.csv", .csv), ("a.txt", .table), ("json", nil),
        ("a.csv/b", nil), ("a.md", .markdown), ("a.HTM", .html), ("a.tsv", .tsv), ("a.docx", nil),
    ])
    func theExtensionChoosesTheForm(_ path: String, _ format: AnswerFormat?) {
        #expect(AnswerFormat(path: path) == format)
    }
}

extension CalendarDate {
    fileprivate init(_ year: Int) { self = CalendarDate(year: year) ?? CalendarDate(1) }
}
