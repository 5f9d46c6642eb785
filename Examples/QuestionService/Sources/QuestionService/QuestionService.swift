// Questions over HTTP: a corpus in memory that answers JSON.

import Dixit
public import FlyingFox
import Foundation

/// The routes of a service over one corpus.
///
/// - `GET /answer?q=find statements limit 3`, `POST /answer` with `{"text": …, "parameters": {…}}`: the answer to a question.
/// - `GET /why?id=…&q=…`: why a row is in an answer, or why not.
/// - `GET /completions?q=…&at=…`: what could stand at a place of a question that is being typed.
/// - `POST /documents` with `[{"id": …, "text": …, "date": …}]`: further documents, where the service allows it.
/// - `GET /health`: what there is.
public struct QuestionService: Sendable {
    private let shelf: CorpusShelf
    private let isWritable: Bool
    /// What a question may cost.
    private let budget = Budget(time: .seconds(2), rows: 10_000, memory: 1 << 28)
    /// Bytes of the largest request.
    private let largestBody: Int

    public init(_ shelf: CorpusShelf, isWritable: Bool = false, largestBody: Int = 1 << 20) {
        self.shelf = shelf
        self.isWritable = isWritable
        self.largestBody = largestBody
    }

    /// Adds the routes to a server.
    public func register(with server: HTTPServer) async {
        await server.appendRoute("GET /answer") { request in
            guard let text = request.value(of: "q") else { return .needs("q") }
            return await answer(Query(text: text), request.language)
        }
        await server.appendRoute("POST /answer") { request in
            await request.decoded(as: Query.self, atMost: largestBody) { query in
                await answer(query, request.language)
            }
        }
        await server.appendRoute("GET /why") { request in
            guard let id = request.value(of: "id") else { return .needs("id") }
            guard let text = request.value(of: "q") else { return .needs("q") }
            return await why(id, Query(text: text), request.language)
        }
        await server.appendRoute("GET /completions") { request in
            guard let text = request.value(of: "q") else { return .needs("q") }
            let place = request.value(of: "at").flatMap { Int($0) } ?? text.utf8.count
            return await completions(text, at: place)
        }
        await server.appendRoute("POST /documents") { request in
            guard isWritable else { return .json(MessageReply(error: "this service takes no documents"), .forbidden) }
            return await request.decoded(as: [NewDocument].self, atMost: largestBody) { documents in
                await add(documents, request.language)
            }
        }
        await server.appendRoute("GET /health") { _ in
            let corpus = await shelf.corpus
            return .json(["documents": corpus.count(of: "documents"), "statements": corpus.count(of: "statements")])
        }
    }

    private func session() async -> Session {
        var session = Session(await shelf.corpus)
        session.budget = budget
        return session
    }

    private func answer(_ query: Query, _ language: Language) async -> HTTPResponse {
        var session = await session()
        do throws(DixitError) {
            guard let last = try session.run(query).last else {
                return .json(MessageReply(error: "the question is empty"), .badRequest)
            }
            return .answer(last, in: language)
        } catch {
            return .problems(error, in: language)
        }
    }

    private func why(_ id: String, _ query: Query, _ language: Language) async -> HTTPResponse {
        do throws(DixitError) {
            let explanation = try await session().why(id, in: query)
            return .json(["text": explanation.text(in: language)])
        } catch {
            return .problems(error, in: language)
        }
    }

    private func completions(_ text: String, at place: Int) async -> HTTPResponse {
        struct Reply: Encodable {
            let kind: String
            let text: String
            let start: Int
            let end: Int
        }
        let found = await session().completions(in: text, at: place)
        return .json(
            found.map {
                Reply(kind: $0.kind.rawValue, text: $0.text, start: $0.replaced.lowerBound, end: $0.replaced.upperBound)
            })
    }

    /// A document as it is sent.
    private struct NewDocument: Decodable {
        let id: String
        let text: String
        let title: String?
        let date: CalendarDate?
        let outlet: String?
        let url: String?
    }

    private func add(_ documents: [NewDocument], _ language: Language) async -> HTTPResponse {
        do throws(DixitError) {
            try await shelf.add(
                documents.map {
                    Document(id: $0.id, text: $0.text, title: $0.title, date: $0.date, outlet: $0.outlet, url: $0.url)
                })
            return .json(["documents": await shelf.corpus.count(of: "documents")])
        } catch {
            return .problems(error, in: language)
        }
    }
}

extension HTTPRequest {
    /// A value of the query string; `+` stands for a space, as forms send it.
    func value(of name: String) -> String? {
        for item in target.query().split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decoded = parts.map { $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding }
            if decoded.first == name, decoded.count == 2 { return decoded[1] }
        }
        return nil
    }

    /// French where the reader prefers it to English.
    var language: Language {
        let accepted = headers[HTTPHeader("Accept-Language")]?.lowercased() ?? ""
        let french = accepted.range(of: "fr")?.lowerBound
        let english = accepted.range(of: "en")?.lowerBound
        guard let french else { return .english }
        return english.map { french < $0 } ?? true ? .french : .english
    }

    /// The body as a value, or what is wrong with it.
    func decoded<Value: Decodable>(
        as type: Value.Type, atMost limit: Int, _ then: (Value) async -> HTTPResponse
    ) async -> HTTPResponse {
        var body = Data()
        do {
            for try await chunk in bodySequence {
                body.append(chunk)
                if body.count > limit {
                    return .json(MessageReply(error: "the request is longer than \(limit) bytes"), .payloadTooLarge)
                }
            }
            return await then(try JSONDecoder().decode(Value.self, from: body))
        } catch let error as DecodingError {
            return .json(MessageReply(error: "this is not what is asked for: \(error.short)"), .badRequest)
        } catch {
            return .json(MessageReply(error: "the request could not be read"), .badRequest)
        }
    }
}

extension HTTPResponse {
    static func needs(_ name: String) -> HTTPResponse {
        .json(MessageReply(error: "the request has no `\(name)`"), .badRequest)
    }
}

extension DecodingError {
    /// Where it is and what is missing, in a few words.
    fileprivate var short: String {
        let context: Context =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: Context(codingPath: [], debugDescription: "")
            }
        let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    }
}
