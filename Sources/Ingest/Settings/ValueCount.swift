// SPDX-License-Identifier: Apache-2.0
import Yams

/// How many values a document has when each alias stands for a copy of what it names: ten lines of aliases of aliases are a billion.
struct ValueCount {
    /// More than 100,000 feeds need.
    static let most = 2_000_000

    /// Containers that were counted, by where they stand: an alias stands where its anchor does.
    private var known: [Int: Int] = [:]

    /// The document says more than is read.
    static func isTooLarge(_ document: Node) -> Bool {
        var count = ValueCount()
        return count.of(document) > most
    }

    private mutating func of(_ node: Node) -> Int {
        let place = node.mark.map { $0.line << 24 | $0.column }
        if let place, let count = known[place] { return count }
        let count: Int
        switch node {
        case .scalar, .alias: return 1
        case .sequence(let sequence): count = sequence.reduce(1) { min($0 + of($1), Self.most + 1) }
        case .mapping(let mapping): count = mapping.reduce(1) { min($0 + of($1.key) + of($1.value), Self.most + 1) }
        }
        if let place { known[place] = count }
        return count
    }
}
