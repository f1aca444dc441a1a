// SPDX-License-Identifier: Apache-2.0

/// Numbers of names by the address at which libxml2 interned them, so that a name is compared once a document and not once an element.
@safe struct XMLNameCache: ~Copyable {
    private static let capacity = 512
    private let keys: UnsafeMutablePointer<UnsafePointer<UInt8>?>
    private let numbers: UnsafeMutablePointer<UInt8>
    private var count = 0

    init() {
        unsafe keys = .allocate(capacity: Self.capacity)
        unsafe keys.initialize(repeating: nil, count: Self.capacity)
        unsafe numbers = .allocate(capacity: Self.capacity)
        unsafe numbers.initialize(repeating: 0, count: Self.capacity)
    }

    deinit {
        unsafe keys.deallocate()
        unsafe numbers.deallocate()
    }

    /// The number of a name, found by `lookUp` when it is new.
    mutating func number(of name: UnsafePointer<UInt8>, lookUp: (UnsafeBufferPointer<UInt8>) -> UInt8) -> UInt8 {
        var slot = Int(bitPattern: UInt(bitPattern: name) &* 0x9E37_79B9_7F4A_7C15 >> 32) & (Self.capacity - 1)
        while let key = unsafe keys[slot] {
            if unsafe key == name { return unsafe numbers[slot] }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        let number = unsafe lookUp(Self.bytes(of: name))
        // Half full at most: a document with endless names may be slow, never endless.
        guard count < Self.capacity / 2 else { return number }
        unsafe keys[slot] = name
        unsafe numbers[slot] = number
        count += 1
        return number
    }

    private static func bytes(of name: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var length = 0
        while unsafe name[length] != 0, length <= XMLVocabulary.longest { length += 1 }
        return unsafe UnsafeBufferPointer(start: name, count: length)
    }
}
