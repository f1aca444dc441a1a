// SPDX-License-Identifier: Apache-2.0

/// What is known of each name of a fixed list.
///
/// Looked up once or more for every tag of every story, and built of names that no document can choose: a plain hash does.
struct HTMLNameTable<Value: Sendable>: Sendable {
    private struct Slot {
        var name: HTMLName
        var value: Value
    }

    private var slots: [Slot?]

    init(_ entries: [HTMLName: Value]) {
        var capacity = 16
        while capacity < entries.count * 2 { capacity *= 2 }
        slots = Array(repeating: nil, count: capacity)
        for (name, value) in entries {
            var place = name.hash & (capacity - 1)
            while slots[place] != nil { place = (place + 1) & (capacity - 1) }
            slots[place] = Slot(name: name, value: value)
        }
    }

    subscript(_ name: HTMLName) -> Value? {
        var place = name.hash & (slots.count - 1)
        while let slot = slots[place] {
            if slot.name == name { return slot.value }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }
}
