// The values of rows that come behind all others.

import DixitText

extension KeywordColumn {
    /// The column with further rows behind its own; values that are new get the next codes, so that no code changes.
    ///
    /// - Precondition: rows of both have one value at most.
    convenience init(_ old: KeywordColumn, followedBy added: KeywordColumn, _ rows: Interleaving) {
        guard case .one(let oldCodes) = old.codes, case .one(let addedCodes) = added.codes else {
            preconditionFailure("rows that grow have one value at most")
        }
        let (dictionary, codes) = old.dictionary.followed(by: added.dictionary)
        self.init(
            dictionary: dictionary, codes: .one(rows.joined(oldCodes, by: nil, addedCodes, by: codes)),
            postings: old.postings.followed(
                targets: dictionary.count, by: added.codes.pairs(to: codes, from: oldCodes.count)))
    }

    /// The same with codes that say the order of their values, and no lists in layers, as a snapshot has it.
    var inOrder: KeywordColumn {
        if dictionary.order.isAscending, postings.layers == nil { return self }
        let numbers = dictionary.codesInOrder
        var codes = codes.wide
        if case .one(let old) = codes { codes = .one(old.mapped(by: StringRanks(numbers).ranks)) }
        return KeywordColumn(
            dictionary: dictionary.inOrder(numbers), codes: codes,
            postings: dictionary.order.isAscending ? postings.flat : codes.inverted(targets: numbers.count))
    }
}

extension ValueDictionary {
    /// These values and behind them those of another dictionary that are not here; the code of each of the other's.
    fileprivate func followed(by added: ValueDictionary) -> (dictionary: ValueDictionary, codes: [UInt32]) {
        var codes: [UInt32] = []
        var new: [Int] = []
        for code in 0..<added.count {
            let value = added.values[code]
            let known = self.codes(equal: Array(added.folded[code])).first { values[Int($0)].elementsEqual(value) }
            codes.append(known ?? UInt32(truncatingIfNeeded: count + new.count))
            if known == nil { new.append(code) }
        }
        if new.isEmpty { return (self, codes) }
        var builder = TextIndexBuilder()
        for code in new {
            let value = added.values[code]
            builder.add(Words(value.buffer))
            builder.finishRow()
        }
        let allValues = values.followed(by: added.values, new)
        let isFolded = values.isSame(as: folded) && new.allSatisfy { added.values[$0].elementsEqual(added.folded[$0]) }
        let all = ValueDictionary(
            values: allValues, folded: isFolded ? allValues : folded.followed(by: added.folded, new),
            words: TextIndex(
                words, builder.finish(), Interleaving(appending: new.count, to: count), layered: true))
        return (all.ordered(order.followed(by: new.count) { all.precedes($0, $1) }), codes)
    }

    private func ordered(_ order: StringOrder) -> ValueDictionary {
        ValueDictionary(values: values, folded: folded, words: words, order: order)
    }

    /// - Parameter codes: all, in the order of their values.
    fileprivate func inOrder(_ codes: Slab<UInt32>) -> ValueDictionary {
        if order.isAscending { return self }
        return ValueDictionary(
            values: StringTable(codes.lazy.map { self.values[Int($0)] }),
            folded: StringTable(codes.lazy.map { self.folded[Int($0)] }), words: words.reordered(codes))
    }
}
