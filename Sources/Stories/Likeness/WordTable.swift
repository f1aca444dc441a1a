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
        for (key, value) in entries where key != 0 {
            let place = place(of: key)
            (keys[place], values[place]) = (key, value)
        }
    }

    subscript(key: UInt64) -> Value? {
        let place = place(of: key)
        return keys[place] == key ? values[place] : nil
    }

    func contains(_ key: UInt64) -> Bool { keys[place(of: key)] == key && key != 0 }

    /// Where the word stands, or would stand: 0 marks a free place, and is no word's hash.
    @inline(__always)
    private func place(of key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: key >> 20) & mask
        while keys[place] != key, keys[place] != 0 { place = (place + 1) & mask }
        return place
    }
}
