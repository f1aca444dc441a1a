// SPDX-License-Identifier: Apache-2.0

/// The attributes of a start tag, however they are written.
struct XMLStartTag {
    struct Attribute {
        var name: [UInt8]
        var value: ArraySlice<UInt8>
    }

    private(set) var attributes: [Attribute] = []
    /// It ends in `/>`.
    private(set) var isEmpty = false
    /// Attributes without value or quotes, and repeated ones.
    private(set) var repairs = 0
    private var names: Set<[UInt8]> = []
    private var isUnfinished = false

    /// More attributes than this make the tag no tag.
    private static let limit = 256

    /// Reads from behind the name to behind the `>`; nil where no tag can stand here (`a < b`, or the document ends).
    init?(_ source: inout XMLSource) {
        guard let next = source.peek(), next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") else { return nil }
        while true {
            source.skipBlanks()
            guard let byte = source.peek() else { return nil }
            if byte == UInt8(ascii: ">") {
                source.skip(1)
                return
            }
            if byte == UInt8(ascii: "<") {
                repairs += 1
                return
            }
            guard attributes.count < Self.limit || !XMLSource.isNameStart(byte), !isUnfinished else { return nil }
            readPart(&source, first: byte)
        }
    }
}

extension XMLStartTag {
    private mutating func readPart(_ source: inout XMLSource, first byte: UInt8) {
        isEmpty = byte == UInt8(ascii: "/") && source.peek(1) == UInt8(ascii: ">")
        guard XMLSource.isNameStart(byte) else {
            if !isEmpty { repairs += 1 }
            return source.skip(1)
        }
        let name = source.takeName()
        guard let value = readValue(&source) else {
            isUnfinished = true
            return
        }
        guard names.insert(name).inserted else {
            repairs += 1
            return
        }
        attributes.append(Attribute(name: name, value: value))
    }

    private mutating func readValue(_ source: inout XMLSource) -> ArraySlice<UInt8>? {
        source.skipBlanks()
        guard source.peek() == UInt8(ascii: "=") else {
            repairs += 1
            return []
        }
        source.skip(1)
        source.skipBlanks()
        guard let quote = source.peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            repairs += 1
            return unquoted(&source)
        }
        source.skip(1)
        return source.take(quotedBy: quote)
    }

    private func unquoted(_ source: inout XMLSource) -> ArraySlice<UInt8> {
        let start = source.position
        while let byte = source.peek(), byte > 0x20, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "<") { source.skip(1) }
        return source.bytes[start..<source.position]
    }
}
