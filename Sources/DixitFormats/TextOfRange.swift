// The words that a range of a text cuts out.

import DixitText

extension [UInt8] {
    /// The text of a range, as far as the bytes go.
    func text(_ range: TextRange) -> String {
        let lower = Swift.min(Int(range.start), count)
        return String(decoding: self[lower..<Swift.min(Swift.max(lower, Int(range.end)), count)], as: UTF8.self)
    }
}
