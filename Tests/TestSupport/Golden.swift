// Compares text with a file kept beside the tests.

public import Foundation
public import Testing

/// A file with the expected text of a test.
///
/// `DIXIT_UPDATE_GOLDENS=1 swift test` writes what the program says today. A missing file is written, and the test fails,
/// so that nobody takes a first answer for an expected one.
public enum Golden {
    /// Records an issue that shows the first differing line where `text` is not what the golden holds.
    ///
    /// - Parameter path: relative to the folder `Goldens` beside the calling test file.
    public static func check(
        _ text: String,
        _ path: String,
        file: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let golden = URL(fileURLWithPath: file).deletingLastPathComponent()
            .appendingPathComponent("Goldens").appendingPathComponent(path)
        try check(text, at: golden, sourceLocation: sourceLocation)
    }

    /// The same with a file that stands elsewhere.
    public static func check(
        _ text: String, at golden: URL, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let path = golden.pathComponents.suffix(2).joined(separator: "/")
        let expected = try? String(contentsOf: golden, encoding: .utf8)
        if expected == text { return }
        let update = ProcessInfo.processInfo.environment["DIXIT_UPDATE_GOLDENS"] == "1"
        if update || expected == nil {
            try FileManager.default.createDirectory(
                at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: golden, options: .atomic)
        }
        if update { return }
        guard let expected else {
            Issue.record("there was no golden \(path); it is written now: read it", sourceLocation: sourceLocation)
            return
        }
        Issue.record("\(path) differs\n\(firstDifference(expected, text))", sourceLocation: sourceLocation)
    }

    /// The folder of the package, found from a test's own path (`Tests/Target/File.swift`).
    public static func packageFolder(file: String = #filePath) -> URL {
        var folder = URL(fileURLWithPath: file)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) { break }
        }
        return folder
    }

    private static func firstDifference(_ expected: String, _ actual: String) -> String {
        let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 0..<max(left.count, right.count) {
            let was = index < left.count ? left[index] : "(end)"
            let now = index < right.count ? right[index] : "(end)"
            if was != now { return "line \(index + 1)\n  expected: \(was)\n  found:    \(now)" }
        }
        return "only the line ends differ"
    }
}
