// SPDX-License-Identifier: Apache-2.0

/// A place in a document that `XMLRepair` reads; it only moves forward, so that a pass is linear.
struct XMLSource {
    let bytes: [UInt8]
    var position = 0
    /// What was looked for in vain: it will not come further on either, and must not be looked for again.
    private var absent: Set<[UInt8]> = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }

    func peek(_ offset: Int = 0) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    func starts(with text: StaticString) -> Bool {
        guard text.utf8CodeUnitCount <= bytes.count - position else { return false }
        return bytes[position..<position + text.utf8CodeUnitCount].elementsEqual(Self.bytes(of: text))
    }

    mutating func skip(_ count: Int) {
        position = min(position + count, bytes.count)
    }

    /// Everything before the next `byte`, or the rest.
    mutating func take(upTo byte: UInt8) -> ArraySlice<UInt8> {
        let end = bytes[position...].firstIndex(of: byte) ?? bytes.count
        defer { position = end }
        return bytes[position..<end]
    }

    /// Everything before the next `byte`, which is stepped over; less where `stop` comes first, which is not.
    mutating func take(upTo byte: UInt8, orBefore stop: UInt8) -> ArraySlice<UInt8> {
        let start = position
        while let next = peek(), next != byte, next != stop { position += 1 }
        let taken = bytes[start..<position]
        if peek() == byte { position += 1 }
        return taken
    }

    /// Everything before the next `quote`, which is stepped over; nil where it never comes.
    mutating func take(quotedBy quote: UInt8) -> ArraySlice<UInt8>? {
        guard let end = find([quote]) else { return nil }
        defer { position = end + 1 }
        return bytes[position..<end]
    }

    /// Everything before `mark`, which is stepped over; the rest of the document where it never comes.
    mutating func take(through mark: StaticString) -> (text: ArraySlice<UInt8>, isClosed: Bool) {
        let start = position
        guard let end = find(Self.bytes(of: mark)) else {
            position = bytes.count
            return (bytes[start...], false)
        }
        position = end + mark.utf8CodeUnitCount
        return (bytes[start..<end], true)
    }

    /// Steps over everything as far as `mark` and over itself, or stays and returns false where it never comes.
    @discardableResult
    mutating func skip(through mark: StaticString) -> Bool {
        guard let end = find(Self.bytes(of: mark)) else {
            position = min(position + 1, bytes.count)
            return false
        }
        position = end + mark.utf8CodeUnitCount
        return true
    }

    /// Steps over `<!DOCTYPE … [ … ]>`.
    mutating func skipDoctype() {
        var inside = false
        while let byte = peek() {
            position += 1
            if byte == UInt8(ascii: "[") { inside = true }
            if byte == UInt8(ascii: "]") { inside = false }
            if byte == UInt8(ascii: ">"), !inside { return }
        }
    }

    mutating func skipBlanks() {
        while let byte = peek(), byte <= 0x20 { position += 1 }
    }

    /// A name, possibly with a prefix; what XML allows no second colon for ends before it.
    mutating func takeName() -> [UInt8] {
        let start = position
        var colons = 0
        while let byte = peek(), Self.isName(byte) {
            if byte == UInt8(ascii: ":") { colons += 1 }
            if colons > 1 { break }
            position += 1
        }
        let name = bytes[start..<position]
        return Array(name.last == UInt8(ascii: ":") ? name.dropLast() : name)
    }

    private mutating func find(_ mark: [UInt8]) -> Int? {
        guard let first = mark.first, !absent.contains(mark) else { return nil }
        var from = position
        while let start = bytes[from...].firstIndex(of: first) {
            if bytes[start...].starts(with: mark) { return start }
            from = start + 1
        }
        absent.insert(mark)
        return nil
    }

    static func bytes(of text: StaticString) -> [UInt8] {
        text.withUTF8Buffer { unsafe Array($0) }
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    static func isName(_ byte: UInt8) -> Bool {
        isNameStart(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    }

    static func lowercased(_ name: [UInt8]) -> [UInt8] {
        name.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    }

    static func isSameName(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { $0 == $1 || ($0 ^ $1 == 0x20 && ($0 | 0x20) &- 0x61 < 26) }
    }
}
