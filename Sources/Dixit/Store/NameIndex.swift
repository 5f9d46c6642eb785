// The names of the rows of a table, as they are looked for.

import DixitText

/// All forms of the names of a table's rows with their words.
///
/// A form is a name as written: “Mustapha El Khalfi”, “MUSTAPHA EL KHALFI”, “El Khalfi”. The words of the forms have a
/// positional index of their own, whose rows are forms.
final class NameIndex: Sendable {
    let forms: StringTable
    /// The row that each form belongs to, ascending.
    let rows: Slab<UInt32>
    let words: TextIndex
    /// The forms without spaces, ascending, and which form each is: “abdelkarim” for “Abd el Karim”.
    let joined: StringTable
    let joinedForms: Slab<UInt32>

    init(forms: StringTable, rows: Slab<UInt32>, words: TextIndex, joined: StringTable, joinedForms: Slab<UInt32>) {
        self.forms = forms
        self.rows = rows
        self.words = words
        self.joined = joined
        self.joinedForms = joinedForms
    }

    init(_ names: [[String]]) {
        var forms: [[UInt8]] = []
        var rows: [UInt32] = []
        for (row, names) in names.enumerated() {
            for name in names where !name.isEmpty {
                forms.append(Array(name.utf8))
                rows.append(UInt32(truncatingIfNeeded: row))
            }
        }
        var builder = TextIndexBuilder()
        var joined: [(key: [UInt8], form: UInt32)] = []
        for (number, form) in forms.enumerated() {
            builder.add(Words(form))
            builder.finishRow()
            let name = NormalisedName(String(decoding: form, as: UTF8.self))
            joined.append((Array(name.joined.utf8), UInt32(truncatingIfNeeded: number)))
        }
        joined.sort { $0.key == $1.key ? $0.form < $1.form : $0.key.lexicographicallyPrecedes($1.key) }
        self.forms = StringTable(forms)
        self.rows = Slab(rows)
        words = builder.finish()
        self.joined = StringTable(joined.lazy.map(\.key))
        joinedForms = Slab(joined.map(\.form))
    }

    /// Whether a form is the given name alone of somebody who has more of a name, “Mustapha” of “Mustapha El Khalfi”, which finds
    /// nobody.
    func isGivenNameAlone(_ form: Int, _ name: NormalisedName) -> Bool {
        guard name.words.count == 1 else { return false }
        let shown = rows.lowerBound(rows[form])
        if shown == form { return false }
        let whole = NormalisedName(forms.text(shown))
        return whole.words.count > 1 && whole.words.first == name.words.first && whole.words.last != name.words.first
            && whole.surname.isEmpty
    }

    /// The rows that forms belong to.
    func rows(of forms: RowSet) -> [UInt32] {
        var result: [UInt32] = []
        forms.forEach { form in
            let row = rows[Int(form)]
            if result.last != row { result.append(row) }
        }
        return result
    }
}

/// A field of names: which forms each row has.
final class NameColumn: Sendable {
    /// The forms of each row in ``NameIndex/forms``: the first is the one that is shown.
    let forms: Adjacency
    /// For each row the place of its shown name in the order of folded names; equal names share one. `.max` without a name.
    let order: Slab<UInt32>
    /// For each place in that order, the first row with the name.
    let firstOfName: Slab<UInt32>
    /// Whether all forms are the value, or the first alone.
    let isMany: Bool

    init(forms: Adjacency, order: Slab<UInt32>, firstOfName: Slab<UInt32>, isMany: Bool) {
        self.forms = forms
        self.order = order
        self.firstOfName = firstOfName
        self.isMany = isMany
    }

    init(forms: Adjacency, of names: NameIndex, isMany: Bool) {
        self.forms = forms
        self.isMany = isMany
        let keys = (0..<forms.rowCount).map { row -> [UInt8]? in
            forms[UInt32(truncatingIfNeeded: row)].buffer.first.map { FoldedText(names.forms[Int($0)].buffer).bytes }
        }
        (order, firstOfName) = Ranks.of(keys)
    }
}

/// Numbers in the order of texts.
enum Ranks {
    /// For each row the place of its key among the different keys, `.max` where it has none; for each place its first row.
    static func of(_ keys: [[UInt8]?]) -> (order: Slab<UInt32>, first: Slab<UInt32>) {
        ranks(keys, keys.indices.filter { keys[$0] != nil }.sorted { precedes(keys, $0, $1) })
    }

    /// The same for texts that are folded first, while a query runs: one stretch of bytes, which is gone at once when it is stopped.
    static func of(
        _ count: Int, _ control: RunControl, _ text: (Int) -> String?
    ) throws(Stop) -> (order: Slab<UInt32>, first: Slab<UInt32>) {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        var rows: [Int] = []
        for row in 0..<count {
            let before = bytes.count
            if let text = text(row) {
                bytes += FoldedText(text).bytes
                rows.append(row)
            }
            ends.append(bytes.count)
            try control.spend(32 + bytes.count - before)
            try control.take(bytes: 24 + bytes.count - before)
        }
        return try ranks(bytes, ends, rows, control)
    }

    private static func ranks(
        _ bytes: [UInt8], _ ends: [Int], _ rows: [Int], _ control: RunControl
    ) throws(Stop) -> (order: Slab<UInt32>, first: Slab<UInt32>) {
        let bytes = Slab(bytes)
        func key(_ row: Int) -> UnsafeBufferPointer<UInt8> {
            let start = row == 0 ? 0 : ends[row - 1]
            return UnsafeBufferPointer(start: bytes.start + start, count: ends[row] - start)
        }
        let sorted = try control.sorted(rows) { left, right in
            let (first, second) = (key(left), key(right))
            if first.precedes(second) { return true }
            return left < right && !second.precedes(first)
        }
        var order = [UInt32](repeating: .max, count: ends.count)
        var first: [UInt32] = []
        var last: Int?
        for row in sorted {
            if last.map({ !key($0).elementsEqual(key(row)) }) ?? true { first.append(UInt32(truncatingIfNeeded: row)) }
            last = row
            order[row] = UInt32(truncatingIfNeeded: first.count - 1)
        }
        return withExtendedLifetime(bytes) { (Slab(order), Slab(first)) }
    }

    private static func precedes(_ keys: [[UInt8]?], _ left: Int, _ right: Int) -> Bool {
        let first = keys[left] ?? []
        let second = keys[right] ?? []
        return first == second ? left < right : first.lexicographicallyPrecedes(second)
    }

    private static func ranks(_ keys: [[UInt8]?], _ rows: [Int]) -> (order: Slab<UInt32>, first: Slab<UInt32>) {
        var order = [UInt32](repeating: .max, count: keys.count)
        var first: [UInt32] = []
        var last: [UInt8]?
        for row in rows {
            if first.isEmpty || keys[row] != last { first.append(UInt32(truncatingIfNeeded: row)) }
            last = keys[row]
            order[row] = UInt32(truncatingIfNeeded: first.count - 1)
        }
        return (Slab(order), Slab(first))
    }
}
