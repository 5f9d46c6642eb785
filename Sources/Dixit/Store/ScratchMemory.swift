// Memory for lists that live as long as a question.

import Synchronization

/// Blocks that were given back and wait for the next list.
///
/// A long list takes memory that the allocator may return to the system when the question is done, so that each question would get
/// it back page by page: three times as slow, or not, by what was asked before. What is kept is bounded, and goes with the
/// corpus.
final class ScratchMemory: Sendable {
    struct Block: @unchecked Sendable {
        let memory: UnsafeMutableRawPointer
        let byteCount: Int
    }

    /// Smaller memory is quick anyway.
    static let smallest = 1 << 15
    private static let most = 32 << 20

    private struct Kept {
        var blocks: [Block] = []
        var byteCount = 0
    }

    private let kept = Mutex(Kept())

    deinit {
        kept.withLock { kept in for block in kept.blocks { block.memory.deallocate() } }
    }

    /// A block of at least so many bytes, and less than twice as many more.
    func take(byteCount: Int) -> Block {
        let known = kept.withLock { kept -> Block? in
            guard
                let place = kept.blocks.lastIndex(where: { $0.byteCount >= byteCount && $0.byteCount / 4 <= byteCount })
            else { return nil }
            kept.byteCount -= kept.blocks[place].byteCount
            return kept.blocks.remove(at: place)
        }
        if let known { return known }
        let size = 1 << (Int.bitWidth - (byteCount - 1).leadingZeroBitCount)
        return Block(memory: .allocate(byteCount: size, alignment: 64), byteCount: size)
    }

    /// Keeps a block for others, unless there are enough.
    func give(_ block: Block) {
        let isKept = kept.withLock { kept in
            guard kept.byteCount + block.byteCount <= Self.most else { return false }
            kept.blocks.append(block)
            kept.byteCount += block.byteCount
            return true
        }
        if !isKept { block.memory.deallocate() }
    }
}
