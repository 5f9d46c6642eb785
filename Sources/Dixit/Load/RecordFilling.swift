// The values of one field, all there, on their way into a column.

/// What a field of gathered rows is filled with, and in which order; it becomes a column on any thread.
enum RecordFilling: Sendable {
    case text(TextColumnBuilder, [UInt32]?)
    case names([[String]], [UInt32]?)
    case keyword(KeywordColumnBuilder, [UInt32]?)
    case number([Double], [UInt32]?, isKey: Bool)
    case date(first: [Int32], last: [Int32], [UInt32]?)
    case boolean([Bool?], [UInt32]?)
    /// - offsets: where those of each row begin, in a relation to many.
    case relation(RecordIdList, offsets: [UInt32]?, [UInt32]?, RecordIds?)

    /// Whether one thread alone should not make it.
    var isText: Bool { if case .text = self { true } else { false } }

    /// - Parameters:
    ///   - bytes: of all texts.
    ///   - work: shares what one thread alone should not do.
    /// - Throws: where a relation names an id that no row has.
    consuming func finished(bytes: Slab<UInt8>, on work: ConcurrentWork) throws(UnknownRecordId) -> TableBuilder.Filling
    {
        switch consume self {
        case .text(var texts, let order):
            if let order { texts.reorder(order) }
            return .column(.text(texts.finish(bytes: bytes, on: work)))
        case .names(let names, let order):
            return .names(names.reordered(order).map { forms in forms.filter { !$0.isEmpty } })
        case .keyword(var keywords, let order):
            if let order { keywords.reorder(order) }
            return .column(.keyword(keywords.finish()))
        case .number(let numbers, let order, let isKey):
            return .column(.number(NumberColumn(values: numbers.reordered(order), isKey: isKey)))
        case .date(let first, let last, let order):
            return .column(
                .date(DateColumn(first: Slab(first.reordered(order)), last: Slab(last.reordered(order)))))
        case .boolean(let values, let order): return .column(.boolean(BooleanColumn(values.reordered(order))))
        case .relation(let ids, let offsets, let order, let targets):
            return .links(try Self.links(ids, offsets, order, targets), inverse: nil)
        }
    }

    private static func links(
        _ ids: RecordIdList, _ offsets: [UInt32]?, _ order: [UInt32]?, _ targets: RecordIds?
    ) throws(UnknownRecordId) -> Links {
        let targets = targets ?? RecordIds(RecordIdList(areNumbers: ids.areNumbers), places: nil)
        let rowCount = offsets.map { $0.count - 1 } ?? ids.count
        let rows = order ?? (0..<UInt32(truncatingIfNeeded: rowCount)).map { $0 }
        guard let offsets else {
            return .one(Slab(try targets.rows(of: ids, inOrder: rows.lazy.map { Int($0) })))
        }
        var lists = AdjacencyBuilder(rows: rowCount)
        var places: [Int] = []
        places.reserveCapacity(ids.count)
        for row in rows { places += Int(offsets[Int(row)])..<Int(offsets[Int(row) + 1]) }
        let found = try targets.rows(of: ids, inOrder: places)
        var next = 0
        for row in rows {
            for _ in offsets[Int(row)]..<offsets[Int(row) + 1] {
                lists.append(found[next])
                next += 1
            }
            lists.finishRow()
        }
        return .many(lists.finish())
    }
}

extension Array {
    /// The elements in another order: at each place the one with the number there.
    fileprivate func reordered(_ order: [UInt32]?) -> [Element] {
        guard let order else { return self }
        return order.map { self[Int($0)] }
    }
}
