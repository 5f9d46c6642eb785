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

    init(_ text: String) {
        let found = Words(text)
        var words = (0..<found.count).map { found.text(of: $0) }
        // Days of the week, «le» and «of» say nothing that the rest does not.
        let filler: Set<String> = [
            "le", "the", "of", "du", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday",
            "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ]
        words.removeAll { filler.contains($0) }
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
