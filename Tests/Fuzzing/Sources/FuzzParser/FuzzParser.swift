// Gives the parser any bytes, and traps where it breaks a promise.

import DixitSyntax

/// Called by libFuzzer, which has the `main`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParser(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let source = String(decoding: bytes, as: UTF8.self)
    let parsed = Parser.parse(source)
    let text = Array(source.utf8)
    precondition(parsed.diagnostics.count <= DiagnosticList.limit)
    for diagnostic in parsed.diagnostics {
        let ranges = [diagnostic.range] + diagnostic.labels.map(\.range) + diagnostic.fixes.map(\.range)
        for range in ranges {
            precondition(range.start <= range.end && isPlace(range.start, in: text) && isPlace(range.end, in: text))
        }
        for language in MessageLanguage.allCases { _ = DiagnosticRenderer(source, language: language).text(diagnostic) }
    }
    precondition(parsed.steps <= 120 * (count + 10))
    let outline = parsed.script.outline
    if let place = text.indices.last { _ = CompletionState(source, at: place / 2) }
    guard parsed.diagnostics.isEmpty else { return 0 }
    precondition(!outline.contains("INVALID"))
    guard let printed = Formatter.format(source) else { preconditionFailure("good, and not printed") }
    let again = Parser.parse(printed)
    precondition(again.diagnostics.isEmpty && again.script.outline == outline)
    precondition(Formatter.format(printed) == printed)
    return 0
}

private func isPlace(_ offset: Int, in text: [UInt8]) -> Bool {
    offset >= 0 && offset <= text.count && (offset == text.count || text[offset] & 0xC0 != 0x80)
}
