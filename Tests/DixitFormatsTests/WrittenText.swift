// What a writer makes of a table, as text.

import Dixit
import DixitFormats

/// - Parameter change: sets what the writer should know.
func text(
    _ table: AnswerTable, _ format: AnswerFormat, width: Int? = nil, _ change: (inout AnswerWriter) -> Void = { _ in }
) -> String {
    var writer = AnswerWriter(format, width: width)
    change(&writer)
    var bytes: [UInt8] = []
    writer.write(table) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
}
