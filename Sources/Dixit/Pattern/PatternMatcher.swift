// Runs the program of a pattern over texts.

import DixitText

/// Where one thread runs a program over any number of texts; nothing is allocated from one text to the next.
///
/// All the ways in which a pattern can match are followed side by side, so that each character is read once and the work is
/// at most the length of the text times the size of the program, whatever the pattern.
///
/// Of several matches the one that starts first is found, and of those the one that a backtracking matcher would find
/// first: `/a|ab/` finds `a` in “ab”, `/a+?/` as little as it can.
///
/// Source: R. Pike's matcher, as told by R. Cox in “Regular expression matching: the virtual machine approach”, 2009.
package struct PatternMatcher: Sendable {
    /// Instructions looked at since the matcher was made.
    package private(set) var steps = 0
    /// Where `steps` reaches this, a search ends without a match and ``ranOut`` is true.
    package var stepLimit = Int.max
    package private(set) var ranOut = false

    private let program: PatternProgram
    private var chunk: ScalarChunk
    /// Where threads go on at this place, best first; and at the next.
    private var current: [Thread] = []
    private var following: [Thread] = []
    /// The step in which an instruction was last reached, so that it is followed once a step.
    private var reached: [Int]
    private var step = 0
    private var pending: [UInt32] = []
    private var best: Range<Int>?

    private struct Thread {
        var place: UInt32
        /// Where the match began, in bytes.
        var start: UInt32
    }

    package init(_ program: PatternProgram) {
        self.program = program
        chunk = ScalarChunk(folded: program.isFolded)
        reached = [Int](repeating: 0, count: program.instructions.count)
        current.reserveCapacity(program.instructions.count)
        following.reserveCapacity(program.instructions.count)
        pending.reserveCapacity(program.instructions.count)
    }

    /// Whether the pattern matches somewhere in the text.
    ///
    /// - Complexity: length of the text × size of the program.
    package mutating func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        search(text, from: 0, endsAtFirst: true) { _ in } != nil
    }

    /// The same, telling the steps that were taken from time to time, so that a long text can be given up.
    package mutating func matches<Failure: Error>(
        _ text: UnsafeBufferPointer<UInt8>, progress: (_ steps: Int) throws(Failure) -> Void
    ) throws(Failure) -> Bool {
        try search(text, from: 0, endsAtFirst: true, progress: progress) != nil
    }

    /// The bytes of the first match that starts at a place or later, which must be the start of a character.
    ///
    /// What stands before the place counts for `\b` and `^`. A match covers whole characters, with their marks:
    /// `/co/` finds “cœ” in “cœur”.
    ///
    /// - Complexity: length of the text × size of the program.
    package mutating func firstMatch(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Range<Int>? {
        search(text, from: min(max(0, start), text.count), endsAtFirst: false) { _ in }
    }

    private mutating func search<Failure: Error>(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, endsAtFirst: Bool,
        progress: (_ steps: Int) throws(Failure) -> Void
    ) throws(Failure) -> Range<Int>? {
        var told = steps
        best = nil
        ranOut = false
        current.removeAll(keepingCapacity: true)
        var previous = unit(before: start, in: text)
        var offset = start
        repeat {
            chunk.read(text, from: offset)
            for index in 0..<chunk.count {
                let unit = chunk.units[index]
                if current.isEmpty {
                    if best != nil || program.isAnchored && previous != nil { return best }
                    guard program.firstCharacters.contains(unit) else {
                        previous = unit
                        continue
                    }
                }
                follow(between: previous, and: unit, at: index, in: text)
                if best != nil && endsAtFirst { return best }
                if steps >= stepLimit {
                    ranOut = true
                    return nil
                }
                advance(over: unit)
                previous = unit
            }
            offset = chunk.end
            try progress(steps - told)
            told = steps
        } while offset < text.count
        follow(between: previous, and: nil, at: chunk.count, in: text)
        return best
    }

    /// The last character before a place that is not dropped.
    private mutating func unit(before place: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard place > 0 else { return nil }
        var start = max(0, place - 32)
        while start > 0, start < place, text[start] & 0xC0 == 0x80 { start += 1 }
        let before = UnsafeBufferPointer(rebasing: text[start..<place])
        chunk.read(before, from: 0)
        return chunk.count > 0 ? chunk.units[chunk.count - 1] : nil
    }
}

// MARK: - One place of the text

extension PatternMatcher {
    /// Follows the threads up to the instructions that read a character, and notes a match.
    ///
    /// - Parameter index: of the next character in the chunk.
    private mutating func follow(
        between previous: UInt32?, and unit: UInt32?, at index: Int, in text: UnsafeBufferPointer<UInt8>
    ) {
        step += 1
        following.removeAll(keepingCapacity: true)
        var isCut = false
        for thread in current where !isCut {
            isCut = follow(thread, between: previous, and: unit, at: index)
        }
        if !isCut, best == nil {
            let start = index < chunk.count ? chunk.origins[index] : UInt32(truncatingIfNeeded: chunk.end)
            _ = follow(Thread(place: 0, start: start), between: previous, and: unit, at: index)
        }
        swap(&current, &following)
    }

    /// Follows one thread; returns whether it matched, after which worse threads do not count.
    private mutating func follow(
        _ thread: Thread, between previous: UInt32?, and unit: UInt32?, at index: Int
    ) -> Bool {
        pending.append(thread.place)
        while let place = pending.popLast() {
            if reached[Int(place)] == step { continue }
            reached[Int(place)] = step
            steps += 1
            let instruction = program.instructions[Int(place)]
            switch instruction.code {
            case .scalar, .any, .set: following.append(Thread(place: place, start: thread.start))
            case .split:
                pending.append(instruction.second)
                pending.append(instruction.first)
            case .jump: pending.append(instruction.first)
            case .textStart: if previous == nil { pending.append(place + 1) }
            case .textEnd: if unit == nil { pending.append(place + 1) }
            case .wordBoundary: if isBoundary(previous, unit) { pending.append(place + 1) }
            case .noWordBoundary: if !isBoundary(previous, unit) { pending.append(place + 1) }
            case .match:
                pending.removeAll(keepingCapacity: true)
                best = Int(thread.start)..<end(at: index)
                return true
            }
        }
        return false
    }

    /// Keeps the threads whose instruction reads this character.
    private mutating func advance(over unit: UInt32) {
        let scalar = unit & ScalarUnit.scalarMask
        var kept = 0
        steps += current.count
        for index in 0..<current.count {
            let thread = current[index]
            let instruction = program.instructions[Int(thread.place)]
            let reads =
                switch instruction.code {
                case .scalar: instruction.first == scalar
                case .set: program.sets[Int(instruction.first)].contains(unit)
                default: true
                }
            guard reads else { continue }
            current[kept] = Thread(place: thread.place + 1, start: thread.start)
            kept += 1
        }
        current.removeLast(current.count - kept)
    }

    /// Where a match ends that ends before a character of the chunk: after the whole `œ` where it ends within its `oe`.
    private func end(at index: Int) -> Int {
        var index = index
        while index < chunk.count, chunk.units[index] & ScalarUnit.continuation != 0 { index += 1 }
        return index < chunk.count ? Int(chunk.origins[index]) : chunk.end
    }

    private func isBoundary(_ previous: UInt32?, _ unit: UInt32?) -> Bool {
        (previous.map(ScalarUnit.isWordPart) ?? false) != (unit.map(ScalarUnit.isWordPart) ?? false)
    }
}
