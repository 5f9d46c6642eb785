// The different values that belong to each of many things.

/// For each of a number of groups its different values, in the order of first meeting, with how often each was met.
///
/// One table for all groups: the forms of every person's name, the roles of everybody.
struct GroupedTally {
    private var interner = Interner()
    private var counts: [UInt32] = []
    private var texts: [String] = []
    /// The numbers of the values of each group.
    private var groups: [[UInt32]]
    private var scratch: [UInt8] = []

    init(groups: Int) { self.groups = [[UInt32]](repeating: [], count: groups) }

    /// Counts a value once more.
    ///
    /// - Parameter key: what makes it the same as another, where that is not its letters: its folded form.
    mutating func add(_ text: String, key: String? = nil, to group: UInt32) {
        scratch.removeAll(keepingCapacity: true)
        withUnsafeBytes(of: group) { scratch.append(contentsOf: $0) }
        scratch.append(contentsOf: (key ?? text).utf8)
        let number = Int(interner.number(of: scratch))
        if number == counts.count {
            counts.append(0)
            texts.append(text)
            groups[Int(group)].append(UInt32(truncatingIfNeeded: number))
        }
        counts[number] += 1
    }

    func values(of group: Int) -> [String] { groups[group].map { texts[Int($0)] } }

    /// The value met most often, the earlier one where two are; `isPreferred` ones go before all others.
    func mostFrequent(of group: Int, isPreferred: (String) -> Bool = { _ in true }) -> String? {
        var best: (rank: (Int, UInt32), text: String)?
        for number in groups[group] {
            let text = texts[Int(number)]
            let rank = (isPreferred(text) ? 1 : 0, counts[Int(number)])
            if best == nil || best.map({ $0.rank < rank }) == true { best = (rank, text) }
        }
        return best?.text
    }
}
