// Ascending lists that grew: those of old rows stay where they are, those of rows behind them lie in layers of their own.

/// The lists of the terms of an index that rows were added behind.
///
/// A list is what the first layer has of it, then what the second has, and so on: every number of a layer is larger than those of the
/// layers before. Each layer is at most a quarter as large as the one before, so that there are few, and each number is
/// copied a few times in all however many additions there are.
struct LayeredLists: Sendable {
    struct Layer: Sendable {
        /// The terms that have a list here, ascending.
        let terms: Slab<UInt32>
        /// Where their lists begin; one more entry for the end.
        let offsets: Slab<UInt32>
        let numbers: Slab<UInt32>

        func list(_ place: Int) -> Slab<UInt32> { numbers[Int(offsets[place])..<Int(offsets[place + 1])] }

        /// The list of a term; nil where it has none here.
        @inline(__always)
        func list(of term: Int) -> Slab<UInt32>? {
            let number = UInt32(truncatingIfNeeded: term)
            // Most of the first layer has a list of every term.
            if term < terms.count, terms[term] == number { return list(term) }
            let place = terms.lowerBound(number)
            return place < terms.count && terms[place] == number ? list(place) : nil
        }
    }

    let layers: [Layer]

    /// A list, where it lies if it is in one layer.
    func list(_ term: Int) -> Slab<UInt32> {
        var parts: [Slab<UInt32>] = []
        var only: Slab<UInt32>?
        for layer in layers {
            guard let list = layer.list(of: term), !list.isEmpty else { continue }
            if let first = only {
                if parts.isEmpty { parts.append(first) }
                parts.append(list)
            } else {
                only = list
            }
        }
        return parts.isEmpty ? only ?? Slab() : Self.joined(parts)
    }

    /// The numbers of a list that lie in a range.
    func list(_ term: Int, in range: Range<UInt32>) -> Slab<UInt32> {
        var parts: [Slab<UInt32>] = []
        for layer in layers {
            guard let list = layer.list(of: term) else { continue }
            let first = list.lowerBound(range.lowerBound)
            let part = list[first..<list.lowerBound(range.upperBound, from: first)]
            if !part.isEmpty { parts.append(part) }
        }
        return Self.joined(parts)
    }

    /// The lists of terms that follow each other, one behind the other.
    ///
    /// - Parameter count: of all their numbers.
    func lists(_ terms: Range<Int>, count: Int) -> Slab<UInt32> {
        var places = layers.map { $0.terms.lowerBound(UInt32(truncatingIfNeeded: terms.lowerBound)) }
        return Slab(capacity: count) { memory in
            var filled = 0
            for term in terms {
                for (number, layer) in layers.enumerated() {
                    let place = places[number]
                    guard place < layer.terms.count, layer.terms[place] == UInt32(truncatingIfNeeded: term) else {
                        continue
                    }
                    places[number] += 1
                    let list = layer.list(place)
                    (memory + filled).initialize(from: list.start, count: list.count)
                    filled += list.count
                }
            }
            return withExtendedLifetime(layers) { filled }
        }
    }

    private static func joined(_ parts: [Slab<UInt32>]) -> Slab<UInt32> {
        if parts.count < 2 { return parts.first ?? Slab() }
        return Slab(capacity: parts.reduce(0) { $0 + $1.count }) { memory in
            var filled = 0
            for part in parts {
                (memory + filled).initialize(from: part.start, count: part.count)
                filled += part.count
            }
            return withExtendedLifetime(parts) { filled }
        }
    }
}

// MARK: - Growing

extension LayeredLists {
    /// The same with another layer behind the last; small layers become one.
    func followed(by layer: Layer) -> LayeredLists {
        var layers = self.layers
        layers.append(layer)
        while layers.count > 1,
            layers[layers.count - 1].numbers.count * 4 > layers[layers.count - 2].numbers.count
        {
            let last = layers.removeLast()
            layers[layers.count - 1] = layers[layers.count - 1].followed(by: last)
        }
        return LayeredLists(layers: layers)
    }

    /// The same where terms have other numbers.
    func moved(by moves: Moves) -> LayeredLists {
        if moves.areNone { return self }
        return LayeredLists(
            layers: layers.map { layer in
                let terms = Slab<UInt32>(capacity: layer.terms.count) { memory in
                    moves.move(layer.terms.start, layer.terms.count, to: memory)
                    return withExtendedLifetime(layer) { layer.terms.count }
                }
                return Layer(terms: terms, offsets: layer.offsets, numbers: layer.numbers)
            })
    }
}

extension LayeredLists.Layer {
    /// The lists of both; each list of the other goes behind.
    fileprivate func followed(by other: Self) -> Self {
        var terms: [UInt32] = []
        terms.reserveCapacity(self.terms.count + other.terms.count)
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(self.terms.count + other.terms.count + 1)
        let numbers = Slab<UInt32>(capacity: self.numbers.count + other.numbers.count) { memory in
            var filled = 0
            func copy(_ list: Slab<UInt32>) {
                (memory + filled).initialize(from: list.start, count: list.count)
                filled += list.count
            }
            var (left, right) = (0, 0)
            while left < self.terms.count || right < other.terms.count {
                let own = left < self.terms.count ? self.terms[left] : .max
                let others = right < other.terms.count ? other.terms[right] : .max
                if own <= others {
                    copy(list(left))
                    left += 1
                }
                if others <= own {
                    copy(other.list(right))
                    right += 1
                }
                terms.append(min(own, others))
                offsets.append(UInt32(truncatingIfNeeded: filled))
            }
            return withExtendedLifetime((self, other)) { filled }
        }
        return Self(terms: Slab(terms), offsets: Slab(offsets), numbers: numbers)
    }
}
