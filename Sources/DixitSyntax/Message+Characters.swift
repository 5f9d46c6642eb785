// E1: characters, quotation marks, numbers and dates.

extension Message {
    /// `find statements where a | b`
    static func unknownCharacter(_ text: String, instead: String?) -> Message {
        Message("E100", ["text": .text(visible(text)), "instead": .text(instead)])
    }

    /// A character that shows nothing by its number: `U+0000`.
    private static func visible(_ text: String) -> String {
        guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return text }
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .nonspacingMark:
            let number = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        default: return text
        }
    }

    /// `speaker = « El Khalfi`
    static func unclosedText(closing: String) -> Message {
        Message("E101", ["closing": .text(closing)])
    }

    /// `text matches /a`
    static var unclosedPattern: Message { Message("E102") }

    /// `speaker = 'El Khalfi'`
    static func apostropheQuotes(_ text: String) -> Message {
        Message("E103", ["text": .text(text)])
    }

    /// `words > 10abc`
    static func malformedNumber(_ text: String) -> Message {
        Message("E104", ["text": .text(text)])
    }

    /// `date = 2016-02-30`
    package static func noSuchDate(_ text: String) -> Message {
        Message("E105", ["text": .text(text)])
    }

    /// `date = 2016-5-1`
    static func unpaddedDate(_ text: String, instead: String) -> Message {
        Message("E106", ["text": .text(text), "instead": .text(instead)])
    }

    /// `date = 25/05/2016`
    static func dayFirst(_ text: String, instead: String) -> Message {
        Message("E106.dayFirst", ["text": .text(text), "instead": .text(instead)])
    }

    /// `speaker = $`
    static var parameterWithoutName: Message { Message("E107") }

    /// A source of 100 MB.
    static func sourceTooLong(limit: Int) -> Message {
        Message("E108", ["limit": .number(limit)])
    }

    /// `limit 99999999999999999999`
    static func numberTooLarge(_ text: String) -> Message {
        Message("E109", ["text": .text(text)])
    }
}
