// Reads the text of a pattern into its tree.

import DixitSyntax
import DixitText

/// A recursive descent over the syntax of patterns, which is strict: what has no meaning is an error.
///
///     pattern      = sequence { "|" sequence } ;
///     sequence     = { atom [ quantifier [ "?" ] ] } ;
///     quantifier   = "*" | "+" | "?" | "{" INT [ "," [ INT ] ] "}" ;
///     atom         = literal | "." | "^" | "$" | class | escape | "(" [ "?:" ] pattern ")" ;
///     class        = "[" [ "^" ] member { member } "]" ;   (* member: a, a-z, \d *)
///     escape       = "\" ( "b" | "B" | "d" | "D" | "w" | "W" | "s" | "S" | "t" | "n" | punctuation ) ;
struct PatternParser {
    /// More levels than anybody writes, and few enough for a small stack.
    static let deepestNesting = 100
    /// More repetitions than a pattern about words needs.
    static let mostRepetitions = 1_000
    private static let longestSource = 1 << 16
    /// Some forty classes with ranges over all scripts that fold.
    private static let mostFolded = 400_000

    private let scalars: [Unicode.Scalar]
    /// Where each scalar starts in the source, and where the last one ends.
    private let offsets: [Int]
    private let exactly: Bool
    private var folder: ScalarFolder
    private var index = 0
    private var depth = 0
    /// How many characters were folded for classes.
    private var foldedCount = 0

    /// A node, and the number of instructions it takes.
    private struct Piece {
        var node: PatternNode
        var size: Int
    }

    static func parse(_ source: String, exactly: Bool) throws(PatternError) -> PatternNode {
        guard source.utf8.count <= longestSource else { throw PatternError(.tooLarge, 0..<source.utf8.count) }
        var parser = PatternParser(source, exactly: exactly)
        let piece = try parser.parseAlternatives()
        // A `)` that nothing opened ended the pattern.
        if parser.index < parser.scalars.count { throw parser.error(.parenthesis, from: parser.index) }
        return piece.node
    }

    private init(_ source: String, exactly: Bool) {
        scalars = Array(source.unicodeScalars)
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.offsets = offsets
        self.exactly = exactly
        folder = ScalarFolder(folded: !exactly)
    }
}

// MARK: - Alternatives, sequences, repetitions

extension PatternParser {
    /// Input: `déclar(é|er)|affirm(é|er)`
    private mutating func parseAlternatives() throws(PatternError) -> Piece {
        var branches = [try parseSequence()]
        while take("|") { branches.append(try parseSequence()) }
        if branches.count == 1 { return branches[0] }
        let size = branches.reduce(2 * (branches.count - 1)) { $0 + $1.size }
        return try checked(Piece(node: .alternatives(branches.map(\.node)), size: size), from: 0)
    }

    private mutating func parseSequence() throws(PatternError) -> Piece {
        var nodes: [PatternNode] = []
        var size = 0
        while let scalar = current, scalar != "|", scalar != ")" {
            let start = index
            let atom = try parseAtom()
            let piece = try parseQuantifier(of: atom, from: start)
            // `a - b`: spaces and hyphens side by side are one run.
            if piece.node == .spaces, nodes.last == .spaces { continue }
            nodes.append(piece.node)
            size += piece.size
            guard size <= PatternProgram.largestSize else { throw error(.tooLarge, from: start, to: index) }
        }
        switch nodes.count {
        case 0: return Piece(node: .empty, size: 1)
        case 1: return Piece(node: nodes[0], size: size)
        default: return Piece(node: .sequence(nodes), size: size)
        }
    }

