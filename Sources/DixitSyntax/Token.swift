// The smallest parts of a query that have a meaning.

/// What the lexer makes of a stretch of source.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// `find`, `speaker`, `déclarations`
        case word(Keyword?)
        /// `"…"`, `« … »`, `“…”`, `„…“`, `‹…›`
        case text
        /// `12`, `12.5`, `-3`
        case number
        /// `2016-05`, `2016-05-12`
        case date
        /// `$who`
        case parameter
        /// `/…/`
        case pattern
        case comparison(Comparison)
        case leftParenthesis
        case rightParenthesis
        case comma
        case dot
        case semicolon
        /// `'` or `-` between two letters, as in unquoted `l'accord` and `porte-parole`.
        case joiner
        /// Reported by the lexer; stands for nothing.
        case invalid
        case end
    }
    var kind: Kind
    /// Whether a line break stands between this token and the one before.
    var startsLine: Bool
    private var start: UInt32
    private var stop: UInt32

    init(_ kind: Kind, _ range: SourceRange, startsLine: Bool) {
        self.kind = kind
        self.startsLine = startsLine
        start = UInt32(truncatingIfNeeded: range.start)
        stop = UInt32(truncatingIfNeeded: range.end)
    }

    var range: SourceRange { SourceRange(Int(start), Int(stop)) }

    var keyword: Keyword? {
        if case .word(let keyword) = kind { return keyword }
        return nil
    }

    var isWord: Bool {
        if case .word = kind { return true }
        return false
    }

    /// A word that is not reserved, so that it can be a name.
    var isName: Bool { isWord && keyword?.isReserved != true }
}
