// swift-tools-version: 6.2
// Fuzzing of what reads hostile text: the parser, the patterns, the extractor. Not part of `swift test`; the README says how to run it.

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// The folders in Sources are links to those of the main package, so that what is not public can be fuzzed.
let package = Package(
    name: "fuzzing",
    targets: [
        .target(name: "DixitText", swiftSettings: settings),
        .target(name: "DixitSyntax", dependencies: ["DixitText"], swiftSettings: settings),
        .target(name: "DixitPattern", dependencies: ["DixitText", "DixitSyntax"], swiftSettings: settings),
        // Its lexicon is written beside the link: a build tool has no `main` of its own under libFuzzer.
        .target(
            name: "DixitExtraction", dependencies: ["DixitText"], path: "Sources/Extraction",
            exclude: ["Code/Lexicon/fr"], swiftSettings: settings),
        .executableTarget(
            name: "FuzzExtraction", dependencies: ["DixitExtraction", "DixitText"], swiftSettings: settings),
        .executableTarget(name: "FuzzParser", dependencies: ["DixitSyntax"], swiftSettings: settings),
        .executableTarget(name: "FuzzPattern", dependencies: ["DixitPattern", "DixitSyntax"], swiftSettings: settings),
    ]
)
