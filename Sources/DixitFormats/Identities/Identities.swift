// Who is who in the documents of a part, as it was found out over all parts.

package import Dixit
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The identities that `dixit link` wrote, for documents that are read here.
///
/// `{"document": "a1", "number": 17, "actors": ["anne-morel", null], "places": [null, "brest"]}`: by entity of the document, in the order of
/// its evidence.
package final class Identities: Sendable {
    /// What the file of identities in a folder of linked evidence is called.
    package static let fileName = "identities.jsonl"

    private let identities: [String: DocumentIdentities]
    private let found = Mutex<[RecordProblem]>([])

    /// - Throws: ``RecordProblem`` for the first line that is wrong.
    package init(at paths: [String]) throws(RecordProblem) {
        var identities: [String: DocumentIdentities] = [:]
        let decoder = JSONDecoder()
        for path in paths {
            try RecordBlocks.forEachLine(of: path) { (bytes, number) throws(RecordProblem) in
                let line: Line
                do {
                    line = try decoder.decode(Line.self, from: Data(bytes))
                } catch let error as DecodingError where !error.member.isEmpty {
                    throw RecordProblem(.unfitEvidence(error.member), at: path, line: number)
                } catch {
                    throw RecordProblem(.noObject, at: path, line: number)
                }
                guard (1...Self.mostDocuments).contains(line.number) else {
                    throw RecordProblem(.unfitEvidence("number"), at: path, line: number)
                }
                let identity = DocumentIdentities(number: line.number, actors: line.actors, places: line.places)
                if let other = identities.updateValue(identity, forKey: line.document), other != identity {
                    throw RecordProblem(.repeatedDocument(line.document), at: path, line: number)
                }
            }
        }
        self.identities = identities
    }

    /// So that the numbers of rows, which are made of it, stay exact in programs that know only floating point.
    private static let mostDocuments = 1 << 29

    private struct Line: Decodable {
        let document: String
        let number: Int
        let actors: [String?]
        let places: [String?]
    }

    /// A line of the file.
    package static func line(_ identities: DocumentIdentities, ofDocument id: String) -> String {
        func list(_ ids: [String?]) -> String {
            "[" + ids.map { $0.map(jsonString) ?? "null" }.joined(separator: ", ") + "]"
        }
        return
            "{\"document\": \(jsonString(id)), \"number\": \(identities.number), \"actors\": \(list(identities.actors)), "
            + "\"places\": \(list(identities.places))}\n"
    }

    /// The place of a document in the order of all; nil for one that is not there.
    package func number(ofDocument id: String) -> Int? { identities[id]?.number }

    /// What was found wrong with documents that were read: those without identities, and those that were read otherwise.
    package var problems: [RecordProblem] {
        found.withLock { $0 }.map { ($0.messageWithoutPlace(in: .english), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The records of a document with its identities; any number of threads may ask.
    package func applied(to records: DocumentRecords) -> DocumentRecords {
        let id = records.document.id
        if let identities = identities[id] {
            if let identified = records.identified(as: identities) { return identified }
            found.withLock { $0.append(RecordProblem(.otherReading(id))) }
        } else {
            found.withLock { $0.append(RecordProblem(.noIdentities(id))) }
        }
        return records
    }
}
