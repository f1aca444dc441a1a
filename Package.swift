// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// The language settings of every target; a warning is an error (CONTRIBUTING.md).
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// The two modules that touch C, and so must say `unsafe` wherever they do.
let unsafeSettings = settings + [.strictMemorySafety()]

/// What makes the static binary touch 3 MB less when it starts: relocations in a compact table (90,000 of them), no table of
/// 15,000 exported symbols that nobody looks up, no debugging information (the names of functions stay for backtraces).
let releaseLinking: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--no-export-dynamic",
            "-Xlinker", "--strip-debug",
        ], .when(platforms: [.linux], configuration: .release))
]

let package = Package(
    name: "wirespool",
    products: [
        .executable(name: "wirespool", targets: ["wirespool"]),
        // For Benchmarks, which is a package of its own.
        .library(name: "WirespoolReading", targets: ["Articles", "Feeds", "Markup"]),
        .library(name: "WirespoolStories", targets: ["Catalog", "Stories"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CSHA256"),

        .target(name: "Transport", dependencies: ["CCurl"], swiftSettings: unsafeSettings),
        .target(name: "Markup", dependencies: ["CLibXML2", "CSHA256"], swiftSettings: unsafeSettings),
        .target(name: "Feeds", dependencies: ["Markup"], swiftSettings: settings),
        .target(name: "Articles", dependencies: ["Feeds", "Markup"], swiftSettings: settings),
        .target(name: "Stories", dependencies: ["Articles", "Feeds"], swiftSettings: settings),
        .target(
            name: "Catalog",
            dependencies: [
                "Articles", "Feeds", "Markup", "Stories",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(name: "Spool", dependencies: ["CLinux"], swiftSettings: settings),
        .target(
            name: "Ingest",
            dependencies: [
                "Articles", "Catalog", "CLinux", "Feeds", "Markup", "Spool", "Stories", "Transport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "wirespool",
            dependencies: [
                "Articles", "Catalog", "Feeds", "Ingest", "Markup", "Stories", "Transport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings, linkerSettings: releaseLinking),

        .target(name: "TestSupport", dependencies: ["CLinux"], path: "Tests/TestSupport", swiftSettings: settings),
        // Tests start it, and the program itself, from beside their bundle.
        .executableTarget(name: "wirespool-measure", path: "Tests/Measure"),
        .testTarget(name: "TransportTests", dependencies: ["Transport", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "FeedsTests", dependencies: ["Feeds", "Markup", "TestSupport"], resources: [.copy("Fixtures")],
            swiftSettings: settings),
        .testTarget(
            name: "ArticlesTests", dependencies: ["Articles", "Feeds", "Markup", "TestSupport"],
            resources: [.copy("Fixtures"), .copy("Schemas")], swiftSettings: settings),
        .testTarget(name: "StoriesTests", dependencies: ["Articles", "Stories", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CatalogTests",
            dependencies: [
                "Articles", "Catalog", "Feeds", "Stories", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ], swiftSettings: settings),
        .testTarget(name: "SpoolTests", dependencies: ["Spool", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "IngestTests",
            dependencies: [
                "Articles", "Catalog", "Feeds", "Ingest", "Spool", "TestSupport", "Transport", "wirespool",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "Scorecard",
            dependencies: [
                "Articles", "Catalog", "Ingest", "Markup", "TestSupport", "Transport", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ], path: "Tests/Scorecard", swiftSettings: settings),
        .executableTarget(
            name: "wirespool-scorecard", dependencies: ["Scorecard"], path: "Tests/ScorecardProgram", swiftSettings: settings),
        .executableTarget(
            name: "wirespool-simulation", dependencies: ["Scorecard"], path: "Tests/SimulationProgram", swiftSettings: settings),
        .testTarget(name: "ScorecardTests", dependencies: ["Scorecard"], swiftSettings: settings),
        .testTarget(name: "CommandTests", dependencies: ["wirespool", "TestSupport"], swiftSettings: settings),
    ]
)
