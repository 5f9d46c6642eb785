// A pattern made into instructions, which any number of matchers can run.

/// The program of a pattern: what `matches /…/` runs.
///
///     let program = try PatternProgram("\\bréform(e|er|es)\\b", exactly: false)
///     var matcher = PatternMatcher(program)
///     matcher.matches(text)   // “une Réforme” does
///
/// A pattern matches anywhere in a text. Unless `exactly`, the pattern and the text are folded: `/coeur/` finds “Cœur”, and a
/// space or a hyphen of the pattern matches any run of spaces and hyphens.
///
/// Source: K. Thompson, “Regular expression search algorithm”, 1968, compiled as in R. Cox, “Regular expression matching:
/// the virtual machine approach”, 2009.
package struct PatternProgram: Sendable {
    /// The most instructions of a program.
    package static let largestSize = 10_000

    struct Instruction: Hashable, Sendable {
        enum Code: UInt8 {
            /// The next character is `first`.
            case scalar
            case any
            /// The next character is in the set number `first`.
            case set
            /// Go on at `first`; if that leads nowhere, at `second`.
            case split
            case jump
            case textStart, textEnd, wordBoundary, noWordBoundary
            case match
        }
        var code: Code
        var first: UInt32 = 0
        var second: UInt32 = 0
    }

    let isFolded: Bool
    private(set) var instructions: [Instruction] = []
    private(set) var sets: [PatternSet] = []
    /// The characters with which a match can begin; everything where a match can be empty.
    private(set) var firstCharacters = PatternSet([0...UInt32(0x1F_FFFF)])
    /// Whether each match begins at the start of the text: `/^le /`.
    private(set) var isAnchored = false

    /// Pieces of folded words without which a text cannot match, for an index to narrow the rows with.
    ///
    /// A text that matches has, for each inner list, a word that contains one of its pieces: `/accord de (Rabat|Fès)/` needs
    /// a word with `accord`, a word with `de`, and a word with `rabat` or one with `fes`. Empty where nothing is known.
    package let requiredFragments: [[String]]

    /// Reads a pattern, without the slashes around it.
    ///
    /// - Complexity: linear in the length of the pattern and the size of the program.
    package init(_ source: String, exactly: Bool) throws(PatternError) {
        let node = try PatternParser.parse(source, exactly: exactly)
        isFolded = !exactly
        requiredFragments = FragmentCollector.fragments(of: node)
        emit(node)
        add(.match)
        isAnchored = node.startsWithTextStart
        findFirstCharacters()
    }
}

// MARK: - From the tree to instructions

extension PatternProgram {
    private var next: UInt32 { UInt32(truncatingIfNeeded: instructions.count) }

    private mutating func add(_ code: Instruction.Code, _ first: UInt32 = 0) {
        instructions.append(Instruction(code: code, first: first))
    }

    private mutating func emit(_ node: PatternNode) {
        switch node {
        case .empty: break
        case .scalar(let scalar): add(.scalar, scalar)
        case .any: add(.any)
        case .set(let set):
            add(.set, UInt32(truncatingIfNeeded: sets.count))
            sets.append(set)
        case .assertion(.start): add(.textStart)
        case .assertion(.end): add(.textEnd)
        case .assertion(.wordBoundary): add(.wordBoundary)
        case .assertion(.noWordBoundary): add(.noWordBoundary)
        case .sequence(let nodes):
            for node in nodes { emit(node) }
        case .alternatives(let branches): emit(branches)
        case .repeated(let node, let minimum, let maximum, let isGreedy):
            for _ in 0..<minimum { emit(node) }
            if let maximum {
                emitOptional(node, times: maximum - minimum, isGreedy)
            } else {
                emitLoop(node, isGreedy)
            }
        }
    }

    private mutating func emit(_ branches: [PatternNode]) {
        var jumps: [Int] = []
        for branch in branches.dropLast() {
            let split = addSplit()
            emit(branch)
            jumps.append(instructions.count)
            add(.jump)
            point(split, to: next, isGreedy: true)
        }
        if let last = branches.last { emit(last) }
        for jump in jumps { instructions[jump].first = next }
    }

    /// `a?` so many times, each within the one before.
    private mutating func emitOptional(_ node: PatternNode, times: Int, _ isGreedy: Bool) {
        var splits: [Int] = []
        for _ in 0..<times {
            splits.append(addSplit())
            emit(node)
        }
        for split in splits { point(split, to: next, isGreedy: isGreedy) }
    }

    /// `a*`
    private mutating func emitLoop(_ node: PatternNode, _ isGreedy: Bool) {
        let split = addSplit()
        emit(node)
        add(.jump, UInt32(truncatingIfNeeded: split))
        point(split, to: next, isGreedy: isGreedy)
    }

    /// A split that goes on at the next instruction; where else is said later.
    private mutating func addSplit() -> Int {
        instructions.append(Instruction(code: .split, first: next + 1))
        return instructions.count - 1
    }

    private mutating func point(_ split: Int, to target: UInt32, isGreedy: Bool) {
        let body = instructions[split].first
        instructions[split].first = isGreedy ? body : target
        instructions[split].second = isGreedy ? target : body
    }

    /// Follows the instructions that read nothing from the start on.
    private mutating func findFirstCharacters() {
        var seen = [Bool](repeating: false, count: instructions.count)
        var pending: [UInt32] = [0]
        var scalars: [ClosedRange<UInt32>] = []
        while let place = pending.popLast() {
            if seen[Int(place)] { continue }
            seen[Int(place)] = true
            let instruction = instructions[Int(place)]
            switch instruction.code {
            case .scalar: scalars.append(instruction.first...instruction.first)
            case .set:
                let set = sets[Int(instruction.first)]
                for scalar in UInt32(0)..<0x80 where set.contains(scalar) { scalars.append(scalar...scalar) }
                // What is beyond ASCII is left to the matcher.
                scalars.append(0x80...0x1F_FFFF)
            case .any, .match: return
            case .split: pending += [instruction.first, instruction.second]
            case .jump: pending.append(instruction.first)
            case .textStart, .textEnd, .wordBoundary, .noWordBoundary: pending.append(place + 1)
            }
        }
        firstCharacters = PatternSet(scalars)
    }
}

extension PatternNode {
    /// Whether nothing of it can match but at the start of the text.
    fileprivate var startsWithTextStart: Bool {
        switch self {
        case .assertion(.start): true
        case .sequence(let nodes): nodes.first?.startsWithTextStart ?? false
        case .alternatives(let branches): branches.allSatisfy(\.startsWithTextStart)
        case .repeated(let node, let minimum, _, _): minimum > 0 && node.startsWithTextStart
        default: false
        }
    }
}