    /// Input: `*`, `+?`, `{2,5}`; `a**` repeats nothing.
    private mutating func parseQuantifier(of atom: Piece, from start: Int) throws(PatternError) -> Piece {
        let quantifierStart = index
        let minimum: Int
        var maximum: Int?
        switch current {
        case "*": minimum = 0
        case "+": minimum = 1
        case "?": (minimum, maximum) = (0, 1)
        case "{":
            (minimum, maximum) = try parseBraces()
        default: return atom
        }
        if scalars[quantifierStart] != "{" { index += 1 }
        if case .assertion = atom.node, scalars[start] != "(" { throw error(.repetition, from: quantifierStart) }
        let isGreedy = !take("?")
        if let next = current, next == "*" || next == "+" || next == "?" || next == "{" {
            throw error(.repetition, from: index)
        }
        let copies = max(1, maximum ?? minimum)
        let (size, overflow) = atom.size.multipliedReportingOverflow(by: copies)
        guard !overflow, size <= PatternProgram.largestSize else { throw error(.tooLarge, from: quantifierStart) }
        let splits = maximum.map { $0 - minimum } ?? 2
        let node = PatternNode.repeated(atom.node, minimum: minimum, maximum: maximum, isGreedy: isGreedy)
        return try checked(Piece(node: node, size: size + splits), from: quantifierStart)
    }

    /// Input: `{3}`, `{3,}`, `{3,5}`
    private mutating func parseBraces() throws(PatternError) -> (minimum: Int, maximum: Int?) {
        let start = index
        index += 1
        guard let minimum = parseInteger() else { throw error(.braces, from: start) }
        var maximum: Int? = minimum
        if take(",") { maximum = current == "}" ? nil : parseInteger() ?? -1 }
        guard take("}"), maximum ?? minimum >= minimum else { throw error(.braces, from: start) }
        guard max(minimum, maximum ?? 0) <= Self.mostRepetitions else { throw error(.tooLarge, from: start, to: index) }
        return (minimum, maximum)
    }

    /// A number, or one too large to matter.
    private mutating func parseInteger() -> Int? {
        var number: Int?
        while let digit = current, digit.isASCII, digit.value >= 0x30, digit.value <= 0x39 {
            number = min((number ?? 0) * 10 + Int(digit.value - 0x30), 1_000_000)
            index += 1
        }
        return number
    }

    private func checked(_ piece: Piece, from start: Int) throws(PatternError) -> Piece {
        guard piece.size <= PatternProgram.largestSize else { throw error(.tooLarge, from: start, to: index) }
        return piece
    }
}

// MARK: - Atoms

extension PatternParser {
    private mutating func parseAtom() throws(PatternError) -> Piece {
        let start = index
        let scalar = scalars[index]
        switch scalar {
        case "(": return try parseGroup()
        case "[": return try parseClass()
        case "\\": return try parseEscape()
        case ".": return atom(.any)
        case "^": return atom(.assertion(.start))
        case "$": return atom(.assertion(.end))
        case "*", "+", "?", "{": throw error(.repetition, from: start)
        case "}": throw error(.braces, from: start)
        case "]": throw error(.bracket, from: start)
        default:
            index += 1
            return parseLiteral(scalar)
        }
    }

    private mutating func atom(_ node: PatternNode) -> Piece {
        index += 1
        return Piece(node: node, size: 1)
    }

    /// Input: `(a|b)`, `(?:a|b)`
    private mutating func parseGroup() throws(PatternError) -> Piece {
        let start = index
        index += 1
        if current == "?" {
            let next = peek(1)
            let afterNext = peek(2)
            switch next {
            case ":": index += 2
            case "=", "!": throw error(.lookaround, from: start, to: start + 3)
            case "<" where afterNext == "=" || afterNext == "!": throw error(.lookaround, from: start, to: start + 4)
            default: throw error(.group, from: start, to: start + 2)
            }
        }
        guard depth < Self.deepestNesting else { throw error(.tooLarge, from: start) }
        depth += 1
        let piece = try parseAlternatives()
        depth -= 1
        guard take(")") else { throw error(.parenthesis, from: start) }
        return piece
    }

    /// Input: `é`, with the marks that follow it: a decomposed `é` is one atom.
    private mutating func parseLiteral(_ scalar: Unicode.Scalar) -> Piece {
        var character = [scalar]
        while let mark = current, folder.isMarkOrInvisible(mark) {
            index += 1
            character.append(mark)
        }
        return literal(folder.units(of: character))
    }

