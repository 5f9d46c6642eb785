// Counts the steps of reading in debug builds, so that tests can say that they grow with the text only.

/// Costs nothing in release builds.
final class WorkCounter {
    private(set) var steps = 0

    @inline(__always)
    func count() {
        #if DEBUG
            steps &+= 1
        #endif
    }
}
