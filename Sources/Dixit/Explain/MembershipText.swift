// Why a row is in an answer, written for a reader.

/// The lines of a ``MembershipExplanation``: the outcome, each condition with its mark, what it looked at.
struct MembershipText {
    private let explanation: MembershipExplanation
    private let language: Language

    private static let mostHits = 5
    private static let longestValue = 160

    init(_ explanation: MembershipExplanation, _ language: Language) {
        self.explanation = explanation
        self.language = language
    }

    private func say(_ english: String, _ french: String) -> String { language == .french ? french : english }

    var text: String {
        var lines = [outcome]
        for condition in explanation.conditions { add(condition, of: explanation.row, to: &lines, depth: 1) }
        if let passage = explanation.passage {
            let place = [passage.document, passage.title, passage.outlet, passage.date?.description]
            let paragraph = passage.paragraph.map { "¶ \($0)" }
            lines.append((place + [paragraph]).compactMap { $0 }.map(plain).joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }

    private var outcome: String {
        let name = name(of: explanation.row)
        return switch explanation.outcome {
        case .found(let place?):
            say("\(name) is in the answer, as its row \(place)", "\(name) est dans la réponse, à la ligne \(place)")
        case .found(nil): say("\(name) is counted", "\(name) est du nombre")
        case .outsidePage(let place):
            say(
                "\(name) fulfils the condition, but as number \(place) it lies outside the rows that `limit` and `skip` leave",
                "\(name) remplit la condition, mais son rang, \(place), est hors des lignes que laissent `limit` et `skip`"
            )
        case .notSampled:
            say(
                "\(name) fulfils the condition, but was not drawn for the sample",
                "\(name) remplit la condition, mais n’a pas été tiré dans l’échantillon")
        case .notFound: say("\(name) is not in the answer", "\(name) n’est pas dans la réponse")
        }
    }

    /// - Parameter row: the one that is asked; hits in its own texts need not name it.
    private func add(
        _ condition: MembershipExplanation.Condition, of row: Value.Entity, to lines: inout [String], depth: Int
    ) {
        let indent = String(repeating: "  ", count: depth)
        let mark = indent + (condition.holds ? "✓ " : "✗ ")
        switch condition.kind {
        case .all: lines.append(mark + say("all of this:", "tout ceci\u{A0}:"))
        case .any: lines.append(mark + say("one of these at least:", "l’un au moins de ceux-ci\u{A0}:"))
        case .not: lines.append(mark + say("not this:", "pas ceci\u{A0}:"))
        case .test: lines.append(mark + plain(condition.text))
        case .source: lines.append(mark + say("is in ", "est dans ") + plain(condition.text))
        }
        for member in condition.conditions { add(member, of: row, to: &lines, depth: depth + 1) }
        let inner = indent + "    "
        for reading in condition.readings where condition.hits.isEmpty || !reading.isText {
            lines.append(inner + reading.path + colon + value(reading.value))
        }
        if !condition.meant.isEmpty {
            let names = condition.meant.map { plain($0.name) }.joined(separator: "; ")
            lines.append(inner + say("asked for", "demandé") + colon + names)
        }
        for hit in condition.hits.prefix(Self.mostHits) {
            let owner = hit.row == row ? "" : plain(hit.row.name) + ", "
            lines.append(
                inner + owner + hit.field + colon + "… \(plain(hit.before))⟦\(plain(hit.text))⟧\(plain(hit.after)) …")
        }
        let rest = condition.hits.count - Self.mostHits
        if rest > 0 { lines.append(inner + say("and \(rest) more", "et \(rest) de plus")) }
        for member in condition.members {
            lines.append(inner + (member.holds ? "✓ " : "✗ ") + name(of: member.row))
            for condition in member.conditions { add(condition, of: member.row, to: &lines, depth: depth + 3) }
        }
    }

    private func name(of row: Value.Entity) -> String {
        plain(row.id) + (row.name == row.id ? "" : " (\(plain(row.name)))")
    }

    private var colon: String { say(": ", "\u{A0}: ") }

    private func value(_ value: Value) -> String {
        let text = plain(value.description)
        if text.isEmpty { return say("(nothing)", "(rien)") }
        guard text.unicodeScalars.count > Self.longestValue else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestValue))) + " …"
    }

    /// On one line.
    private func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}

extension MembershipExplanation.Reading {
    /// A text, which its hits show better.
    fileprivate var isText: Bool {
        switch value {
        case .text: true
        case .list(let values): values.contains { if case .text = $0 { true } else { false } }
        default: false
        }
    }
}
