// The names of the rows of a table, over all its fields of names.

/// The fields of a table that hold names, over one index of all their forms.
struct NameColumns {
    let index: NameIndex
    let fields: [String]
    /// In the order of the fields.
    let columns: [NameColumn]

    init(index: NameIndex, fields: [String], columns: [NameColumn]) {
        self.index = index
        self.fields = fields
        self.columns = columns
    }

    /// - Parameter names: for each field the names of each row, the shown one first.
    init(_ fields: [String], _ names: [[[String]]], isMany: [Bool], rows: Int) {
        var forms: [[String]] = []
        forms.reserveCapacity(rows)
        var numbers = names.map { _ in AdjacencyBuilder(rows: rows) }
        var count: UInt32 = 0
        for row in 0..<(names.isEmpty ? 0 : rows) {
            // The forms of a row are few, but for hostile ones: a table finds a form that two fields share.
            var known: [String: UInt32] = [:]
            var ofRow: [String] = []
            for field in names.indices {
                for name in names[field][row] {
                    let number = known[name] ?? count + UInt32(truncatingIfNeeded: ofRow.count)
                    if known.updateValue(number, forKey: name) == nil { ofRow.append(name) }
                    numbers[field].append(number)
                }
                numbers[field].finishRow()
            }
            count += UInt32(truncatingIfNeeded: ofRow.count)
            forms.append(ofRow)
        }
        let index = NameIndex(forms)
        self.index = index
        self.fields = fields
        columns = fields.indices.map { field in
            NameColumn(forms: numbers[field].finish(), of: index, isMany: isMany[field])
        }
    }
}

extension TableBuilder {
    /// The fields of names that are filled.
    var names: NameColumns {
        if let merged { return merged }
        var filled: [(field: FieldSchema, names: [[String]])] = []
        for field in fields {
            if case .names(let names)? = fillings[field.name] { filled.append((field, names)) }
        }
        return NameColumns(
            filled.map(\.field.name), filled.map(\.names), isMany: filled.map(\.field.type.isMany), rows: rowCount)
    }
}
