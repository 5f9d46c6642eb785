// What lists of a snapshot can do while they stay packed.

import DixitSyntax

/// Ascending lists of numbers that lie packed in a snapshot and are checked when they are read for the first time.
protocol PackedForm: Sendable {
    /// Where the words of each list begin; one more entry for the end.
    var places: Slab<UInt32> { get }
    /// Of the words of each list.
    var sums: Slab<UInt32> { get }
    var words: Slab<UInt32> { get }
    /// What lists are called where they were altered.
    var source: SnapshotSource { get }
    /// What unpacked lists have their memory from.
    var scratch: ScratchMemory { get }

    /// A list as it was.
    ///
    /// - Parameter count: of its numbers.
    func list(_ number: Int, count: Int, _ control: RunControl) throws(Stop) -> Slab<UInt32>

    /// The numbers of a list that lie in a range.
    func list(_ number: Int, count: Int, in range: Range<UInt32>, _ control: RunControl) throws(Stop) -> Slab<UInt32>

    /// Lists that follow each other, one behind the other.
    ///
    /// - Parameter offsets: where each begins, counted in numbers; one more entry for the end.
    func lists(_ numbers: Range<Int>, _ offsets: Slab<UInt32>, _ control: RunControl) throws(Stop) -> Slab<UInt32>

    /// Whether every list is what a list can be; for those who do not want to wait until it is read.
    func areSound(_ offsets: Slab<UInt32>) -> Bool
}

extension PackedForm {
    /// Hands out the memory of all parts, under the names that they have in a snapshot.
    func forEachPart(_ body: (_ name: String, _ numbers: Slab<UInt32>) -> Void) {
        body("places", places)
        body("sums", sums)
        body("words", words)
    }
}

/// Where something comes from that may turn out to have been altered.
struct SnapshotSource: Sendable {
    let snapshot: String
    let part: String

    var altered: Stop { Stop(message: .alteredSnapshot(snapshot, part: part)) }
}
