// Values of parameters from the command line: `-p who="El Khalfi"`, `--params values.json`.

import ArgumentParser
import Dixit
import DixitFormats

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A name and its value.
struct ParameterBinding: Sendable {
    let name: String
    let value: Parameter

    /// `who=El Khalfi`, `since=2016-01-01`, `words=@words.txt`
    init(argument: String) throws {
        guard let equals = argument.firstIndex(of: "=") else {
            throw said(.wrongOption(argument, usage: "-p who=\"El Khalfi\""))
        }
        name = try Self.name(argument[..<equals])
        let value = String(argument[argument.index(after: equals)...])
        do throws(ReadingProblem) {
            self.value = value.hasPrefix("@") ? try Self.list(in: String(value.dropFirst())) : Self.value(value)
        } catch {
            throw ValidationError(error.message(in: Terminal.helpLanguage))
        }
    }

    private init(name: String, value: Parameter) {
        (self.name, self.value) = (name, value)
    }

    private static func name(_ text: some StringProtocol) throws -> String {
        let name = text.drop { $0 == "$" }
        guard let first = name.first, first.isLetter, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
        else { throw said(.wrongParameterName(String(text))) }
        return String(name)
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
    static func list(in path: String) throws(ReadingProblem) -> Parameter {
        switch TextFile.read(path) {
        case .success(let text):
            let lines = text.split(whereSeparator: \.isNewline).map { line in
                String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            return .list(lines.filter { !$0.isEmpty }.map(Parameter.text))
        case .failure(.empty): return .list([])
        case .failure(let kind): throw ReadingProblem(kind, at: path)
        }
    }

    /// `{"who": "El Khalfi", "since": "2016-01-01", "verbs": ["saluer", "souligner"]}`; a text that is a date is read as one
    /// where a date is asked for.
    static func all(inFile path: String) throws -> [ParameterBinding] {
        switch TextFile.read(path) {
        case .failure(let kind):
            throw ValidationError(ReadingProblem(kind, at: path).message(in: Terminal.helpLanguage))
        case .success(let text):
            do {
                let values = try JSONDecoder().decode([String: Parameter].self, from: Data(text.utf8))
                return try values.sorted { $0.key < $1.key }.map { name, value in
                    ParameterBinding(name: try self.name(name), value: value)
                }
            } catch let error as DecodingError {
                throw said(.wrongParameterFile(path: path, reason: Self.reason(error)))
            }
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
            .keyNotFound(_, let context):
            let place = context.codingPath.map(\.stringValue).joined(separator: ".")
            return place.isEmpty ? context.debugDescription : "\(place): \(context.debugDescription)"
        @unknown default: return "\(error)"
        }
    }
}
