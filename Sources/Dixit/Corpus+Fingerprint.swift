// A number by which two corpora of the same documents are known to be the same.

extension Corpus {
    /// A number that depends on the texts of the documents and on nothing else: not on where they lie, nor on who reads them.
    ///
    /// Two corpora with the same number hold the same texts, but for one chance in 2⁶⁴; it is no proof against forgery.
    ///
    /// - Complexity: linear in the number of bytes.
    package var fingerprint: UInt64 {
        (0..<store.documentTexts.count).reduce(0) { number, document in
            let text = store.bytes[store.documentTexts.range(document)]
            let sum = SnapshotChecksum.of(text, paddedTo: SnapshotChecksum.step)
            return (number << 7 | number >> 57) &* 0x9E37_79B9_7F4A_7C15 ^ sum
        }
    }
}
