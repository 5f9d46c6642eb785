// What is known of some tokens or chunks, by their index: an array, because a dictionary costs more than the work.

/// An index for some of the tokens.
package struct TokenTable: Sendable {
    private var values: [Int32]

    init(count: Int) { values = [Int32](repeating: -1, count: count) }

    subscript(token: Int) -> Int? {
        get { values.indices.contains(token) && values[token] >= 0 ? Int(values[token]) : nil }
        set {
            guard values.indices.contains(token) else { return }
            values[token] = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1
        }
    }
}

/// Some of the chunks.
struct ChunkSet: Sendable {
    private var members: [Bool]

    init(count: Int) { members = [Bool](repeating: false, count: count) }

    func contains(_ chunk: Int) -> Bool { members.indices.contains(chunk) && members[chunk] }

    mutating func insert(_ chunk: Int) {
        if members.indices.contains(chunk) { members[chunk] = true }
    }
}