    private func literal(_ units: [UInt32]) -> Piece {
        if !exactly, units.contains(where: ScalarUnit.isSpace) { return Piece(node: .spaces, size: 3) }
        let nodes = units.map { PatternNode.scalar($0 & ScalarUnit.scalarMask) }
        switch nodes.count {
        case 0: return Piece(node: .empty, size: 1)
        case 1: return Piece(node: nodes[0], size: 1)
        default: return Piece(node: .sequence(nodes), size: nodes.count)
        }
    }

    /// Input: `\b`, `\d`, `\.`; `\q` is an error, so that letters can get a meaning later.
    private mutating func parseEscape() throws(PatternError) -> Piece {
        let start = index
        index += 1
        guard let scalar = current else { throw error(.escape, from: start) }
        index += 1
        if scalar == "b" || scalar == "B" {
            return Piece(node: .assertion(scalar == "b" ? .wordBoundary : .noWordBoundary), size: 1)
        }
        if let classes = PatternSet.Classes(escape: scalar) {
            return Piece(node: .set(PatternSet([], classes)), size: 1)
        }
        return parseLiteral(try escaped(scalar, from: start))
    }

    /// The character that an escape stands for.
    private func escaped(_ scalar: Unicode.Scalar, from start: Int) throws(PatternError) -> Unicode.Scalar {
        if scalar == "t" { return "\t" }
        if scalar == "n" { return "\n" }
        let kind = scalar.properties
        if kind.numericType == .decimal, scalar != "0" { throw error(.backreference, from: start, to: start + 2) }
        if kind.isAlphabetic || kind.numericType != nil { throw error(.escape, from: start, to: start + 2) }
        return scalar
    }
}

// MARK: - Classes

extension PatternParser {
    /// Input: `[a-zé]`, `[^0-9]`, `[\w']`
    private mutating func parseClass() throws(PatternError) -> Piece {
        let start = index
        index += 1
        let isNegated = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        var classes: PatternSet.Classes = []
        var isEmpty = true
        while let scalar = current, scalar != "]" {
            isEmpty = false
            guard let lower = try parseMember(into: &classes) else { continue }
            guard current == "-", let next = peek(1), next != "]" else {
                ranges.append(lower.value...lower.value)
                continue
            }
            let rangeStart = index - 1
            index += 1
            var none: PatternSet.Classes = []
            guard let upper = try parseMember(into: &none), lower.value <= upper.value else {
                throw error(.range, from: rangeStart, to: index)
            }
            ranges.append(lower.value...upper.value)
        }
        guard take("]") else { throw error(.bracket, from: start) }
        if isEmpty { throw error(.emptyClass, from: start, to: index) }
        if exactly { return Piece(node: .set(PatternSet(ranges, classes, negated: isNegated)), size: 1) }
        return try foldedClass(ranges, classes, isNegated: isNegated, from: start)
    }

    /// One character of a class; nil for `\d` and its like, which are added to the classes.
    private mutating func parseMember(into classes: inout PatternSet.Classes) throws(PatternError) -> Unicode.Scalar? {
        let start = index
        let scalar = scalars[index]
        index += 1
        guard scalar == "\\" else { return composed(scalar) }
        guard let next = current else { throw error(.escape, from: start) }
        index += 1
        if let found = PatternSet.Classes(escape: next) {
            classes.formUnion(found)
            return nil
        }
        return try escaped(next, from: start)
    }

