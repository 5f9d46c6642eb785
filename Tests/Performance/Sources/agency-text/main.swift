// agency-text FOLDER MEGABYTES [SEED]: writes dispatches of some 3 kB each into a folder, 1,000 to a folder of it.

import Foundation

guard CommandLine.arguments.count >= 3, let megabytes = Int(CommandLine.arguments[2]) else {
    print("usage: agency-text FOLDER MEGABYTES [SEED]")
    exit(2)
}
let folder = URL(filePath: CommandLine.arguments[1])
let seed = CommandLine.arguments.count > 3 ? UInt64(CommandLine.arguments[3]) ?? 1 : 1
var text = AgencyText(seed: seed)
var written = 0
var number = 0
while written < megabytes * 1_000_000 {
    let part = folder.appending(path: String(number / 1000 + 1000))
    if number % 1000 == 0 { try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true) }
    let bytes = Data(text.dispatch().utf8)
    try bytes.write(to: part.appending(path: "\(number % 1000 + 1000).txt"))
    written += bytes.count
    number += 1
}
print("\(number) dispatches, \(written) bytes")
