// The tree of a pattern.

/// What a pattern says, its literals and classes folded already.
indirect enum PatternNode: Hashable, Sendable {
    /// `()`, or what folding drops.
    case empty
    case scalar(UInt32)
    /// `.`, which is any character, a line end too.
    case any
    case set(PatternSet)
    case assertion(Assertion)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    /// `maximum` is nil where there is none.
    case repeated(PatternNode, minimum: Int, maximum: Int?, isGreedy: Bool)

    enum Assertion: Hashable, Sendable {
        /// `^`: the start of the text.
        case start
        /// `$`: the end of the text.
        case end
        /// `\b`
        case wordBoundary
        /// `\B`
        case noWordBoundary
    }

    /// What a space or a hyphen of a folded pattern is: any run of spaces and hyphens.
    static let spaces = PatternNode.repeated(.scalar(0x20), minimum: 1, maximum: nil, isGreedy: true)
}
