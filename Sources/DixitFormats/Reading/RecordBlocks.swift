// The lines of a file of records, with its name in what goes wrong.

/// The blocks of a file of records, which may be packed with gzip; `-` is standard input.
struct RecordBlocks {
    private var blocks: LineBlocks
    private let path: String
    /// Of the file, packed or not; nil where it has none.
    let size: Int?

    /// In a larger block fewer words are new to it, while what is known of them still fits into the second-level cache or just behind it.
    private static let blockSize = 1 << 22

    init(_ path: String) throws(RecordProblem) {
        self.path = path
        do throws(ReadingProblem.Kind) {
            let file = try path == DocumentStream.standardInput ? FileBytes(standardInput: ()) : FileBytes(path: path)
            size = file.size
            blocks = LineBlocks(GzipBytes.unpackedIfPacked(file), blockSize: Self.blockSize)
        } catch {
            throw RecordProblem(.file(error), at: path)
        }
    }

    mutating func next() throws(RecordProblem) -> LineBlocks.Block? {
        let block: LineBlocks.Block?
        do throws(ReadingProblem.Kind) {
            block = try blocks.next()
        } catch {
            throw RecordProblem(.file(error), at: path)
        }
        if let block, block.isTooLong { throw RecordProblem(.noObject, at: path, line: block.firstLine) }
        return block
    }

    /// Runs through the lines of a file that have more than spaces, each with its number.
    static func forEachLine(
        of path: String, isCancelled: () -> Bool = { false },
        _ body: (UnsafeRawBufferPointer, _ number: Int) throws(RecordProblem) -> Void
    ) throws(RecordProblem) {
        var blocks = try RecordBlocks(path)
        while !isCancelled(), let block = try blocks.next() { try block.forEachLine(body) }
    }
}
