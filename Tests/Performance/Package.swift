// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses the library builds it.
let package = Package(
    name: "dixit-performance",
    dependencies: [.package(name: "dixit", path: "../..")],
    targets: [
        .executableTarget(name: "agency-text", swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "dixit-bench",
            dependencies: [
                .product(name: "Dixit", package: "dixit"), .product(name: "DixitFormats", package: "dixit"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]
        ),
    ]
)
