// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

private let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
]

/// Apart from the program's own package, so that nobody who builds Wirespool builds this.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "wirespool", path: "..")],
    targets: [
        .target(name: "CAllocations"),
        .target(name: "Documents", swiftSettings: settings),
        .executableTarget(name: "MakeDocuments", dependencies: ["Documents"], swiftSettings: settings),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CAllocations", "Documents", .product(name: "WirespoolReading", package: "wirespool"),
                .product(name: "WirespoolStories", package: "wirespool"),
            ],
            swiftSettings: settings),
    ]
)
