// Where parameters stand in a condition, so that a prepared query looks up only what they change.

extension Condition {
    /// Whether the value of a parameter decides about it: `speaker = $who`, `not (date > $since)`.
    package var hasParameters: Bool {
        switch self {
        case .and(let members, _), .or(let members, _): members.contains(where: \.hasParameters)
        case .not(let inner, _): inner.hasParameters
        case .quantified(let quantified): quantified.condition?.hasParameters ?? false
        case .predicate(let predicate): predicate.hasParameters
        case .invalid: false
        }
    }
}

extension Predicate {
    package var hasParameters: Bool {
        switch test {
        case .compare(_, let value): value.isParameter
        case .between(let low, let high): low.isParameter || high.isParameter
        case .in(let members, _): members.hasParameters
        case .contains(let text, _): text.hasParameters
        case .missing, .matches: false
        }
    }
}

extension Value {
    fileprivate var isParameter: Bool { if case .parameter = self { true } else { false } }
}

extension Members {
    fileprivate var hasParameters: Bool {
        switch self {
        case .list(let list): list.values.contains(where: \.isParameter)
        case .select(let select, _): select.condition?.hasParameters ?? false
        case .parameter: true
        case .named, .them, .date, .invalid: false
        }
    }
}

extension TextCondition {
    fileprivate var hasParameters: Bool {
        switch self {
        case .and(let members, _), .or(let members, _): members.contains(where: \.hasParameters)
        case .not(let inner, _), .repeated(let inner, _, _): inner.hasParameters
        case .proximity(let left, _, let right, _): left.hasParameters || right.hasParameters
        case .members(_, let members, _): members.hasParameters
        case .parameter: true
        case .literal, .invalid: false
        }
    }
}
