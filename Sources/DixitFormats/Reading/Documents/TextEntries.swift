// A file that is one text.

/// The one document of a file of text.
struct TextEntries: DocumentEntries {
    let source: any ByteSource

    mutating func next(_ found: inout FoundDocuments) throws(ReadingProblem.Kind) -> Bool {
        let text = try TextFile.text(of: try source.everything()).get()
        found.documents.append(FoundDocument(text: text))
        return false
    }
}
