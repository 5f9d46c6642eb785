// Values of parameters from the command line: `-p who="El Khalfi"`.

import ArgumentParser
import Dixit
import DixitFormats

/// A name and its value.
struct ParameterBinding: Sendable {
    let name: String
    let value: Parameter

    /// `who=El Khalfi`, `since=2016-01-01`, `words=@words.txt`
    init(argument: String) throws {
        guard let equals = argument.firstIndex(of: "=") else {
            throw ValidationError("-p takes NAME=VALUE, such as -p who=\"El Khalfi\", not “\(argument)”")
        }
        let name = argument[..<equals].drop { $0 == "$" }
        guard let first = name.first, first.isLetter, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
        else {
            throw ValidationError("“\(argument[..<equals])” can't be the name of a parameter: letters, digits and _")
        }
        self.name = String(name)
        let value = String(argument[argument.index(after: equals)...])
        self.value = value.hasPrefix("@") ? try Self.list(in: String(value.dropFirst())) : Self.value(value)
    }

    /// A date and a whole number are what they look like; anything else, and everything in quotation marks, is a text.
    static func value(_ text: String) -> Parameter {
        if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") {
            return .text(String(text.dropFirst().dropLast()))
        }
        if text.utf8.count <= 18, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) {
            return .integer(number)
        }
        if text.contains("-"), let date = CalendarDate(text) { return .date(date) }
        return .text(text)
    }

    /// One value a line; empty lines are passed over.
    private static func list(in path: String) throws -> Parameter {
        switch TextFile.read(path) {
        case .success(let text):
            let lines = text.split(whereSeparator: \.isNewline).map { line in
                String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            return .list(lines.filter { !$0.isEmpty }.map(Parameter.text))
        case .failure(.empty): return .list([])
        case .failure(let kind):
            throw ValidationError(ReadingProblem(kind, at: path).message(in: Terminal.language))
        }
    }
}
