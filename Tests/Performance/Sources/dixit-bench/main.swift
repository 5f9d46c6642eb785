// Answers the driver of the benchmark: `dixit-bench build|one|cold DATA WORK` prints one line `RESULT {json}`; so do
// `dixit-bench stopping DATA WORK`, which asks what was built, and `dixit-bench adding DOCUMENTS ADDITIONS`, which needs no data.

import Dixit
import DixitFormats
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 4, ["build", "one", "cold", "stopping", "adding"].contains(arguments[1]) else {
    FileHandle.standardError.write(Data("usage: dixit-bench build|one|cold DATA WORK\n".utf8))
    exit(2)
}
let (mode, data) = (arguments[1], arguments[2])

let snapshot = "\(arguments[3])/dixit/corpus"

func questions() throws -> [Question] {
    let meta = try Data(contentsOf: URL(fileURLWithPath: "\(data)/meta.json"))
    return Question.all(try JSONDecoder().decode(Parameters.self, from: meta))
}

/// Keeps results alive, so that no work on them is taken away.
nonisolated(unsafe) var lastResult: Result?
nonisolated(unsafe) var lastSum = 0

func measure(_ corpus: Corpus, _ base: JSON, openMilliseconds: Double) throws {
    let budget = ProcessInfo.processInfo.environment["BENCH_BUDGET"].flatMap(Double.init) ?? 2
    let only = ProcessInfo.processInfo.environment["BENCH_ONLY"]?.split(separator: ",").map(String.init)
    var figures: [(String, JSON)] = []
    var fromText: [(String, JSON)] = []
    var digests: [(String, JSON)] = []
    for question in try questions() where only?.contains(question.name) ?? true {
        let prepared = try corpus.prepare(Query(text: question.text))
        digests.append(
            (
                question.name,
                digest(question.name, try question.parameters.map { question.read(try prepared.answer($0)) })
            ))
        let parameters = question.parameters
        let figure = try Measurement(seconds: budget) { round in
            lastResult = question.read(try prepared.answer(parameters[round % parameters.count]))
        }
        figures.append((question.name, figure.json))
        if let readInPlace = question.readInPlace {
            let inPlace = try Measurement(seconds: budget) { round in
                lastSum = readInPlace(try prepared.answer(parameters[round % parameters.count]))
            }
            fromText.append(("\(question.name) in place", inPlace.json))
        }
        let text = try Measurement(seconds: budget) { round in
            let query = Query(text: question.text, parameters: parameters[round % parameters.count])
            lastResult = question.read(try corpus.answer(to: query))
        }
        fromText.append(("\(question.name) from text", text.json))
    }
    let result = JSON.object([
        ("q", .object(figures + fromText)), ("dig", .object(digests)), ("open_ms", .decimal(openMilliseconds)),
        ("rss", residentMemory()), ("rss_base", base),
    ])
    print("RESULT \(result)")
}

let base = residentMemory()
let clock = ContinuousClock()
let start = clock.now

func elapsed(_ unit: Duration) -> Double { (clock.now - start) / unit }

switch mode {
case "build":
    try FileManager.default.createDirectory(atPath: "\(arguments[3])/dixit", withIntermediateDirectories: true)
    let corpus = try await RecordFiles.read(benchmarkFiles(in: data), schema: .benchmark)
    let loaded = elapsed(.seconds(1))
    try SnapshotFile.write(corpus, to: snapshot)
    let size = try FileManager.default.attributesOfItem(atPath: snapshot)[.size] as? Int ?? 0
    print(
        "RESULT "
            + JSON.object([
                ("build_s", .decimal(elapsed(.seconds(1)))), ("load_s", .decimal(loaded)),
                ("peak_rss_mib", .number(peakMemory())),
                ("disk_mib", .number(size >> 20)),
            ]).description)
case "adding":
    try await measureAdding(to: data, additions: Int(arguments[3]) ?? 100)
case "stopping":
    try measureStopping(try SnapshotFile.open(snapshot))
case "one":
    let corpus = try SnapshotFile.open(snapshot)
    try measure(corpus, base, openMilliseconds: elapsed(.milliseconds(1)))
default:
    // The driver evicts the files of the peers that it runs itself; a program evicts its own.
    evict(snapshot)
    let first = try questions()[0]
    let start = clock.now
    let corpus = try SnapshotFile.open(snapshot)
    let opened = (clock.now - start) / .milliseconds(1)
    lastResult = first.read(try corpus.prepare(Query(text: first.text)).answer(first.parameters[0]))
    print(
        "RESULT "
            + JSON.object([
                ("open_ms", .decimal(opened)), ("first_ms", .decimal((clock.now - start) / .milliseconds(1))),
            ]).description)
}
