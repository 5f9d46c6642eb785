// A sum over memory that changes when the memory does, at the speed of memory.

/// A running Fletcher sum over 32-bit words, eight of them side by side.
///
/// Each lane has the sum of its words and the sum of these sums, both in 64 bits, so that whatever changes one word, or two
/// words of a lane in any way, changes the sums: the first by the difference, the second by the difference times its
/// distance from the end. Other changes go unnoticed with a probability of about 2⁻⁶⁴. It guards against accidents, not
/// against somebody who writes the right sum beside the wrong words; what such a file must not be able to do is
/// the business of ``SnapshotRule``.
///
/// Source: J. G. Fletcher, “An arithmetic checksum for serial transmissions”, 1982.
struct SnapshotChecksum {
    private var low = SIMD4<UInt64>()
    private var high = SIMD4<UInt64>()
    private var lowSums = SIMD4<UInt64>()
    private var highSums = SIMD4<UInt64>()
    private var byteCount: UInt64 = 0

    /// The bytes that a step takes.
    static let step = 32

    /// Adds memory whose size is a multiple of ``step``.
    ///
    /// - Complexity: linear; 20 GB/s and more, bounded by memory.
    mutating func add(_ memory: UnsafeRawBufferPointer) {
        guard let base = memory.baseAddress else { return }
        assert(memory.count % Self.step == 0)
        // Kept in registers: as members they would be written at every step.
        var (low, high, lowSums, highSums) = (low, high, lowSums, highSums)
        let mask = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
        var place = 0
        while place < memory.count {
            let words = base.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
            low &+= words & mask
            high &+= words &>> 32
            lowSums &+= low
            highSums &+= high
            place += Self.step
        }
        (self.low, self.high, self.lowSums, self.highSums) = (low, high, lowSums, highSums)
        byteCount += UInt64(memory.count)
    }

    /// All sums in one number. Each step can be turned back, so that a change of one sum always changes the result.
    var value: UInt64 {
        var result = byteCount &* 0x9E37_79B9_7F4A_7C15
        for sums in [low, high, lowSums, highSums] {
            for lane in 0..<4 {
                result ^= sums[lane]
                result &*= 0xBF58_476D_1CE4_E5B9
                result ^= result >> 31
            }
        }
        return result
    }

    /// The sum of memory, filled up with zeros to a multiple of `alignment`.
    static func of(_ memory: UnsafeRawBufferPointer, paddedTo alignment: Int) -> UInt64 {
        var sum = SnapshotChecksum()
        let whole = memory.count / alignment * alignment
        sum.add(UnsafeRawBufferPointer(rebasing: memory[..<whole]))
        if whole < memory.count {
            var rest = [UInt8](repeating: 0, count: alignment)
            rest.replaceSubrange(..<(memory.count - whole), with: memory[whole...])
            rest.withUnsafeBytes { sum.add($0) }
        }
        return sum.value
    }

    static func of(_ memory: Slab<UInt8>, paddedTo alignment: Int) -> UInt64 {
        withExtendedLifetime(memory) { of(UnsafeRawBufferPointer(memory.buffer), paddedTo: alignment) }
    }
}
