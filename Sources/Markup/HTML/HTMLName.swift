// SPDX-License-Identifier: Apache-2.0

/// A name of at most 16 ASCII bytes, packed into one number so that comparing it costs nothing.
///
/// Every element and attribute that Wirespool knows fits.
struct HTMLName: Hashable, Sendable {
    private let packed: UInt128

    /// Takes the bytes as they are; nil when there are none, or too many.
    init?(exactly bytes: ArraySlice<UInt8>) {
        guard 1...16 ~= bytes.count else { return nil }
        packed = bytes.reduce(into: 0) { $0 = $0 << 8 | UInt128($1) }
    }

    /// Takes the bytes in lower case; nil when there are none, or too many.
    init?(lowercasing bytes: Span<UInt8>) {
        guard 1...16 ~= bytes.count else { return nil }
        var packed: UInt128 = 0
        for index in bytes.indices { packed = packed << 8 | UInt128(bytes[index].lowercased) }
        self.packed = packed
    }

    /// Appends the name to `bytes`.
    func write(to bytes: inout [UInt8]) {
        unsafe withUnsafeBytes(of: packed.bigEndian) { all in
            let name = unsafe UnsafeRawBufferPointer(rebasing: all[(packed.leadingZeroBitCount / 8)...])
            unsafe name.withMemoryRebound(to: UInt8.self) { unsafe bytes.append(copying: $0) }
        }
    }

    /// A number that differs for most names (Fibonacci hashing).
    var hash: Int {
        let folded = UInt64(truncatingIfNeeded: packed) ^ (UInt64(truncatingIfNeeded: packed >> 64) &* 31)
        return Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }

    /// The names of a list that is separated by spaces or line breaks.
    static func list(_ names: StaticString) -> [HTMLName] {
        names.description.utf8.split { $0 <= 0x20 }.compactMap { HTMLName(exactly: Array($0)[...]) }
    }
}

extension HTMLName: ExpressibleByStringLiteral {
    init(stringLiteral name: StaticString) {
        packed = name.withUTF8Buffer { unsafe $0.prefix(16).reduce(into: 0) { $0 = $0 << 8 | UInt128($1) } }
    }
}
