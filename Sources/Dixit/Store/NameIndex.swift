// The names of the rows of a table, as they are looked for.

import DixitText

/// All forms of the names of a table's rows with their words.
///
/// A form is a name as written: “Mustapha El Khalfi”, “MUSTAPHA EL KHALFI”, “El Khalfi”. The words of the forms have a
/// positional index of their own, whose rows are forms.
struct NameIndex: Sendable {
    let forms: StringTable
    /// The row that each form belongs to, ascending.
    let rows: Slab<UInt32>
    let words: TextIndex
    /// The forms without spaces, ascending, and which form each is: “abdelkarim” for “Abd el Karim”.
    let joined: StringTable
    let joinedForms: Slab<UInt32>

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

/// The displayed names of a set, in a column of their own.
struct NameColumn: Sendable {
    /// The forms of each row in ``NameIndex/forms``: the first is the one that is shown.
    let forms: Adjacency
    /// For each row its place in the order of folded names.
    let order: Slab<UInt32>
}
