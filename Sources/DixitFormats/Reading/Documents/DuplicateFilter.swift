// Knows which documents were read already.

import Dixit

/// The documents read so far, by their addresses and by their texts.
///
/// The same text in two outlets is two publications. It takes about 100 bytes for each document.
struct DuplicateFilter {
    /// 128 bits, which no two texts share by chance, and on purpose only for those who know the seed of this process.
    private struct Sum: Hashable {
        let first: Int
        let second: Int

        init(_ text: String, _ other: String) {
            func sum(_ seed: UInt8) -> Int {
                var hasher = Hasher()
                hasher.combine(seed)
                for text in [text, other] {
                    var text = text
                    hasher.combine(text.utf8.count)
                    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
                }
                return hasher.finalize()
            }
            (first, second) = (sum(1), sum(2))
        }
    }

    private var ids: [Sum: String] = [:]
    private var given: Set<Sum> = []

    /// The id of the document that this one is once more; nil for a new one, which is known from here on.
    mutating func original(of document: Document) -> String? {
        let sums = [
            document.url.map { Sum("url", $0) },
            Sum(document.text, document.outlet ?? ""),
        ].compactMap { $0 }
        for sum in sums { if let known = ids[sum] { return known } }
        for sum in sums { ids[sum] = document.id }
        return nil
    }

    /// Whether a document with this id was read before.
    mutating func isTaken(_ id: String) -> Bool { !given.insert(Sum("id", id)).inserted }
}
