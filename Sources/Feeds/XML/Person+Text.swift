// SPDX-License-Identifier: Apache-2.0

extension Person {
    /// Reads a person written as text: `Ann`, `ann@example.com`, `Ann (ann@example.com)`, `ann@example.com (Ann)`, `Ann <ann@example.com>`.
    ///
    /// Returns nil where no name and no address is left.
    init?(text: String) {
        let bytes = Array(text.utf8.prefix(FeedLimits.word))
        guard let address = Self.address(in: bytes) else {
            guard let name = Self.name(bytes[...]) else { return nil }
            self.init(name: name)
            return
        }
        let rest = bytes[..<address.lowerBound] + bytes[address.upperBound...]
        self.init(name: Self.name(rest), email: String(decoding: bytes[address], as: UTF8.self))
    }

    /// One display string, `Ann (ann@example.com)`.
    var display: String? {
        guard let name else { return email }
        return email.map { "\(name) (\($0))" } ?? name
    }
}

extension Person {
    /// Where an address stands: the run of its characters around the first `@` that has some on both sides.
    private static func address(in bytes: [UInt8]) -> Range<Int>? {
        guard let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return nil }
        let start = bytes[..<at].lastIndex { !isAddressByte($0) }.map { $0 + 1 } ?? 0
        var end = bytes[(at + 1)...].firstIndex { !isAddressByte($0) } ?? bytes.count
        while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return start < at && end > at + 1 ? start..<end : nil
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "@"):
            false
        default: byte > 0x20
        }
    }

    private static func isWrapper(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "(") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: ":")
    }

    /// What is left of a name when the brackets and `mailto:` that held the address have gone.
    private static func name(_ bytes: some Sequence<UInt8>) -> String? {
        var name = Array(bytes)
        if name.contains(where: isWrapper) {
            for wrapper in ["mailto:", "()", "<>", "[]", "\"\""] {
                guard let found = name.firstRange(of: Array(wrapper.utf8)) else { continue }
                name.removeSubrange(found)
            }
        }
        while let first = name.first, first <= 0x20 || first == UInt8(ascii: "-") || first == UInt8(ascii: ",") { name.removeFirst() }
        while let last = name.last, last <= 0x20 || last == UInt8(ascii: "-") || last == UInt8(ascii: ",") { name.removeLast() }
        let isQuoted =
            name.count > 2
            && ((name.first == UInt8(ascii: "(") && name.last == UInt8(ascii: ")"))
                || (name.first == UInt8(ascii: "\"") && name.last == UInt8(ascii: "\"")))
        if isQuoted { name = Array(name.dropFirst().dropLast()) }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}
