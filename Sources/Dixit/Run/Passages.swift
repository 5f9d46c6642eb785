// The words in the documents that rows stand on.

import DixitText

extension Store {
    /// The place of a row in its document, with as many characters around it as asked for; nil for rows without a place.
    func passage(_ row: UInt32, table: Int, context: Int = 0) -> Passage? {
        guard let places = tables[table].places, let documentTable else { return nil }
        let document = places.documents[Int(row)]
        guard document != .max else { return nil }
        let whole = documentTexts.range(Int(document))
        // What was altered is not shown.
        if let seal, (try? seal.check(whole)) == nil { return nil }
        let length = whole.count
        let start = min(Int(places.starts[Int(row)]), length)
        let end = min(max(Int(places.ends[Int(row)]), start), length)
        let text = bytes[whole]
        let before = Self.step(text, from: start, back: context)
        let after = Self.step(text, from: end, forward: context)
        func cut(_ range: Range<Int>) -> String { String(decoding: text[range].buffer, as: UTF8.self) }
        let codePoints = Self.codePoints(text[0..<start])
        let fields = schema.documents
        return Passage(
            document: id(of: document, table: documentTable),
            title: fields.flatMap { string($0.title, of: document, table: documentTable) },
            outlet: fields.flatMap { string($0.outlet, of: document, table: documentTable) },
            date: date(of: document, table: documentTable),
            codePoints: codePoints..<codePoints + Self.codePoints(text[start..<end]),
            utf8: start..<end,
            paragraph: fields.flatMap { number($0.paragraph, of: row, table: table) },
            before: cut(before..<start), text: cut(start..<end), after: cut(end..<after))
    }

    /// The number of code points: every byte but the following ones of a sequence starts one.
    static func codePoints(_ bytes: Slab<UInt8>) -> Int {
        bytes.buffer.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }

    private static func step(_ text: Slab<UInt8>, from place: Int, back count: Int) -> Int {
        var place = place
        var left = count
        while place > 0, left > 0 {
            place -= 1
            if text[place] & 0xC0 != 0x80 { left -= 1 }
        }
        return place
    }

    private static func step(_ text: Slab<UInt8>, from place: Int, forward count: Int) -> Int {
        var place = place
        var left = count
        while place < text.count {
            if text[place] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            place += 1
        }
        return place
    }

    private func string(_ field: String, of row: UInt32, table: Int) -> String? {
        guard let column = tables[table].column(named: field),
            case .text(let text) = value(row, column: column, table: table)
        else { return nil }
        return text
    }

    private func number(_ field: String, of row: UInt32, table: Int) -> Int? {
        guard let column = tables[table].column(named: field),
            case .integer(let number) = value(row, column: column, table: table)
        else { return nil }
        return number
    }

    /// The date of a row: its first field of dates in the order of the schema, or nothing where that is not known. When a
    /// document was added says nothing of when it was published.
    func date(of row: UInt32, table: Int) -> CalendarDate? {
        for column in tables[table].columns {
            if case .date(let dates) = column { return dates.date(row).map { CalendarDate($0) } }
        }
        return nil
    }
}
