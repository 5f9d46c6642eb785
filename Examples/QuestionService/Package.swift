// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that nobody who uses the library builds an HTTP server.
let package = Package(
    name: "question-service",
    dependencies: [
        .package(name: "dixit", path: "../.."),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .target(
            name: "QuestionService",
            dependencies: [
                .product(name: "Dixit", package: "dixit"), .product(name: "DixitFormats", package: "dixit"),
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "question-service",
            dependencies: [
                "QuestionService", .product(name: "FlyingSocks", package: "FlyingFox"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "QuestionServiceTests",
            dependencies: ["QuestionService", .product(name: "FlyingSocks", package: "FlyingFox")],
            swiftSettings: settings),
    ]
)
