// SPDX-License-Identifier: Apache-2.0

/// Which stories have a fingerprint: one flat table of eight bytes an entry, filled to between seven and eight tenths.
struct FingerprintTable {
    /// A fingerprint that more stories have belongs to a template, and says nothing.
    static let longestList = 50

    /// The fingerprint above, the story below; 0 is free. Entries stand in the order of their fingerprints, but for collisions.
    private var slots: [UInt64] = []
    private(set) var count = 0

    /// Bytes of memory.
    var bytes: Int { slots.count * MemoryLayout<UInt64>.stride }

    mutating func insert(_ prints: [UInt32], story: UInt32) {
        for print in prints {
            if (count + 1) * 5 > slots.count * 4 { grow() }
            put(FingerprintTable.slot(print, story))
        }
    }

    /// Calls `body` with each story that has one of the fingerprints, and which of them.
    @inline(__always)
    func forEach(of prints: [UInt32], _ body: (_ story: UInt32, _ print: Int) -> Void) {
        guard !slots.isEmpty else { return }
        // All first places before any second: memory is asked for them at once, and not for one after the other.
        let homes = prints.map { home(of: UInt64(max($0, 1))) }
        let firsts = homes.map { slots[$0] }
        for (index, first) in firsts.enumerated() where first != 0 {
            let key = UInt64(max(prints[index], 1))
            var place = homes[index]
            while slots[place] != 0 {
                if slots[place] >> 32 == key { body(UInt32(truncatingIfNeeded: slots[place]), index) }
                place = place + 1 == slots.count ? 0 : place + 1
            }
        }
    }
}

extension FingerprintTable {
    /// Never 0, which marks a free place.
    private static func slot(_ print: UInt32, _ story: UInt32) -> UInt64 { UInt64(max(print, 1)) << 32 | UInt64(story) }

    @inline(__always)
    private func home(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* UInt64(slots.count)) >> 32) }

    private mutating func put(_ slot: UInt64) {
        let key = slot >> 32
        var place = home(of: key)
        var listed = 0
        while slots[place] != 0 {
            listed += slots[place] >> 32 == key ? 1 : 0
            // One more than the longest list, so that it is seen to be too long.
            guard slots[place] != slot, listed <= FingerprintTable.longestList else { return }
            place = place + 1 == slots.count ? 0 : place + 1
        }
        slots[place] = slot
        count += 1
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: max(64, old.count + old.count / 8))
        count = 0
        for slot in old where slot != 0 { put(slot) }
    }
}
