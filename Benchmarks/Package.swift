// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// Apart from the program's own package, so that nobody who builds Wirespool builds this.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "wirespool", path: "..")],
    targets: [
        .target(name: "CAllocations"),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CAllocations", .product(name: "WirespoolReading", package: "wirespool"),
                .product(name: "WirespoolStories", package: "wirespool"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
            ]),
    ]
)
