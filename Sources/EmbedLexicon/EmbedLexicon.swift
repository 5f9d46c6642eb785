// Turns every text file under Lexicon/ of a target into one generated Swift file.
//
// A literal of bytes (SwiftPM's `.embedInCode`) costs the compiler 20 s for 130 KB; a string literal costs 0.1 s.

import Foundation
import PackagePlugin

@main
struct EmbedLexicon: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let lexicon = target.directoryURL.appending(path: "Lexicon")
        let languages = try FileManager.default
            .contentsOfDirectory(at: lexicon, includingPropertiesForKeys: [.isDirectoryKey])
            .filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true }
        let files =
            try languages
            .flatMap { try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil) }
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "LexiconFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) lexicon files",
                executable: try context.tool(named: "LexiconEmbedder").url,
                arguments: [output.path] + files.map(\.path),
                inputFiles: files,
                outputFiles: [output]
            )
        ]
    }
}
