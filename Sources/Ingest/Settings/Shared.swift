// SPDX-License-Identifier: Apache-2.0

/// A value that thousands of owners have in common, until one of them changes it for himself: a copy costs eight bytes.
struct Shared<Value: Hashable & Sendable>: Hashable, Sendable {
    private final class Box: Sendable {
        let value: Value

        init(_ value: Value) {
            self.value = value
        }
    }

    private var box: Box

    /// A value of one's own, to be copied.
    init(_ value: Value) {
        box = Box(value)
    }

    /// One member of the value; a change that is none leaves the value shared.
    subscript<Member: Equatable>(path: WritableKeyPath<Value, Member>) -> Member {
        get { box.value[keyPath: path] }
        set {
            guard newValue != box.value[keyPath: path] else { return }
            var value = box.value
            value[keyPath: path] = newValue
            box = Box(value)
        }
    }

    static func == (one: Shared, other: Shared) -> Bool {
        one.box === other.box || one.box.value == other.box.value
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(box.value)
    }
}
