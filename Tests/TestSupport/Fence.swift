// Code in documentation, so that tests can run it.

/// A block of code in a Markdown file.
public struct Fence: Sendable {
    public let language: String
    public let text: String

    public static func all(in markdown: String) -> [Fence] {
        var fences: [Fence] = []
        var open: (language: String, lines: [Substring])?
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("```") else {
                open?.lines.append(line)
                continue
            }
            if let (language, lines) = open {
                fences.append(Fence(language: language, text: lines.map { $0 + "\n" }.joined()))
                open = nil
            } else {
                open = (String(line.dropFirst(3)), [])
            }
        }
        return fences
    }
}
