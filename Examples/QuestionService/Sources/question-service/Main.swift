// The service as a program: question-service seeds --port 8080

import ArgumentParser
import Dixit
import DixitFormats
import FlyingFox
import FlyingSocks
import Foundation
import QuestionService

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "question-service", abstract: "Answers questions about a folder of articles over HTTP.")

    @Argument(help: "Files and folders of articles.")
    var paths: [String]

    @Option(help: "The port on the loopback address.")
    var port: UInt16 = 8080

    @Flag(help: "Take documents on POST /documents.")
    var writable = false

    func run() async throws {
        let files = DocumentFiles(at: paths)
        for problem in files.problems {
            FileHandle.standardError.write(Data((problem.message(in: .english) + "\n").utf8))
        }
        guard !files.documents.isEmpty else {
            throw ValidationError("there is no article in \(paths.joined(separator: ", "))")
        }
        let shelf = CorpusShelf(Corpus(documents: files.documents))
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port))
        await QuestionService(shelf, isWritable: writable).register(with: server)
        print("http://127.0.0.1:\(port)/answer?q=count+statements+by+speaker")
        try await server.run()
    }
}
