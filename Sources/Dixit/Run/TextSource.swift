// Where words stand, and how they are spelled there.

import DixitSyntax
import DixitText

/// A stretch of positions in a text index: words of one row that fulfil a condition.
struct Hit: Hashable, Sendable {
    var start: UInt32
    /// The position after the last word.
    var end: UInt32
}

/// The characters behind the rows of an index, for conditions on exact spelling.
enum TextSource: Sendable {
    case strings(StringTable)
    case column(TextColumn)

    /// The words of a row as they are written, in the order of positions; nil for an empty position.
    func spelling(of row: UInt32) -> [String?] {
        switch self {
        case .strings(let strings):
            return Self.words(of: strings[Int(row)])
        case .column(let column):
            var result: [String?] = []
            for (number, piece) in column.pieces(row).enumerated() {
                if number > 0 { result.append(nil) }
                result.append(contentsOf: Self.words(of: column.piece(piece)))
            }
            return result
        }
    }

    private static func words(of bytes: Slab<UInt8>) -> [String?] {
        Words(bytes.buffer).sourceRanges.map { range in
            String(decoding: bytes[range.bytes].buffer, as: UTF8.self)
        }
    }
}
