// The errors found in one source, up to a number that a reader can take in.

/// The first five errors, in the order they were found.
package struct DiagnosticList: Sendable {
    package static let limit = 5

    package private(set) var items: [Diagnostic] = []

    mutating func report(_ diagnostic: Diagnostic) {
        guard items.count < Self.limit else { return }
        // One place has one error: the first one says more.
        guard !items.contains(where: { $0.range == diagnostic.range }) else { return }
        items.append(diagnostic)
    }
}
