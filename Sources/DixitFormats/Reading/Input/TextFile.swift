// Reads one file of UTF-8 text, whatever is in it.

/// A file that should be UTF-8 text.
package enum TextFile {
    /// The text of a file, without the mark that some editors put before it (U+FEFF).
    ///
    /// - Complexity: linear in the number of bytes; a file that grows while it is read is read up to the limit.
    package static func read(
        _ path: String, limit: Int = DocumentFiles.largestFile
    ) -> Result<String, ReadingProblem.Kind> {
        do throws(ReadingProblem.Kind) {
            let file = try FileBytes(path: path)
            if let size = file.size, size > limit { return .failure(.tooLarge(bytes: size)) }
            return text(of: try file.everything(limit: limit))
        } catch {
            return .failure(error)
        }
    }

    /// The bytes as text; a byte that is no UTF-8 is reported by its place.
    package static func text(of bytes: [UInt8]) -> Result<String, ReadingProblem.Kind> {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = bytes.starts(with: mark) ? mark.count : 0
        guard let text = String(validating: bytes[start...], as: UTF8.self) else {
            let place = bytes.withUnsafeBytes { firstInvalidByte(of: $0) } ?? bytes.count
            return .failure(.notUTF8(offset: place, isDocument: false))
        }
        if text.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return .failure(.empty) }
        return .success(text)
    }

    /// Where the first sequence starts that is no UTF-8; nil where there is none.
    static func firstInvalidByte(of bytes: UnsafeRawBufferPointer) -> Int? {
        do {
            _ = try UTF8Span(validating: Span(_unsafeElements: bytes.assumingMemoryBound(to: UInt8.self)))
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
