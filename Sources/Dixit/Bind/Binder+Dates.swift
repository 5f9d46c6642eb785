// Dates in conditions: which days a literal means, and how it is to be written where it means none.

package import DixitSyntax
package import DixitText

extension Binder {
    /// Input: `"12 mai 2016"`, `2016`, `2016-05`
    package mutating func date(of literal: Literal, _ value: DixitSyntax.Value, _ place: Place) -> PartialDate? {
        switch literal {
        case .date(let date): return date
        case .number(_, let whole?):
            if let message = undatedPart(whole, place) {
                report(message, at: value.range)
                return nil
            }
            // 19 is no year that anybody means: rather than nothing at all, the reader gets told how years are written.
            if !(0..<1000).contains(whole), let date = PartialDate(year: whole) { return date }
            if (10..<100).contains(whole) {
                let years = [2000 + whole, 1900 + whole].map(String.init)
                let fixes = years.map { Diagnostic.Fix(range: value.range, text: $0, confidence: 0.5) }
                let message = Message.shortYear(String(whole), field: place.text, first: years[0], second: years[1])
                report(Diagnostic(message, at: value.range, fixes: fixes))
                return nil
            }
            if (0..<1000).contains(whole) {
                report(.noYear(String(whole), field: place.text), at: value.range)
                return nil
            }
        case .text(let text, .folded):
            switch WrittenDate(text) {
            case .date(let date): return date
            case .ambiguous(let year, let first, let second):
                let dayFirst = PartialDate(year: year, month: second, day: first)
                let monthFirst = PartialDate(year: year, month: first, day: second)
                guard dayFirst != nil, monthFirst != nil else { return dayFirst ?? monthFirst }
                report(
                    Diagnostic(
                        .ambiguousDate(text, year: year, first: (second, first), second: (first, second)),
                        at: value.range,
                        fixes: [dayFirst, monthFirst].compactMap { $0 }.map {
                            .init(range: value.range, text: $0.description, confidence: 0.5)
                        }))
                return nil
            case .impossible: report(.noSuchDate(text), at: value.range)
            case .unreadable:
                let relative = WrittenDate.relative(text)
                report(.unreadableDate(text, instead: relative), at: value.range, fix: relative)
            }
            return nil
        case .text(_, let mode):
            report(.modeNeedsText(mode.rawValue, field: place.text, type: place.type.noun), at: value.range)
            return nil
        default: break
        }
        reportUnfit(value, place)
        return nil
    }

    /// `date.month = 6` would be read as the year 6, which nobody means.
    private func undatedPart(_ number: Int, _ place: Place) -> Message? {
        guard (0..<100).contains(number), case .part(_, let part) = place.path.end,
            let dated = Message.DatedPart(rawValue: part.rawValue)
        else { return nil }
        let year = environment.today?.year ?? 2016
        let example: PartialDate?
        switch dated {
        case .month: example = PartialDate(year: year, month: max(1, min(number, 12)))
        case .day: example = PartialDate(year: year, month: 1, day: max(1, min(number, 31)))
        case .week:
            let start = PartialDate(year: year, month: 1, day: 1)
            example = start.flatMap { PartialDate(dayNumber: $0.firstDay + 7 * max(0, min(number, 52) - 1)) }
                .flatMap { part.date(of: $0) }
        }
        return .undatedPart(
            String(number), field: place.text, dated, instead: "\(place.text) = \(example?.description ?? "")")
    }
}
