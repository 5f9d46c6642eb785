// What the service says, as JSON.

import Dixit
import DixitFormats
import FlyingFox
import Foundation

/// What accompanies the rows of an answer.
struct About: Encodable {
    let query: String
    let kind: String
    let count: Int
    let columns: [String]
    let notes: [ProblemReply]

    init(_ answer: Answer, in language: Language) {
        query = answer.query
        kind = answer.kind.rawValue
        count = answer.count
        columns = answer.columns.map(\.name)
        notes = answer.notes.map { ProblemReply($0, in: language) }
    }
}

/// What is wrong with a question, or what is to be known about its answer.
struct ProblemReply: Encodable {
    struct Place: Encodable {
        let line: Int
        let column: Int
        let utf8: Int

        init(_ position: SourcePosition) { (line, column, utf8) = (position.line, position.column, position.utf8) }
    }
    struct Fix: Encodable {
        let start: Place
        let end: Place
        let text: String
    }
    let code: String
    let message: String
    let advice: String?
    let start: Place
    let end: Place
    let fixes: [Fix]

    init(_ problem: Problem, in language: Language) {
        code = problem.code
        message = problem.message(in: language)
        advice = problem.advice(in: language)
        (start, end) = (Place(problem.span.start), Place(problem.span.end))
        fixes = problem.fixes.map { Fix(start: Place($0.span.start), end: Place($0.span.end), text: $0.text) }
    }
}

struct ProblemsReply: Encodable {
    let problems: [ProblemReply]
}

/// A mistake of the request that is none of the language.
struct MessageReply: Encodable {
    let error: String
}

extension HTTPResponse {
    static func json(_ body: Data, _ status: HTTPStatusCode = .ok) -> HTTPResponse {
        HTTPResponse(
            statusCode: status, headers: [.contentType: "application/json; charset=utf-8"], body: body)
    }

    static func json(_ value: some Encodable, _ status: HTTPStatusCode = .ok) -> HTTPResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(value) else { return HTTPResponse(statusCode: .internalServerError) }
        return json(body, status)
    }

    /// `{"rows": […], "about": {…}}`; the rows as `dixit -F json` writes them.
    static func answer(_ answer: Answer, in language: Language) -> HTTPResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let about = try? encoder.encode(About(answer, in: language)) else {
            return HTTPResponse(statusCode: .internalServerError)
        }
        var body = Data(#"{"rows":"#.utf8)
        AnswerWriter(.json).write(answer) { body.append(contentsOf: $0) }
        while body.last == UInt8(ascii: "\n") { body.removeLast() }
        body.append(contentsOf: #","about":"#.utf8)
        body.append(about)
        body.append(UInt8(ascii: "}"))
        return json(body)
    }

    /// What is wrong with the question; 503 where it was good but took more than it may.
    static func problems(_ error: DixitError, in language: Language) -> HTTPResponse {
        let isOverBudget = ["E502", "E503", "E504", "E505"].contains(error.code)
        let status: HTTPStatusCode = isOverBudget ? .serviceUnavailable : .badRequest
        return json(ProblemsReply(problems: error.problems.map { ProblemReply($0, in: language) }), status)
    }
}
