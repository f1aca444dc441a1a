// SPDX-License-Identifier: Apache-2.0

/// The names that a reader of XML knows, each with a number of its own; everything else is 0.
///
/// Names and namespace addresses compare without regard to case, because publishers don't.
public struct XMLVocabulary: Sendable {
    private let names: Table
    private let addresses: Table
    private let prefixes: Table

    /// - Parameters:
    ///   - names: local names of elements and attributes.
    ///   - addresses: namespace URIs; several may share a number.
    ///   - prefixes: what counts where a document uses a prefix without declaring it.
    public init(names: [String: UInt8], addresses: [String: UInt8], prefixes: [String: UInt8]) {
        self.names = Table(names)
        self.addresses = Table(addresses)
        self.prefixes = Table(prefixes)
    }

    /// The longest name worth looking up.
    static let longest = 128

    func name(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 { unsafe names.number(of: bytes) }
    func address(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 { unsafe addresses.number(of: bytes) }
    func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 { unsafe prefixes.number(of: bytes) }
}

extension XMLVocabulary {
    /// A hash table over bytes: a document of nothing but new names must not cost an allocation for each.
    private struct Table {
        private var slots: [(key: [UInt8], number: UInt8)]

        init(_ entries: [String: UInt8]) {
            var capacity = 16
            while capacity < entries.count * 2 { capacity *= 2 }
            slots = Array(repeating: (key: [], number: 0), count: capacity)
            for (name, number) in entries where !name.isEmpty { insert(Array(name.lowercased().utf8), number) }
        }

        func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
            guard bytes.count <= XMLVocabulary.longest else { return 0 }
            var slot = unsafe Self.hash(bytes) & (slots.count - 1)
            while !slots[slot].key.isEmpty {
                if slots[slot].key.count == bytes.count, unsafe zip(slots[slot].key, bytes).allSatisfy({ $0 == Self.lower($1) }) {
                    return slots[slot].number
                }
                slot = (slot + 1) & (slots.count - 1)
            }
            return 0
        }

        private mutating func insert(_ key: [UInt8], _ number: UInt8) {
            var slot = Self.hash(key) & (slots.count - 1)
            while !slots[slot].key.isEmpty, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = (key, number)
        }

        /// FNV-1a over lower-case bytes; the table is fixed, so that nobody can aim at it.
        private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(lower(byte))) &* 0x100_0000_01B3 }
            return Int(truncatingIfNeeded: hash >> 16)
        }

        private static func lower(_ byte: UInt8) -> UInt8 {
            byte &- 0x41 < 26 ? byte | 0x20 : byte
        }
    }
}
