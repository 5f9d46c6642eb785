// What an answer looks like as pictures: who, when, about what.

import Dixit
import DixitExtraction
import DixitText

/// The charts that go with an answer: of groups their own, of rows three that sum them up.
struct AnswerCharts {
    private var charts: [Chart] = []
    private let words: ReportWords

    /// Bars of one chart; what is left is added up in words below.
    private static let mostBars = 15
    /// Rows that are easier read than drawn.
    private static let fewRows = 4

    init(_ answer: Answer, _ table: AnswerTable, of corpus: Corpus, words: ReportWords, layout: LayoutWords) {
        self.words = words
        if answer.kind == .groups {
            charts = Self.chart(of: table, words, layout).map { [$0] } ?? []
        } else if answer.rows.count > Self.fewRows, let set = answer.set.flatMap({ corpus.schema[set: $0] }) {
            let tallies = RowTallies(answer, set: set, of: corpus)
            if let (field, bars) = tallies.who {
                charts.append(.bars(words.title(by: field), Bars(bars, words, layout, most: Self.mostBars)))
            }
            if let (field, series) = tallies.when { charts.append(.time(words.title(by: field), series)) }
            if let (field, bars) = tallies.what {
                charts.append(.bars(words.titleOfWords(in: field), Bars(bars, words, layout, most: Self.mostBars)))
            }
        }
    }

    /// Groups by one key; where the key is a date, over time.
    private static func chart(of table: AnswerTable, _ words: ReportWords, _ layout: LayoutWords) -> Chart? {
        guard table.keyCount == 1, table.rows.count > 1 else { return nil }
        let title = words.title(by: table.columns[0].name)
        if let series = TimeSeries(table, mostColumns: Chart.mostColumns) { return .time(title, series) }
        let bars = table.rows.map { row in
            (layout.text(of: table.value(row, 0), in: table, column: 0), ChartLayout.count(table, row))
        }
        return .bars(title, Bars(bars, words, layout, most: mostBars))
    }

    func write(named id: String, to buffer: inout ByteBuffer) {
        guard !charts.isEmpty else { return }
        buffer.append("<div class=\"charts\">\n")
        for (number, chart) in charts.enumerated() {
            buffer.append(ChartPicture(chart, id: "\(id)c\(number + 1)", words: words).html)
        }
        buffer.append("</div>\n")
    }
}

/// A picture of numbers.
enum Chart {
    case bars(String, Bars)
    case time(String, TimeSeries)

    static let mostColumns = 60
}

/// Labels with their counts, the first ones of them.
struct Bars {
    let shown: [(label: String, count: Int)]
    /// What is not drawn, in words; nil where everything is.
    let rest: String?

    init(_ all: [(label: String, count: Int)], _ words: ReportWords, _ layout: LayoutWords, most: Int) {
        shown = Array(all.prefix(most))
        let others = all.dropFirst(most)
        rest = others.isEmpty ? nil : words.others(others.count, total: others.reduce(0) { $0 + $1.count })
    }
}

/// Rows of an answer counted by the people they belong to, by date, and by the words in their text.
private struct RowTallies {
    private(set) var who: (field: FieldSchema, bars: [(label: String, count: Int)])?
    private(set) var when: (field: FieldSchema, series: TimeSeries)?
    private(set) var what: (field: FieldSchema, bars: [(label: String, count: Int)])?

    init(_ answer: Answer, set: SetSchema, of corpus: Corpus) {
        let person = set.fields.first { field in
            if case .one(let target, _) = field.type { corpus.schema[set: target]?.namesPeople ?? false } else { false }
        }
        let date = set.fields.first { $0.type == .date }
        let text = set.fields.first { $0.type == .text && set.shown.contains($0.name) }
        var people: [Value: Int] = [:]
        var days: [CalendarDate: Int] = [:]
        var undated = 0
        var texts = ContentWords()
        for row in answer.rows {
            for (field, value) in corpus.record(of: row) {
                if field == person, value != .missing { people[value, default: 0] += 1 }
                if field == date {
                    if case .date(let day) = value { days[day, default: 0] += 1 } else { undated += 1 }
                }
                if field == text, case .text(let content) = value { texts.add(content) }
            }
        }
        if let person, people.count > 1 { who = (person, Self.ranked(people.map { ($0.key.description, $0.value) })) }
        if let date, days.count > 1 {
            let exact = days.keys.filter { $0.day != nil }
            let unit = Self.unit(exact.isEmpty ? Array(days.keys) : exact)
            let counted = days.sorted { $0.key < $1.key }.map { (date: $0.key, count: $0.value) }
            when = TimeSeries(counted, missing: undated, unit: unit, mostColumns: Chart.mostColumns).map { (date, $0) }
        }
        if let text, case let words = texts.frequent, words.count > 1 { what = (text, words) }
    }

    /// The most frequent first; the same number in the order of the labels.
    static func ranked(_ bars: [(String, Int)]) -> [(label: String, count: Int)] {
        bars.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { (label: $0.0, count: $0.1) }
    }

    /// Periods of which there are not too many to read.
    private static func unit(_ dates: [CalendarDate]) -> TimeSeries.Unit {
        let fitting = TimeSeries.Unit(fitting: dates)
        guard let first = dates.min()?.partial.firstDay, let last = dates.max()?.partial.lastDay else { return fitting }
        switch last - first {
        case ..<60: return fitting
        case ..<(5 * 366): return fitting == .year ? .year : .month
        default: return .year
        }
    }
}

/// The words that tell what texts are about, counted by texts: no articles, no verbs, no adverbs, and no short words.
struct ContentWords {
    private var counts: [String: Int] = [:]
    /// How a word is written where it stands first; names keep their capital.
    private var forms: [String: String] = [:]

    private static let shortest = 4
    /// What two texts have in common is no topic yet.
    private static let least = 3
    private static let passedOver: WordClass = [
        .functional, .pronoun, .clitic, .adverb, .verb, .auxiliaryHave, .auxiliaryBe, .timeWord, .month, .quantity,
        .title, .demonstrative, .possessive, .dummy, .relative,
    ]

    mutating func add(_ text: String) {
        let bytes = Array(text.utf8)
        let words = Words(bytes)
        var seen: Set<String> = []
        for index in 0..<words.count {
            let range = words.range(of: index)
            guard range.count >= Self.shortest, words.bytes[range].contains(where: { $0 > 0x39 }) else { continue }
            let folded = words.text(of: index)
            guard !seen.contains(folded) else { continue }
            let place = words.sourceRanges[index]
            let form = String(decoding: bytes[Int(place.start)..<Int(place.end)], as: UTF8.self)
            let lexicon = Lexicon.french
            let classes = lexicon.classes(lexicon.word(form.lowercased()))
            if classes.has(Self.passedOver), !classes.has(.noun) { continue }
            seen.insert(folded)
            counts[folded, default: 0] += 1
            if let known = forms[folded], known.first?.isLowercase ?? true { continue }
            forms[folded] = form
        }
    }

    /// The most frequent first.
    var frequent: [(label: String, count: Int)] {
        RowTallies.ranked(counts.filter { $0.value >= Self.least }.map { (forms[$0.key] ?? $0.key, $0.value) })
    }
}
