// A chart as SVG with its numbers in words, for those who look and for those who listen.

/// One `figure`: bars with their labels above them, so that they can be read on a telephone, or columns over time.
///
/// The picture is drawn in units of a pixel at the width of a telephone, and grows with the page.
struct ChartPicture {
    private let chart: Chart
    private let id: String
    private let words: ReportWords

    private static let width = 340.0
    private static let rowHeight = 34.0
    private static let mostOfLabel = 44
    private static let timeHeight = 150.0
    /// Below the columns: their labels.
    private static let labelHeight = 18.0

    init(_ chart: Chart, id: String, words: ReportWords) {
        (self.chart, self.id, self.words) = (chart, id, words)
    }

    var html: String {
        let (title, picture, note): (String, String, String?) =
            switch chart {
            case .bars(let title, let bars): (title, self.bars(bars), bars.rest)
            case .time(let title, let series):
                (title, columns(series), series.missing > 0 ? words.withoutDate(series.missing) : nil)
            }
        return "<figure>\n<figcaption id=\"\(id)\">\(HTMLText.escaped(title))</figcaption>\n\(picture)"
            + (note.map { "<p class=\"count\">\(HTMLText.escaped($0))</p>\n" } ?? "") + "</figure>\n"
    }

    private func picture(height: Double, description: [String], _ content: String) -> String {
        let spoken = HTMLText.escaped(description.joined(separator: ", "))
        return "<svg viewBox=\"0 0 \(Self.number(Self.width)) \(Self.number(height))\" role=\"img\" "
            + "aria-labelledby=\"\(id) \(id)d\">\n<desc id=\"\(id)d\">\(spoken)</desc>\n\(content)</svg>\n"
    }

    // MARK: Bars

    private func bars(_ bars: Bars) -> String {
        let most = max(bars.shown.map(\.count).max() ?? 0, 1)
        let numberWidth = Double(words.number(most).count) * 8 + 6
        var content = ""
        for (index, bar) in bars.shown.enumerated() {
            let top = Double(index) * Self.rowHeight
            let length = Double(bar.count) / Double(most) * (Self.width - numberWidth)
            let label = HTMLText.escaped(DisplayText.cut(bar.label, width: Self.mostOfLabel))
            let number = words.number(bar.count)
            content +=
                "<g><title>\(HTMLText.escaped(bar.label)) : \(number)</title>"
                + "<text x=\"0\" y=\"\(Self.number(top + 13))\">\(label)</text>"
                + "<rect x=\"0\" y=\"\(Self.number(top + 18))\" width=\"\(Self.number(max(length, 1)))\" height=\"11\"/>"
                + "<text class=\"v\" x=\"\(Self.number(length + 5))\" y=\"\(Self.number(top + 28))\">\(number)</text></g>\n"
        }
        return picture(
            height: Double(bars.shown.count) * Self.rowHeight,
            description: bars.shown.map { "\($0.label) \(words.number($0.count))" }, content)
    }

    // MARK: Columns

    private func columns(_ series: TimeSeries) -> String {
        let counts = series.counts
        let most = max(counts.max() ?? 0, 1)
        let step = Self.width / Double(counts.count)
        let base = Self.timeHeight - Self.labelHeight
        let top = 16.0
        var content =
            "<text class=\"v\" x=\"0\" y=\"11\">\(words.number(most))</text>"
            + "<line x1=\"0\" x2=\"\(Self.number(Self.width))\" y1=\"\(Self.number(top))\" y2=\"\(Self.number(top))\"/>\n"
        for (index, count) in counts.enumerated() where count > 0 {
            let height = max(1, Double(count) / Double(most) * (base - top))
            content +=
                "<rect x=\"\(Self.number(Double(index) * step + step * 0.08))\" y=\"\(Self.number(base - height))\" "
                + "width=\"\(Self.number(min(step * 0.84, 60)))\" height=\"\(Self.number(height))\">"
                + "<title>\(series.span(index)) : \(words.number(count))</title></rect>\n"
        }
        let ends = Self.number(Self.timeHeight - 4)
        content +=
            "<line x1=\"0\" x2=\"\(Self.number(Self.width))\" y1=\"\(Self.number(base))\" y2=\"\(Self.number(base))\"/>\n"
            + "<text x=\"0\" y=\"\(ends)\">\(series.label(0))</text>"
        if counts.count > 1 {
            content +=
                "<text x=\"\(Self.number(Self.width))\" y=\"\(ends)\" text-anchor=\"end\">"
                + "\(series.label(counts.count - 1))</text>"
        }
        let spoken = counts.indices.filter { counts[$0] > 0 }.map { "\(series.span($0)) \(words.number(counts[$0]))" }
        return picture(height: Self.timeHeight, description: spoken, content + "\n")
    }

    /// `12.5`: one digit is enough for a picture.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
