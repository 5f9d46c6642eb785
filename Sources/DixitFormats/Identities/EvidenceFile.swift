// What documents say of those they name, read back from JSON Lines.

package import Dixit
import DixitExtraction

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the lines that `dixit extract --records evidence` writes; records of other kinds may stand between them.
package enum EvidenceFile {
    static let record = "evidence"
    /// What the lines of our own begin with, so that those of other kinds need not be taken apart.
    private static let beginning = Array(#"{"record": ""#.utf8)
    private static let ownBeginning = Array(#"{"record": "evidence""#.utf8)

    /// Hands over the evidence of each document of a file, or of standard input for `-`.
    ///
    /// - Parameter isCancelled: Asked between blocks of lines; what is read stays read.
    package static func read(
        _ path: String, isCancelled: () -> Bool = { false }, _ body: (DocumentEvidence) -> Void
    ) throws(RecordProblem) {
        let decoder = JSONDecoder()
        try RecordBlocks.forEachLine(of: path, isCancelled: isCancelled) { (bytes, line) throws(RecordProblem) in
            if !bytes.starts(with: ownBeginning) {
                if bytes.starts(with: beginning) { return }
                guard let kind = try? decoder.decode(Kind.self, from: Data(bytes)) else {
                    throw RecordProblem(.noObject, at: path, line: line)
                }
                guard kind.record == record else { return }
            }
            do {
                body(try decoder.decode(Line.self, from: Data(bytes)).evidence)
            } catch let error as DecodingError where !error.member.isEmpty {
                throw RecordProblem(.unfitEvidence(error.member), at: path, line: line)
            } catch {
                throw RecordProblem(.noObject, at: path, line: line)
            }
        }
    }

    private struct Kind: Decodable {
        let record: String?
    }

    private struct Line: Decodable {
        let id: String
        let date: CalendarDate?
        let entities: [Entity]

        var evidence: DocumentEvidence {
            DocumentEvidence(
                id: id, date: date?.partial,
                entities: entities.map { entity in
                    DocumentEvidence.Entity(
                        kind: entity.kind.value, name: entity.name, forms: entity.forms, roles: entity.roles,
                        subkind: entity.subkind, gender: entity.gender?.value, isActor: entity.actor,
                        isPlace: entity.place)
                })
        }
    }

    private struct Entity: Decodable {
        let kind: Named<ExtractedEntity.Kind>
        let name: String
        let forms: [String]
        let roles: [String]
        let subkind: String?
        let gender: Named<ExtractedEntity.Gender>?
        let actor: Bool
        let place: Bool
    }

    /// A value that is written as its name.
    private struct Named<Value: RawRepresentable>: Decodable where Value.RawValue == String {
        let value: Value

        init(from decoder: any Decoder) throws {
            let name = try decoder.singleValueContainer().decode(String.self)
            guard let value = Value(rawValue: name) else {
                throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: name))
            }
            self.value = value
        }
    }
}

extension DecodingError {
    /// The member that is missing or of another kind: `entities[3].kind`
    var member: String {
        let (context, last): (Context, (any CodingKey)?) =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context, nil)
            case .keyNotFound(let key, let context): (context, key)
            @unknown default: (Context(codingPath: [], debugDescription: ""), nil)
            }
        return (context.codingPath + [last].compactMap { $0 }).reduce(into: "") { member, key in
            if let index = key.intValue {
                member += "[\(index)]"
            } else {
                member += (member.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
