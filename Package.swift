// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "dixit",
    products: [
        .library(name: "Dixit", targets: ["Dixit"]),
        .library(name: "DixitFormats", targets: ["DixitFormats"]),
        .executable(name: "dixit", targets: ["DixitCLI"]),
    ],
    traits: [
        .default(enabledTraits: ["Readline"]),
        .trait(
            name: "Readline",
            description:
                "Lines are edited with GNU readline, which is under the GPL; without it they are read as they come."),
    ],
    dependencies: [
        // The command line only; the libraries depend on nothing.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // What text is: folding with its map back, words, dates, edit distance.
        .target(name: "DixitText", swiftSettings: settings),
        // The language without any data.
        .target(name: "DixitSyntax", dependencies: ["DixitText"], swiftSettings: settings),
        // One document in, one batch of records with exact ranges out.
        .target(
            name: "DixitExtraction",
            dependencies: ["DixitText"],
            exclude: ["Lexicon/fr"],
            swiftSettings: settings,
            plugins: ["EmbedLexicon"]
        ),
        // The corpus and the engine.
        .target(
            name: "Dixit",
            dependencies: ["DixitText", "DixitSyntax", "DixitExtraction"],
            swiftSettings: settings
        ),
        // Documents from files, answers to files.
        .target(
            name: "DixitFormats",
            dependencies: [
                "Dixit", "DixitExtraction", "DixitSyntax", "DixitText", "CArchive", "CLibCSV", "CLibXML2", "CLibYAML",
                "CMark", "CYajl", "CZlib",
            ],
            swiftSettings: settings
        ),
        // What reads files for DixitFormats, seen by nobody else: ZIP, CSV, HTML and XML, YAML, Markdown, JSON Lines, gzip.
        .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"]), .brew(["libcsv"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(name: "CMark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(name: "CYajl", providers: [.apt(["libyajl-dev"]), .brew(["yajl"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        // The tables of a corpus, and questions as SQL over them.
        .target(name: "DixitSQL", dependencies: ["Dixit", "DixitSyntax", "DixitText"], swiftSettings: settings),
        // Those tables in files: a SQLite database, or JSON Lines and CSV.
        .target(
            name: "DixitExport",
            dependencies: ["Dixit", "DixitSQL", "DixitSyntax", "DixitText", "DixitFormats", "CSQLite"],
            swiftSettings: settings
        ),
        // SQLite, seen only by what writes it.
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        // GNU readline, seen only by the executable.
        .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"]), .brew(["readline"])]),
        .executableTarget(
            name: "DixitCLI",
            dependencies: [
                "Dixit", "DixitFormats", "DixitExtraction", "DixitSyntax", "DixitText", "DixitSQL", "DixitExport",
                .target(name: "CReadline", condition: .when(traits: ["Readline"])),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        // A program that embeds the library: corpus from strings, bound parameter, decoded rows.
        .executableTarget(
            name: "FirstCorpus",
            dependencies: ["Dixit"],
            path: "Examples/FirstCorpus",
            swiftSettings: settings
        ),
        // A press review of a folder, own sets beside the news, an exploration cell by cell.
        .executableTarget(
            name: "PressReview", dependencies: ["Dixit", "DixitFormats"], path: "Examples/PressReview",
            swiftSettings: settings),
        .executableTarget(
            name: "Annotations", dependencies: ["Dixit"], path: "Examples/Annotations", swiftSettings: settings),
        .executableTarget(
            name: "Notebook", dependencies: ["Dixit", "DixitFormats"], path: "Examples/Notebook",
            swiftSettings: settings),
        // The lexicon's text files become string literals at build time.
        .executableTarget(name: "LexiconEmbedder", swiftSettings: settings),
        .plugin(
            name: "EmbedLexicon",
            capability: .buildTool(),
            dependencies: ["LexiconEmbedder"],
            path: "Sources/EmbedLexicon"
        ),
        // Goldens, programs run as a user runs them, and questions made at random.
        .target(
            name: "TestSupport", dependencies: ["Dixit"], path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(
            name: "DixitTextTests",
            dependencies: ["DixitText", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DixitSyntaxTests",
            dependencies: ["DixitSyntax", "DixitText", "TestSupport"],
            exclude: ["Goldens"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DixitExtractionTests",
            dependencies: ["DixitExtraction", "DixitText", "TestSupport"],
            exclude: ["Goldens"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DixitTests",
            dependencies: ["Dixit", "DixitSyntax", "DixitExtraction", "DixitText", "DixitFormats", "TestSupport"],
            exclude: ["Scripts", "Goldens"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DixitSQLTests",
            dependencies: ["DixitSQL", "DixitExport", "Dixit", "DixitSyntax", "DixitText", "TestSupport"],
            exclude: ["Goldens"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DixitFormatsTests",
            dependencies: ["DixitFormats", "Dixit", "TestSupport"],
            exclude: ["Goldens"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DixitCLITests",
            dependencies: ["DixitCLI", "FirstCorpus", "PressReview", "Annotations", "Notebook", "TestSupport"],
            exclude: ["Goldens"],
            swiftSettings: settings
        ),
    ]
)
