// Writes text files into one Swift source as string literals: LexiconEmbedder OUTPUT FILE…

import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
    FileHandle.standardError.write(Data("usage: LexiconEmbedder OUTPUT FILE…\n".utf8))
    exit(2)
}
var source = """
    /// The lexicon's files, embedded when the package is built: path inside Lexicon → text.
    enum LexiconFiles {
        static let all: [(language: StaticString, name: StaticString, text: StaticString)] = [

    """
for path in arguments.dropFirst() {
    let file = URL(fileURLWithPath: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let language = file.deletingLastPathComponent().lastPathComponent
    let name = file.deletingPathExtension().lastPathComponent
    // No line of a lexicon holds three quotation marks followed by seven number signs.
    source += "        (\"\(language)\", \"\(name)\", #######\"\"\"\n\(text)\n\"\"\"#######),\n"
}
source += "    ]\n}\n"
try Data(source.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
