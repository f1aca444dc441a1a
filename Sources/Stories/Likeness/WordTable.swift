// SPDX-License-Identifier: Apache-2.0

/// A small fixed table of words by their hashes, which are as good as random already and need no further hashing.
struct WordTable<Value: Sendable>: Sendable {
    private var keys: [UInt64]
    private var values: [Value?]
    private let mask: Int

    init(_ entries: [(UInt64, Value)]) {
        var size = 16
        while size < entries.count * 3 { size *= 2 }
        mask = size - 1
        keys = [UInt64](repeating: 0, count: size)
        values = [Value?](repeating: nil, count: size)
        for (key, value) in entries {
            var place = Int(truncatingIfNeeded: key >> 20) & mask
            while values[place] != nil, keys[place] != key { place = (place + 1) & mask }
            (keys[place], values[place]) = (key, value)
        }
    }

    subscript(key: UInt64) -> Value? {
        var place = Int(truncatingIfNeeded: key >> 20) & mask
        while keys[place] != key {
            guard values[place] != nil else { return nil }
            place = (place + 1) & mask
        }
        return values[place]
    }

    func contains(_ key: UInt64) -> Bool { self[key] != nil }
}
