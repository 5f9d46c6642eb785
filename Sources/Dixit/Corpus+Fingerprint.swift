// A number by which two corpora of the same documents are known to be the same.

extension Corpus {
    /// A number that depends on the texts of the documents and on nothing else: not on where they lie, nor on who reads them.
    ///
    /// Two corpora with the same number hold the same texts, but for one chance in 2⁶⁴; it is no proof against forgery.
    ///
    /// - Complexity: linear in the number of bytes.
    package var fingerprint: UInt64 {
        let texts = Self.checksum(of: store.bytes.raw)
        let places = Self.checksum(of: store.documentStarts.raw)
        return texts ^ (places << 1 | places >> 63)
    }

    private static func checksum(of memory: Slab<UInt8>) -> UInt64 {
        withExtendedLifetime(memory) {
            SnapshotChecksum.of(UnsafeRawBufferPointer(memory.buffer), paddedTo: SnapshotChecksum.step)
        }
    }
}
