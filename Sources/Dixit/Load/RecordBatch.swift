// Rows of one set that are gathered beside others.

/// A part of the rows of a set, gathered on any thread and then added to a ``RecordBuilder`` as a whole.
///
/// Its words and values are numbered among themselves, in tables that the nearest cache holds; when it is added, each different one of them is looked
/// up once among those of all rows.
package struct RecordBatch: Sendable {
    let layout: RecordLayout
    private(set) var table: RecordTable
    /// The texts of its rows.
    private(set) var bytes: [UInt8] = []

    init(_ layout: RecordLayout, _ table: RecordTable) {
        self.layout = layout
        self.table = table
    }

    /// Adds a row whose values are in the order of the layout.
    ///
    /// - Throws: ``DixitError`` E403 for a value that does not fit its field; then no row is added.
    package mutating func add(_ row: RecordRow) throws(DixitError) {
        if let unfit = table.unfitField(of: row, as: layout) {
            throw .unfit(row.description(of: row.values[unfit.place]), unfit.field)
        }
        table.append(row, as: layout, at: 0, to: &bytes)
    }

    /// Adds a row whose values, nil where one is missing, are in the order of the layout.
    ///
    /// - Throws: ``DixitError`` E403 for a value that does not fit its field; then no row is added.
    package mutating func add(_ values: [Parameter?]) throws(DixitError) {
        try add(RecordRow(values))
    }
}
