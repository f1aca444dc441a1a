// SPDX-License-Identifier: Apache-2.0
import Documents
import FoundationEssentials

/// `benchmarks` prints a table for people; `benchmarks STEP N` takes a step once with N documents, for a tool that counts, and prints
/// how many bytes they have; `benchmarks stories [PAIRS.jsonl…]` measures how stories are known.
@main
enum Benchmarks {
    private static let seed: UInt64 = 2_026

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let name = arguments.first else { return try printTable() }
        if name == "stories" { return try await StoryCosts.printAll(pairs: Array(arguments.dropFirst())) }
        guard let step = Step(rawValue: name), let count = arguments.last.flatMap({ Int($0) }) else {
            print("usage: benchmarks [read|parse|articles N], benchmarks stories [PAIRS.jsonl…]")
            return
        }
        // All are made whatever is counted, so that making them cancels out between two counts.
        let documents = Document.mixture(seed: seed, count: 48).prefix(count)
        for document in documents { _ = try step.run(document) }
        print(documents.reduce(0) { $0 + $1.bytes.count })
    }

    private static func printTable() throws {
        let steps = Step.allCases.map { pad("\($0) MB/s", 14, isNumber: true) }.joined()
        print(pad("", 28), pad("KB", 6, isNumber: true), steps, "  allocations an item")
        let mixture = Document.mixture(seed: seed, count: 48)
        for kind in Document.Kind.allCases { try printRow(kind.rawValue, mixture.filter { $0.kind == kind }) }
        try printRow("all of them", mixture)
    }

    private static func printRow(_ name: String, _ documents: [Document]) throws {
        let costs = try Step.allCases.map { try Cost(of: $0, on: documents, rounds: 15) }
        let size = documents.reduce(0) { $0 + $1.bytes.count } / 1_000
        let speeds = costs.map { pad(tenths($0.bytesPerSecond / 1e6), 14, isNumber: true) }.joined()
        let allocations = costs.map { pad("\(Int($0.allocationsPerItem))", 7, isNumber: true) }.joined()
        print(pad(name, 28), pad("\(size)", 6, isNumber: true), speeds, allocations)
    }

    private static func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

    private static func pad(_ text: String, _ width: Int, isNumber: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return isNumber ? blanks + text : text + blanks
    }
}
