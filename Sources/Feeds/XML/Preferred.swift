// SPDX-License-Identifier: Apache-2.0

/// The best of several sources of one value: a higher rank wins, and among equals the first.
struct Preferred<Value> {
    private(set) var value: Value?
    private var rank = Int.min

    /// Nothing yet.
    init() {}

    mutating func offer(_ value: Value?, rank: Int) {
        guard let value, rank > self.rank else { return }
        self.value = value
        self.rank = rank
    }

    /// Offers a value that also replaces one of its own rank.
    mutating func replace(with value: Value?, rank: Int) {
        guard let value, rank >= self.rank else { return }
        self.value = value
        self.rank = rank
    }
}

extension Preferred: Sendable where Value: Sendable {}
