// Two threads for work that one thread would leave memory waiting for.

import Dixit
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Shares work between the calling thread and one more; two are enough to read memory as fast as it is.
enum ThreadPair {
    /// Does the pieces in their order, each on the thread that is free.
    ///
    /// Where the system has no other thread to give, the calling one does everything.
    static func perform(_ pieces: Int, _ work: @Sendable (Int) -> Void) {
        withoutActuallyEscaping(work) { work in
            let share = Share(pieces: pieces, work: work)
            let context = Unmanaged.passRetained(share)
            #if canImport(Darwin)
                var thread: pthread_t?
            #else
                var thread = pthread_t()
            #endif
            let isHelped = pieces > 1 && pthread_create(&thread, nil, help, context.toOpaque()) == 0
            if !isHelped { context.release() }
            share.run()
            #if canImport(Darwin)
                if isHelped, let thread { pthread_join(thread, nil) }
            #else
                if isHelped { pthread_join(thread, nil) }
            #endif
        }
    }
}

/// What the other thread does.
#if canImport(Darwin)
    private func help(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? { take(context) }
#else
    private func help(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? { context.flatMap(take) }
#endif

private func take(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Share>.fromOpaque(context).takeRetainedValue().run()
    return nil
}

/// The pieces that are left.
private final class Share: Sendable {
    private let next = Atomic<Int>(0)
    private let pieces: Int
    private let work: @Sendable (Int) -> Void

    init(pieces: Int, work: @escaping @Sendable (Int) -> Void) {
        self.pieces = pieces
        self.work = work
    }

    func run() {
        while true {
            let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
            if piece >= pieces { return }
            work(piece)
        }
    }
}