    /// A member with the marks that follow it where they are one character, in a pattern that is not folded.
    private mutating func composed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard exactly else { return scalar }
        var end = index
        while let mark = peek(end - index), folder.isMarkOrInvisible(mark) { end += 1 }
        guard end > index else { return scalar }
        let units = folder.units(of: [scalar] + scalars[index..<end])
        guard units.count == 1, let whole = Unicode.Scalar(units[0] & ScalarUnit.scalarMask) else { return scalar }
        index = end
        return whole
    }

    /// A class that looks at folded characters: `[É-Ë]` is `e`, and `[œx]` is `oe` or `x`.
    private mutating func foldedClass(
        _ ranges: [ClosedRange<UInt32>], _ classes: PatternSet.Classes, isNegated: Bool, from start: Int
    ) throws(PatternError) -> Piece {
        var folded: [ClosedRange<UInt32>] = []
        var sequences: Set<[UInt32]> = []
        for range in ranges.merged() {
            if range.upperBound > ScalarFolder.lastFolded {
                folded.append(max(range.lowerBound, ScalarFolder.lastFolded + 1)...range.upperBound)
            }
            guard range.lowerBound <= ScalarFolder.lastFolded else { continue }
            let part = range.lowerBound...min(range.upperBound, ScalarFolder.lastFolded)
            foldedCount += part.count
            guard foldedCount <= Self.mostFolded else { throw error(.tooLarge, from: start, to: index) }
            for value in part {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let units = folder.units(of: [scalar]).map { $0 & ScalarUnit.scalarMask }
                if units.count == 1 { folded.append(units[0]...units[0]) }
                // A folded text has no such character, so that a negated class need not exclude it.
                if units.count > 1, !isNegated { sequences.insert(units) }
            }
        }
        let set = PatternNode.set(PatternSet(folded, classes, negated: isNegated))
        if sequences.isEmpty { return Piece(node: set, size: 1) }
        let branches = sequences.sorted { $0.lexicographicallyPrecedes($1) }
            .map { PatternNode.sequence($0.map { .scalar($0) }) }
        let size = sequences.reduce(3) { $0 + $1.count + 2 }
        return try checked(Piece(node: .alternatives(branches + [set]), size: size), from: start)
    }
}

extension PatternSet.Classes {
    fileprivate init?(escape: Unicode.Scalar) {
        switch escape {
        case "w": self = .word
        case "W": self = .notWord
        case "d": self = .digit
        case "D": self = .notDigit
        case "s": self = .space
        case "S": self = .notSpace
        default: return nil
        }
    }
}

// MARK: - The cursor

extension PatternParser {
    private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private func peek(_ distance: Int) -> Unicode.Scalar? {
        index + distance < scalars.count ? scalars[index + distance] : nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        index += 1
        return true
    }

    private func error(_ problem: Message.PatternProblem, from start: Int, to end: Int? = nil) -> PatternError {
        error(.unreadable(problem), from: start, to: end)
    }

    private func error(_ kind: PatternError.Kind, from start: Int, to end: Int? = nil) -> PatternError {
        let last = offsets.count - 1
        return PatternError(kind, offsets[min(start, last)]..<offsets[min(max(start, end ?? start + 1), last)])
    }
}

/// Folds the literals of a pattern as the texts are folded.
struct ScalarFolder {
    /// Beyond this, ranges of a class are taken as they are: no French text needs them folded, one by one.
    static let lastFolded: UInt32 = 0x24FF
    private var chunk: ScalarChunk
    private var raw = ScalarChunk(folded: false)

    init(folded: Bool) { chunk = ScalarChunk(folded: folded) }

    /// What a character becomes: `œ` two units, `e` with an acute accent one, folded `e` and not folded `é`.
    ///
    /// - Parameter scalars: the character and the marks that follow it.
    mutating func units(of scalars: [Unicode.Scalar]) -> [UInt32] {
        let bytes = scalars.flatMap { Array($0.utf8) }
        var units: [UInt32] = []
        var start = 0
        repeat {
            bytes.withUnsafeBufferPointer { chunk.read($0, from: start) }
            units += chunk.units[0..<chunk.count]
            start = chunk.end
        } while start < bytes.count
        return units
    }

    mutating func isMarkOrInvisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return false }
        Array(scalar.utf8).withUnsafeBufferPointer { raw.read($0, from: 0) }
        return raw.count == 1 && ScalarUnit.isMarkOrInvisible(raw.units[0])
    }
}
