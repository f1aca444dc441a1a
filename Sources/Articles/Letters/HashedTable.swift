// SPDX-License-Identifier: Apache-2.0

/// Values by keys that are hashes already, which a Dictionary would hash once more.
///
/// The keys that are put in are our own: no document can choose them.
struct HashedTable<Value: Sendable>: Sendable {
    private struct Entry {
        var key: UInt64
        var value: Value
    }

    /// A power of two of them, of which most hold one entry or none.
    private var slots: [[Entry]] = [[]]

    init() {}

    /// Several values may have one key.
    init(_ values: [(key: UInt64, value: Value)]) {
        var count = 4
        while count < values.count * 2 { count *= 2 }
        slots = Array(repeating: [], count: count)
        for (key, value) in values { slots[slot(of: key)].append(Entry(key: key, value: value)) }
    }

    /// The first value with this key that passes.
    func first(_ key: UInt64, where isSought: (Value) -> Bool) -> Value? {
        slots[slot(of: key)].first { $0.key == key && isSought($0.value) }?.value
    }

    private func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (slots.count - 1) }
}
