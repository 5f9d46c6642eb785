// A question, or a script of several, as text with the values that were bound to it.

import DixitSyntax

/// The text of one or several statements of the language, with bound values.
///
/// Interpolation binds and never splices: whatever `name` holds, it is one text value, quotation marks and all.
///
/// ```swift
/// let query: Query = "find statements where speaker = \(name) and date >= \(since)"
/// ```
public struct Query: Hashable, Sendable {
    /// The text as the engine reads it; an interpolated value stands there as a parameter.
    public let text: String
    /// The values of parameters, by name without the `$`.
    public var parameters: [String: Parameter]

    /// A query from text that is not known before the program runs.
    public init(text: String, parameters: [String: Parameter] = [:]) {
        self.text = text
        self.parameters = parameters
    }
}

/// A value bound to a parameter: `$who`.
public enum Parameter: Hashable, Sendable {
    /// A text; as a name it is looked up as names are.
    case text(String)
    /// A whole number; against a date it is a year.
    case integer(Int)
    /// A number.
    case number(Double)
    /// A date, possibly partial.
    case date(CalendarDate)
    /// True or false.
    case boolean(Bool)
    /// For `in $names`, `any of $words`.
    case list([Parameter])
}

extension Query: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) {
        self.init(text: value)
    }

    public init(stringInterpolation: Interpolation) {
        self.init(text: stringInterpolation.text, parameters: stringInterpolation.parameters)
    }

    /// Gathers the pieces of an interpolated query.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var parameters: [String: Parameter] = [:]

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 12 * interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Binds a value of any kind.
        public mutating func appendInterpolation(_ value: Parameter) {
            let name = Query.boundName(parameters.count + 1)
            parameters[name] = value
            text += "$" + name
        }

        /// Binds a text.
        public mutating func appendInterpolation(_ value: String) { appendInterpolation(.text(value)) }
        /// Binds a whole number; against a date it is a year.
        public mutating func appendInterpolation(_ value: Int) { appendInterpolation(.integer(value)) }
        /// Binds a number.
        public mutating func appendInterpolation(_ value: Double) { appendInterpolation(.number(value)) }
        /// Binds true or false.
        public mutating func appendInterpolation(_ value: Bool) { appendInterpolation(.boolean(value)) }
        /// Binds a date.
        public mutating func appendInterpolation(_ value: CalendarDate) { appendInterpolation(.date(value)) }
        /// Binds a list of texts: `in \(outlets)`.
        public mutating func appendInterpolation(_ values: [String]) {
            appendInterpolation(.list(values.map(Parameter.text)))
        }
        /// Binds a list of whole numbers.
        public mutating func appendInterpolation(_ values: [Int]) {
            appendInterpolation(.list(values.map(Parameter.integer)))
        }
    }

    /// The parameter that stands for the value interpolated at that place, counted from 1.
    static func boundName(_ place: Int) -> String { boundPrefix + String(place) }
    private static let boundPrefix = "bound_"
}

extension Query: CustomStringConvertible {
    /// For readers: an interpolated value stands where it was interpolated, a long list with its first values.
    public var description: String { Self.readable(text, parameters) }

    /// A text of the language with the values that were interpolated in it; a parameter that has a name of its own stays.
    static func readable(_ text: String, _ parameters: [String: Parameter]) -> String {
        guard parameters.keys.contains(where: { $0.hasPrefix(boundPrefix) }) else { return text }
        return ParameterUses.replaced(in: text) { name in
            name.hasPrefix(boundPrefix) ? parameters[name]?.literal : nil
        }
    }
}

extension Parameter {
    private static let longestList = 10

    /// As a query would have it.
    fileprivate var literal: String {
        switch self {
        case .text(let text): Formatter.quoted(text)
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .date(let date): date.description
        case .boolean(let value): String(value)
        case .list(let items):
            "("
                + (items.prefix(Self.longestList).map(\.literal) + (items.count > Self.longestList ? ["…"] : []))
                .joined(separator: ", ") + ")"
        }
    }
}
