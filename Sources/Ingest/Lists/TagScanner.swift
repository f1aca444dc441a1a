// SPDX-License-Identifier: Apache-2.0

/// Steps from tag to tag of a document of markup, however broken: enough for lists of feeds and the heads of pages.
///
/// One pass over the bytes; comments, declarations and CDATA are passed over.
struct TagScanner {
    /// A tag with its name and its attributes' names in lower case.
    struct Tag: Hashable {
        var name: String
        var attributes: [String: String] = [:]
        var isEnd = false
        /// It ends in `/>`.
        var isEmpty = false
    }

    /// More attributes of one tag are not kept.
    private static let mostAttributes = 100
    /// More bytes of one value are not kept.
    private static let longestValue = 16 << 10

    private let bytes: [UInt8]
    private var position = 0

    /// - Parameter bytes: UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next tag; nil at the end.
    mutating func next() -> Tag? {
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = start + 1
            guard let first = peek else { return nil }
            switch first {
            case UInt8(ascii: "!"): skipDeclaration()
            case UInt8(ascii: "?"): skip(past: "?>")
            case UInt8(ascii: "/"):
                position += 1
                let name = takeName()
                skip(past: ">")
                if !name.isEmpty { return Tag(name: name, isEnd: true) }
            case let byte where byte.isLetter: return startTag()
            default: continue
            }
        }
        return nil
    }
}

extension TagScanner {
    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func startTag() -> Tag {
        var tag = Tag(name: takeName())
        while let byte = peek, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "<") {
            guard byte.isName else {
                tag.isEmpty = byte == UInt8(ascii: "/")
                position += 1
                continue
            }
            tag.isEmpty = false
            let name = takeName()
            let value = takeValue()
            if tag.attributes.count < Self.mostAttributes, tag.attributes[name] == nil { tag.attributes[name] = value }
        }
        if peek == UInt8(ascii: ">") { position += 1 }
        return tag
    }

    /// A name in lower case, without a prefix.
    private mutating func takeName() -> String {
        let start = position
        while let byte = peek, byte.isName { position += 1 }
        let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
        return name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }

    private mutating func takeValue() -> String {
        skipBlanks()
        guard peek == UInt8(ascii: "=") else { return "" }
        position += 1
        skipBlanks()
        let value: ArraySlice<UInt8>
        if let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            position += 1
            let end = bytes[position...].firstIndex(of: quote) ?? bytes.endIndex
            value = bytes[position..<end]
            position = min(end + 1, bytes.count)
        } else {
            let start = position
            while let byte = peek, byte > 0x20, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "<") { position += 1 }
            value = bytes[start..<position]
        }
        return CharacterReferences.decoded(String(decoding: value.prefix(Self.longestValue), as: UTF8.self))
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte <= 0x20 { position += 1 }
    }

    private mutating func skipDeclaration() {
        if starts(with: "!--") { return skip(past: "-->") }
        skip(past: starts(with: "![CDATA[") ? "]]>" : ">")
    }

    private func starts(with text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func skip(past text: String) {
        let end = Array(text.utf8)
        while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
        position = min(position + end.count, bytes.count)
    }
}

/// The few character references that occur in attributes; others stay as they are written.
private enum CharacterReferences {
    private static let named: [Substring: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "]

    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var parts = text.split(separator: "&", omittingEmptySubsequences: false)
        var decoded = String(parts.removeFirst())
        for part in parts {
            guard let end = part.firstIndex(of: ";"), let character = character(part[..<end]) else {
                decoded += "&" + part
                continue
            }
            decoded += character + part[part.index(after: end)...]
        }
        return decoded
    }

    private static func character(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let number = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).flatMap { $0.value >= 0x20 ? String($0) : " " }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    fileprivate var isName: Bool { isLetter || isDigit || self >= 0x80 || "-_.:".utf8.contains(self) }
}
