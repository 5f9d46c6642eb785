// Numbers that are small, in as few bytes as all of them take.

/// Numbers in one byte or two each, as a snapshot has the codes of a field with few values and the lengths of short texts.
enum NarrowNumbers: Sendable {
    case bytes(Slab<UInt8>)
    case pairs(Slab<UInt16>)

    /// Nil where some number takes more than two bytes.
    ///
    /// - Parameter areOptional: whether `.max` stands for none: then the largest number that the bytes can hold does.
    init?(_ numbers: Slab<UInt32>, areOptional: Bool = false) {
        var largest: UInt32 = 0
        for number in numbers.buffer where !areOptional || number != .max { largest = max(largest, number) }
        let room: UInt32 = areOptional ? 1 : 0
        if largest <= UInt32(UInt8.max) - room {
            self = .bytes(Slab(numbers.buffer.map { UInt8(truncatingIfNeeded: $0) }))
        } else if largest <= UInt32(UInt16.max) - room {
            self = .pairs(Slab(numbers.buffer.map { UInt16(truncatingIfNeeded: $0) }))
        } else {
            return nil
        }
    }

    var count: Int {
        switch self {
        case .bytes(let numbers): numbers.count
        case .pairs(let numbers): numbers.count
        }
    }

    @inline(__always)
    subscript(place: Int) -> UInt32 {
        switch self {
        case .bytes(let numbers): UInt32(numbers[place])
        case .pairs(let numbers): UInt32(numbers[place])
        }
    }

    /// The number at a place of those that may be missing: `.max` for none.
    @inline(__always)
    func id(_ place: Int) -> UInt32 {
        switch self {
        case .bytes(let numbers): numbers[place] == .max ? .max : UInt32(numbers[place])
        case .pairs(let numbers): numbers[place] == .max ? .max : UInt32(numbers[place])
        }
    }

    /// The same in four bytes each.
    var wide: Slab<UInt32> { Slab((0..<count).map { self[$0] }) }

    /// The same of numbers that may be missing.
    var wideIds: Slab<UInt32> { Slab((0..<count).map { id($0) }) }
}
