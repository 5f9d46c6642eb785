// The service as its users meet it: over HTTP, on the loopback address.

import Dixit
import DixitFormats
import FlyingFox
import FlyingSocks
import Foundation
import QuestionService
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite struct QuestionServiceTests {
    private static let articles = (1...40).map { number in
        let (minister, place) = (
            ["Claire Fontaine", "Paul Mercier", "Nadia Alaoui"][number % 3], ["Lyon", "Rabat"][number % 2]
        )
        return Document(
            id: "a\(number)",
            text: "« Le budget numéro \(number) est voté », a déclaré à \(place) \(minister), ministre des Finances. "
                + "Selon Jean Morel, la réforme attendra.",
            date: CalendarDate(year: 2024, month: 1 + number % 12, day: 1 + number % 28))
    }

    /// Runs a service on a port of its own, hands its address over, and stops it.
    private func withService(
        isWritable: Bool = false, _ body: (_ address: String) async throws -> Void
    ) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
        await QuestionService(CorpusShelf(Corpus(documents: Self.articles)), isWritable: isWritable, largestBody: 4096)
            .register(with: server)
        let task = Task { try await server.run() }
        defer { task.cancel() }
        try await server.waitUntilListening()
        let port =
            switch await server.listeningAddress {
            case .ip4(_, let port), .ip6(_, let port): port
            default: UInt16(0)
            }
        try await body("http://127.0.0.1:\(port)")
        await server.stop()
    }

    private static let client = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = 200
        configuration.timeoutIntervalForRequest = 60
        return URLSession(configuration: configuration)
    }()

    private func get(
        _ address: String, _ path: String, _ items: [String: String] = [:], language: String? = nil, post: String? = nil
    ) async throws -> (status: Int, body: String) {
        var components = try #require(URLComponents(string: address + path))
        if !items.isEmpty {
            components.queryItems = items.map { URLQueryItem(name: $0.key, value: $0.value) }
            // A plus sign would be read as a space.
            components.percentEncodedQuery = components.percentEncodedQuery?.replacingOccurrences(of: "+", with: "%2B")
        }
        var request = URLRequest(url: try #require(components.url))
        if let language { request.setValue(language, forHTTPHeaderField: "Accept-Language") }
        if let post {
            request.httpMethod = "POST"
            request.httpBody = Data(post.utf8)
        }
        let (data, response) = try await Self.client.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    @Test func questionsAreAnswered() async throws {
        try await withService { address in
            let answer = try await get(
                address, "/answer", ["q": "find statements where speaker = \"Morel\" show speaker, text limit 1"])
            #expect(answer.status == 200)
            #expect(
                answer.body.contains("la réforme attendra") && answer.body.contains(#""count":1"#), "\(answer.body)")
            let form = try await get(address, "/answer?q=count+statements+where+speaker+%3D+%22Morel%22")
            #expect(form.status == 200 && form.body.contains(#""count":40"#), "\(form.body)")
            let post = try await get(
                address, "/answer",
                post: #"{"text":"count statements where speaker = $who","parameters":{"who":"Fontaine"}}"#)
            #expect(post.status == 200 && post.body.contains(#""count":13"#), "\(post.body)")
            let why = try await get(address, "/why", ["id": "a1:1", "q": "find statements where speaker is known"])
            #expect(why.status == 200 && why.body.contains("a1:1"))
            let completions = try await get(address, "/completions", ["q": "find statements where spe"])
            #expect(completions.body.contains(#""text":"speaker""#))
            #expect(try await get(address, "/health").body == #"{"documents":40,"statements":80}"#)
        }
    }

    @Test func mistakesAreSaid() async throws {
        try await withService { address in
            let wrong = try await get(
                address, "/answer", ["q": "find statements where speeker = \"x\""], language: "fr-FR, en;q=0.5")
            #expect(wrong.status == 400 && wrong.body.contains("E301") && wrong.body.contains("je ne connais pas"))
            #expect(wrong.body.contains(#""text":"speaker""#))
            #expect(try await get(address, "/answer").status == 400)
            #expect(try await get(address, "/answer", post: "{").status == 400)
            #expect(
                try await get(address, "/answer", post: #"{"text":"count people","parameters":{"x":null}}"#).status
                    == 400)
            #expect(try await get(address, "/answer", post: String(repeating: "x", count: 5000)).status == 413)
            #expect(try await get(address, "/documents", post: "[]").status == 403)
            #expect(try await get(address, "/nothing").status == 404)
        }
    }

    /// Two hundred at once, for as many seconds as LOAD_SECONDS says: each answer is the one that the library gives.
    @Test func twoHundredAtOnceGetTheRightAnswers() async throws {
        let questions = [
            "find statements where speaker = \"Fontaine\" show text, date", "count statements by speaker",
            "find statements where text contains \"budget\" and date >= 2024-06 sort by date desc limit 5 show text",
            "count statements by date.month", "find people show name, role", "find statements where speeker = 1",
            "find statements where text matches /num.ro [0-9]+/ limit 3 show text",
            "find documents where words > 3 limit 2",
        ]
        let seconds = ProcessInfo.processInfo.environment["LOAD_SECONDS"].flatMap(Double.init) ?? 1
        try await withService { address in
            var expected: [String: String] = [:]
            let corpus = Corpus(documents: Self.articles)
            for question in questions {
                let body = try await get(address, "/answer", ["q": question]).body
                expected[question] = body
                if let answer = try? corpus.answer(to: Query(text: question)) {
                    var rows: [UInt8] = []
                    AnswerWriter(.json).write(answer) { rows.append(contentsOf: $0) }
                    let text = String(decoding: rows, as: UTF8.self).trimmingCharacters(in: .newlines)
                    #expect(body.hasPrefix("{\"rows\":" + text), "\(question)")
                } else {
                    #expect(body.contains("E301"))
                }
            }
            let bodies = expected
            let end = ContinuousClock.now + .seconds(seconds)
            let (asked, wrong) = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
                for client in 0..<200 {
                    group.addTask {
                        var (asked, wrong) = (0, 0)
                        var turn = client
                        while ContinuousClock.now < end {
                            let question = questions[turn % questions.count]
                            if try await get(address, "/answer", ["q": question]).body != bodies[question] {
                                wrong += 1
                            }
                            (asked, turn) = (asked + 1, turn + 1)
                        }
                        return (asked, wrong)
                    }
                }
                var sums = (0, 0)
                for try await (asked, wrong) in group { sums = (sums.0 + asked, sums.1 + wrong) }
                return sums
            }
            print("\(asked) questions by 200 clients in \(seconds) s, \(wrong) wrong answers")
            #expect(wrong == 0 && asked >= 200)
        }
    }

    /// Who asks while documents are added gets the answer of before or of after, and nobody one of less.
    @Test func documentsAreAddedWhileOthersAsk() async throws {
        try await withService(isWritable: true) { address in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for number in 1...20 {
                        let document =
                            #"[{"id":"n\#(number)","text":"Selon Jean Morel, le projet \#(number) avance.","date":"2025-01-02"}]"#
                        let reply = try await get(address, "/documents", post: document)
                        #expect(reply.status == 200, "\(reply.body)")
                    }
                }
                for _ in 0..<8 {
                    group.addTask {
                        var last = 40
                        while last < 60 {
                            let body = try await get(
                                address, "/answer", ["q": "count statements where speaker = \"Morel\""]
                            ).body
                            let count = body.firstMatch(of: /"count":(\d+)/).flatMap { Int($0.1) } ?? 0
                            #expect(count >= last && count <= 60, "\(body)")
                            last = max(last, count)
                            if count == 0 { break }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
