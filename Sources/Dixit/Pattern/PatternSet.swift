// The characters that one place of a pattern accepts: `[a-zé]`, `[^0-9]`, `\w`.

import DixitText

/// A set of characters: a bit for each of ASCII, ranges and classes for the others.
struct PatternSet: Hashable, Sendable {
    /// `\d`, `\W` and the others, as bits.
    struct Classes: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let word = Classes(rawValue: 1)
        static let notWord = Classes(rawValue: 2)
        static let digit = Classes(rawValue: 4)
        static let notDigit = Classes(rawValue: 8)
        static let space = Classes(rawValue: 16)
        static let notSpace = Classes(rawValue: 32)
    }

    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// Beyond ASCII; sorted and apart from each other.
    private var ranges: [ClosedRange<UInt32>]
    private var classes: Classes
    private var isNegated: Bool

    /// - Parameter ranges: of scalars, in any order, folded already where the pattern is.
    init(_ ranges: [ClosedRange<UInt32>], _ classes: Classes = [], negated: Bool = false) {
        self.ranges = []
        self.classes = classes
        isNegated = negated
        for range in ranges.merged() {
            for scalar in range.lowerBound..<max(range.lowerBound, min(range.upperBound + 1, 0x80)) {
                insert(ascii: scalar)
            }
            if range.upperBound >= 0x80 { self.ranges.append(max(range.lowerBound, 0x80)...range.upperBound) }
        }
        for scalar in 0..<UInt32(0x80) where classes.contain(PatternSet.unit(ofASCII: scalar)) { insert(ascii: scalar) }
        if negated {
            low = ~low
            high = ~high
        }
    }

    private mutating func insert(ascii scalar: UInt32) {
        if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
    }

    /// Whether a unit of a ``ScalarChunk`` is in the set.
    @inline(__always)
    func contains(_ unit: UInt32) -> Bool {
        let scalar = unit & ScalarUnit.scalarMask
        if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
        return containsBeyondASCII(unit, scalar)
    }

    private func containsBeyondASCII(_ unit: UInt32, _ scalar: UInt32) -> Bool {
        var first = 0
        var last = ranges.count
        while first < last {
            let middle = (first + last) / 2
            if ranges[middle].upperBound < scalar { first = middle + 1 } else { last = middle }
        }
        let isInRange = first < ranges.count && ranges[first].contains(scalar)
        return (isInRange || classes.contain(unit)) != isNegated
    }

    /// A character of ASCII with what it is.
    private static func unit(ofASCII scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A: scalar | 1 << 24
        case 0x30...0x39: scalar | 2 << 24
        case 0x09...0x0D, 0x20: scalar | 5 << 24
        default: scalar
        }
    }
}

extension PatternSet.Classes {
    /// Whether one of the classes has this character.
    fileprivate func contain(_ unit: UInt32) -> Bool {
        if isEmpty { return false }
        if !isDisjoint(with: [.word, .notWord]), contains(ScalarUnit.isWordPart(unit) ? .word : .notWord) {
            return true
        }
        if !isDisjoint(with: [.digit, .notDigit]), contains(ScalarUnit.isDecimalDigit(unit) ? .digit : .notDigit) {
            return true
        }
        return !isDisjoint(with: [.space, .notSpace]) && contains(ScalarUnit.isSpace(unit) ? .space : .notSpace)
    }
}

extension [ClosedRange<UInt32>] {
    /// The same scalars in ranges that are sorted and do not touch.
    func merged() -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound &+ 1 {
                result[result.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
