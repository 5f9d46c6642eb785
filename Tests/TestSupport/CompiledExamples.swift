// Examples in documentation that stand in a test as well, where the compiler sees them.

import Foundation
public import Testing

/// A file of tests with the code of examples, line by line as it is in the documentation.
public struct CompiledExamples {
    private let compiled: [Substring]

    /// - Parameter path: of the test file: `#filePath`.
    public init(_ path: String) throws {
        compiled = Self.lines(try String(contentsOfFile: path, encoding: .utf8))
    }

    /// Records an issue for code that does not stand in the file; how far it is indented makes no difference.
    public func check(_ code: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let wanted = Self.lines(code)
        let isThere = compiled.indices.contains { compiled[$0...].starts(with: wanted) }
        #expect(isThere, "not compiled: \(code)", sourceLocation: sourceLocation)
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n").map { line in line.drop { $0 == " " } }.filter { !$0.isEmpty }
    }
}
