// One output that several threads write to, in the order of their work.

import Dispatch
import Synchronization

/// Puts what belongs to work 0, 1, 2 … into a file in that order, whoever is done first.
///
/// What is done before its turn is kept until it comes; what is too large to be kept waits for its turn and is then written as it comes.
/// Each number has to be finished by the thread that has it, or everything be stopped.
final class OrderedOutput: Sendable {
    private struct State {
        /// The number whose thread may write.
        var turn = 0
        var finished: [Int: [UInt8]] = [:]
        var waiting: [(number: Int, wake: DispatchSemaphore)] = []
        var problem: OutputProblem?
    }

    private let state = Mutex(State())
    // Nobody but the thread whose turn it is writes to it.
    nonisolated(unsafe) private let file: OutputFile

    init(_ file: OutputFile) { self.file = file }

    /// What kept bytes from being written: from then on nothing is.
    var problem: OutputProblem? { state.withLock(\.problem) }

    /// Waits until everything before a number is written, or nothing will be any more.
    func wait(for number: Int) {
        let wake = state.withLock { state -> DispatchSemaphore? in
            if state.turn >= number || state.problem != nil { return nil }
            let wake = DispatchSemaphore(value: 0)
            state.waiting.append((number, wake))
            return wake
        }
        wake?.wait()
    }

    /// Writes a part of what belongs to a number, as soon as it has its turn.
    func write(_ bytes: UnsafeRawBufferPointer, of number: Int) {
        wait(for: number)
        put(bytes)
    }

    /// Writes the last part of it, or keeps it for its turn.
    func finish(_ number: Int, with bytes: UnsafeRawBufferPointer) {
        let hasTurn = state.withLock { state in
            if state.turn != number { state.finished[number] = Array(bytes) }
            return state.turn == number
        }
        guard hasTurn else { return }
        put(bytes)
        while let next = passTurn() { next.withUnsafeBytes(put) }
    }

    /// Writes nothing more, and lets everybody go who waits.
    func stop(_ problem: OutputProblem) {
        let waiting = state.withLock { state in
            state.problem = state.problem ?? problem
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in waiting { waiter.wake.signal() }
    }

    private func put(_ bytes: UnsafeRawBufferPointer) {
        guard problem == nil else { return }
        do throws(OutputProblem) {
            try file.write(bytes)
        } catch {
            stop(error)
        }
    }

    /// What the next number has ready, if it has.
    private func passTurn() -> [UInt8]? {
        let (next, waiting) = state.withLock { state in
            state.turn += 1
            let turn = state.turn
            let waiting = state.waiting.filter { $0.number <= turn }
            state.waiting.removeAll { $0.number <= turn }
            return (state.finished.removeValue(forKey: turn), waiting)
        }
        for waiter in waiting { waiter.wake.signal() }
        return next
    }
}
