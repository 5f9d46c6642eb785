// Ctrl-C, as a flag that running queries look at.

import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What SIGINT does: ends the program while documents are loaded, afterwards only raises a flag.
enum Interrupt {
    private static let count = Atomic<Int>(0)
    private static let isFlagOnly = Atomic<Bool>(false)

    /// More presses than this during one run end the program at once.
    private static let patience = 3

    /// Catches the signals; a closed pipe is found when writing to it.
    static func install() {
        // Initialised here, so that no handler has to.
        reset()
        isFlagOnly.store(false, ordering: .relaxed)
        signal(SIGPIPE, SIG_IGN)
        catchSignal(SIGINT, interruptArrived)
    }

    /// From here on Ctrl-C raises the flag.
    static func useFlag() { isFlagOnly.store(true, ordering: .relaxed) }

    static var isRaised: Bool { count.load(ordering: .relaxed) > 0 }
    static func reset() { count.store(0, ordering: .relaxed) }

    /// Without SA_RESTART, so that waiting for a key ends.
    private static func catchSignal(_ number: Int32, _ handler: @convention(c) (Int32) -> Void) {
        var action = sigaction()
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = handler
        #else
            action.__sigaction_handler.sa_handler = handler
        #endif
        sigaction(number, &action, nil)
    }

    fileprivate static func raise() {
        let presses = count.add(1, ordering: .relaxed).newValue
        if !isFlagOnly.load(ordering: .relaxed) || presses >= patience { _exit(ExitStatus.interrupted.rawValue) }
    }
}

private func interruptArrived(_ number: Int32) { Interrupt.raise() }
