// Records of a document in the forms of other tools.

package import DixitExtraction

package enum AnnotationForm {
    /// A page of Web Annotations, in JSON-LD.
    package static func webAnnotations(
        _ extracted: ExtractedDocument, of bytes: [UInt8], document: String
    ) -> [UInt8] {
        Array(WebAnnotations.text(of: Standoff(extracted, of: bytes), document: document).utf8)
    }

    /// What files of a document are called: `2016/a:1` is `2016_a_1`, nothing that leads out of a folder or that some system
    /// does not take.
    package static func fileName(of id: String) -> String {
        let safe = id.unicodeScalars.map { scalar -> Character in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.~".unicodeScalars.contains(scalar)
                ? Character(scalar) : "_"
        }
        let name = String(safe.prefix(120)).drop { $0 == "." }
        return name.isEmpty ? "document" : String(name)
    }

    /// A file of brat's standoff.
    package static func brat(_ extracted: ExtractedDocument, of bytes: [UInt8]) -> String {
        BratFile.text(of: Standoff(extracted, of: bytes))
    }
}
