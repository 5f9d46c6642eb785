// A file that is a web page.

/// The one document of a page: its main text, and what it says of itself.
struct PageEntries: DocumentEntries {
    let source: any ByteSource

    mutating func next(_ found: inout FoundDocuments) throws(ReadingProblem.Kind) -> Bool {
        let bytes = try source.everything()
        let place = bytes.withUnsafeBytes { TextFile.firstInvalidByte(of: $0) }
        if let place { throw .notUTF8(offset: place) }
        let page = bytes.withUnsafeBytes { PageReader.page(in: $0) }
        if let line = page.tooDeepAt {
            found.add(.nestedTooDeep, at: .line(line))
            return false
        }
        if page.text.isEmpty { throw .empty }
        found.documents.append(
            FoundDocument(
                text: page.text, title: page.metadata.title, date: page.metadata.date, outlet: page.metadata.outlet,
                url: page.metadata.url))
        return false
    }

    /// What a page says that it is written in: `<meta charset="iso-8859-1">`.
    static func declaredEncoding(_ start: ArraySlice<UInt8>) -> TextEncoding? {
        let text = String(decoding: start, as: UTF8.self).lowercased()
        for sign in ["charset=", "encoding="] {
            guard let found = text.firstRange(of: sign) else { continue }
            let name = text[found.upperBound...].drop { "\"' ".contains($0) }
                .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            if let encoding = TextEncoding(named: String(name)) { return encoding }
        }
        return nil
    }
}
