// What a document says of those it names, on one line: what is linked with other documents elsewhere.

import Dixit
import DixitExtraction
import DixitText

extension ExtractedLines {
    /// `{"record": "evidence", "document": "a.jsonl", "id": "a1", "date": "2016-05-12", "entities": [{"kind": "person", …}]}`
    func writeEvidence(to line: inout ExtractedLine) {
        guard let given else { return }
        let evidence = DocumentEvidence(DocumentRecords(document: given, extracted: document))
        line.begin()
        line.field("record", EvidenceFile.record)
        line.field("document", path)
        line.field("id", evidence.id)
        line.field("date", evidence.date?.description)
        line.field("entities", objects: evidence.entities) { line, entity in
            line.field("kind", entity.kind.rawValue)
            line.field("name", entity.name)
            line.field("forms", texts: entity.forms)
            line.field("roles", texts: entity.roles)
            line.field("subkind", entity.subkind)
            line.field("gender", entity.gender?.rawValue)
            line.field("actor", flag: entity.isActor)
            line.field("place", flag: entity.isPlace)
        }
        line.end()
    }
}
