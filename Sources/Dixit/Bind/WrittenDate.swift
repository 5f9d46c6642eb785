// Dates as people write them between quotation marks: "12 mai 2016", "May 12, 2016", "12/05/2016".

import DixitText

/// What a quoted text says as a date.
enum WrittenDate: Equatable {
    case date(PartialDate)
    /// Day and month could be swapped: "05/06/2016".
    case ambiguous(year: Int, first: Int, second: Int)
    /// The parts are there, but no calendar has the day: "31/02/2016".
    case impossible
    case unreadable

    private static let months: [String: Int] = {
        let names = [
            ["janvier", "janv", "january", "jan"], ["fevrier", "fevr", "fev", "february", "feb"],
            ["mars", "march", "mar"],
            ["avril", "avr", "april", "apr"], ["mai", "may"], ["juin", "june", "jun"],
            ["juillet", "juil", "july", "jul"],
            ["aout", "august", "aug"], ["septembre", "sept", "september", "sep"], ["octobre", "oct", "october"],
            ["novembre", "nov", "november"], ["decembre", "dec", "december"],
        ]
        var numbers: [String: Int] = [:]
        for (index, names) in names.enumerated() {
            for name in names { numbers[name] = index + 1 }
        }
        return numbers
    }()

    private static let weekdays: [String: Int] = {
        let names = [
            ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        ]
        var numbers: [String: Int] = [:]
        for names in names {
            for (index, name) in names.enumerated() { numbers[name] = index + 1 }
        }
        return numbers
    }()

    private static func words(of text: String) -> [String] {
        let found = Words(text)
        return (0..<found.count).map { found.text(of: $0) }
    }

    /// 1 for `lundi` and `Monday`; nil for what is no day of the week.
    static func weekday(_ text: String) -> Int? {
        let words = words(of: text)
        return words.count == 1 ? weekdays[words[0]] : nil
    }

    /// `3 days ago` for `il y a 3 jours`, `today` for `aujourd'hui`: what says so in the language; nil for anything else.
    static func relative(_ text: String) -> String? {
        let units = [
            "jour": "day", "jours": "day", "day": "day", "days": "day", "semaine": "week", "semaines": "week",
            "week": "week", "weeks": "week", "mois": "month", "month": "month", "months": "month",
            "an": "year", "ans": "year", "annee": "year", "annees": "year", "year": "year", "years": "year",
        ]
        let words = words(of: text)
        switch words {
        case ["today"], ["aujourd", "hui"]: return "today"
        case ["yesterday"], ["hier"]: return "1 day ago"
        default: break
        }
        let middle: ArraySlice<String> =
            words.starts(with: ["il", "y", "a"]) ? words.dropFirst(3) : words.last == "ago" ? words.dropLast() : []
        guard middle.count == 2, let first = middle.first, let last = middle.last, let unit = units[last],
            let count = number(first) ?? (["un", "une", "a", "one"].contains(first) ? 1 : nil)
        else { return nil }
        return "\(count) \(unit)\(count == 1 ? "" : "s") ago"
    }

    init(_ text: String) {
        var words = Self.words(of: text)
        // Days of the week, «le» and «of» say nothing that the rest does not.
        let filler: Set<String> = ["le", "the", "of", "du"]
        words.removeAll { filler.contains($0) || Self.weekdays[$0] != nil }
        let numbers = words.map(Self.number)
        switch words.count {
        case 1:
            self =
                numbers[0].flatMap { words[0].utf8.count == 4 ? PartialDate(year: $0) : nil }.map { .date($0) }
                ?? .unreadable
        case 2:
            if let month = Self.months[words[0]], let year = numbers[1], words[1].utf8.count == 4 {
                self = Self.date(year, month)
            } else if let first = numbers[0], let second = numbers[1], words[0].utf8.count == 4 {
                self = Self.date(first, second)
            } else if let first = numbers[0], let second = numbers[1], words[1].utf8.count == 4 {
                self = Self.date(second, first)
            } else {
                self = .unreadable
            }
        case 3:
            self = Self.full(words, numbers)
        default:
            self = .unreadable
        }
    }

    private static func full(_ words: [String], _ numbers: [Int?]) -> WrittenDate {
        if words[2].utf8.count == 4, let year = numbers[2] {
            if let month = months[words[1]], let day = numbers[0] { return date(year, month, day) }
            if let month = months[words[0]], let day = numbers[1] { return date(year, month, day) }
        }
        guard let first = numbers[0], let second = numbers[1], let third = numbers[2] else { return .unreadable }
        if words[0].utf8.count == 4 { return date(first, second, third) }
        guard words[2].utf8.count == 4 else { return .unreadable }
        if first > 12 || first == second { return date(third, second, first) }
        if second > 12 { return date(third, first, second) }
        return .ambiguous(year: third, first: first, second: second)
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int? = nil) -> WrittenDate {
        guard month > 0, day != 0 else { return .impossible }
        return PartialDate(year: year, month: month, day: day ?? 0).map { .date($0) } ?? .impossible
    }

    /// `12`, `1er`, `3rd`
    private static func number(_ word: String) -> Int? {
        var digits = Substring(word)
        for ending in ["er", "st", "nd", "rd", "th"] where digits.hasSuffix(ending) {
            digits = digits.dropLast(2)
            break
        }
        guard !digits.isEmpty, digits.utf8.count <= 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }
}

extension CalendarDate {
    /// Reads a date as people write it: `12 mai 2016`, `May 12, 2016`; nil for what is no date, or may be two.
    package init?(written text: String) {
        guard case .date(let date) = WrittenDate(text) else { return nil }
        self.init(date)
    }
}
