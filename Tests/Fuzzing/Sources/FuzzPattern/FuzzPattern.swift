// Gives the patterns any bytes: the first line is a pattern, the rest a text. Traps where they break a promise.

import DixitPattern
import DixitSyntax

/// Called by libFuzzer, which has the `main`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPattern(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let line = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? count
    let source = String(decoding: bytes[..<line], as: UTF8.self)
    let text = UnsafeBufferPointer(rebasing: bytes[min(line + 1, count)...])
    for exactly in [false, true] {
        do {
            let program = try PatternProgram(source, exactly: exactly)
            var matcher = PatternMatcher(program)
            let range = matcher.firstMatch(in: text)
            precondition(matcher.steps <= 2 * (PatternProgram.largestSize + 1) * (3 * text.count + 1))
            precondition(matcher.matches(text) == (range != nil))
            guard let range else { continue }
            precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
            // A search from where the match begins finds it again.
            precondition(matcher.firstMatch(in: text, from: range.lowerBound) == range)
        } catch {
            precondition(error.range.lowerBound >= 0 && error.range.upperBound <= source.utf8.count)
            _ = error.message.wording(in: .french)
        }
    }
    return 0
}
