// SPDX-License-Identifier: Apache-2.0

/// The names that a reader of XML knows, each with a number of its own; everything else is 0.
///
/// Names and namespace addresses compare without regard to case, because publishers don't.
public struct XMLVocabulary: Sendable {
    private let names: [[UInt8]: UInt8]
    private let addresses: [[UInt8]: UInt8]
    private let prefixes: [[UInt8]: UInt8]

    /// - Parameters:
    ///   - names: local names of elements and attributes.
    ///   - addresses: namespace URIs; several may share a number.
    ///   - prefixes: what counts where a document uses a prefix without declaring it.
    public init(names: [String: UInt8], addresses: [String: UInt8], prefixes: [String: UInt8]) {
        self.names = Self.keyed(names)
        self.addresses = Self.keyed(addresses)
        self.prefixes = Self.keyed(prefixes)
    }

    /// The longest name worth looking up.
    static let longest = 128

    func name(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 { unsafe Self.number(of: bytes, in: names) }
    func address(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 { unsafe Self.number(of: bytes, in: addresses) }
    func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 { unsafe Self.number(of: bytes, in: prefixes) }

    private static func number(of bytes: UnsafeBufferPointer<UInt8>, in table: [[UInt8]: UInt8]) -> UInt8 {
        guard bytes.count <= longest else { return 0 }
        return unsafe table[bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }] ?? 0
    }

    private static func keyed(_ table: [String: UInt8]) -> [[UInt8]: UInt8] {
        Dictionary(table.map { (Array($0.key.lowercased().utf8), $0.value) }) { first, _ in first }
    }
}
