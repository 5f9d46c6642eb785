// Where the nodes of a tree stand that are one of several kinds.

extension Value {
    /// The characters of the value.
    package var range: SourceRange {
        switch self {
        case .text(let literal): literal.range
        case .number(let literal): literal.range
        case .date(let literal): literal.range
        case .boolean(_, let range), .today(let range), .ago(_, _, let range), .invalid(let range): range
        case .parameter(let name): name.range
        case .operand(let operand): operand.range
        }
    }
}

extension TextCondition {
    package var range: SourceRange {
        switch self {
        case .and(_, let range), .or(_, let range), .not(_, let range), .members(_, _, let range),
            .proximity(_, _, _, let range), .repeated(_, _, let range), .invalid(let range):
            range
        case .literal(let literal): literal.range
        case .parameter(let name): name.range
        }
    }
}

extension Condition {
    package var range: SourceRange {
        switch self {
        case .and(_, let range), .or(_, let range), .not(_, let range), .invalid(let range): range
        case .quantified(let quantified): quantified.range
        case .predicate(let predicate): predicate.range
        }
    }
}
