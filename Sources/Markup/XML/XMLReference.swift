// SPDX-License-Identifier: Apache-2.0

/// What stands at an `&` of broken XML: a reference that is kept or read as HTML's, or no reference at all.
struct XMLReference {
    /// Bytes of the source that it takes.
    private(set) var length = 1
    private(set) var replacement = Array("&amp;".utf8)
    private(set) var repair: String? = "bare '&'"

    private static let longest = 40

    /// - Parameter text: begins with `&`.
    init(_ text: ArraySlice<UInt8>) {
        let body = text.dropFirst().prefix(Self.longest).prefix { XMLSource.isName($0) && $0 < 0x80 || $0 == UInt8(ascii: "#") }
        guard !body.isEmpty, body.endIndex < text.endIndex, text[body.endIndex] == UInt8(ascii: ";") else { return }
        let source = text[text.startIndex...body.endIndex]
        if let character = Self.character(body) {
            (length, replacement, repair) = (source.count, character, nil)
        } else if !body.starts(with: [UInt8(ascii: "#")]) {
            readEntity(source)
        }
    }
}

extension XMLReference {
    /// XML's own five, and numbers of characters that XML allows.
    private static func character(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        let text = String(decoding: body, as: UTF8.self)
        if ["amp", "lt", "gt", "quot", "apos"].contains(text) { return Array("&\(text);".utf8) }
        guard text.hasPrefix("#") else { return nil }
        let isHexadecimal = text.hasPrefix("#x") || text.hasPrefix("#X")
        let digits = text.dropFirst(isHexadecimal ? 2 : 1)
        guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(number) else { return nil }
        guard number >= 0x20 || number == 9 || number == 10 || number == 13, number & 0xFFFE != 0xFFFE else { return nil }
        return Array("&#\(scalar.value);".utf8)
    }

    private mutating func readEntity(_ source: ArraySlice<UInt8>) {
        let reference = String(decoding: source, as: UTF8.self)
        let decoded = Entities.decode(reference)
        let name = reference.dropFirst().dropLast()
        guard decoded != reference else {
            repair = "unknown entity '\(name)' kept as text"
            return
        }
        repair = "undeclared entity '\(name)'"
        length = source.count
        replacement = decoded.unicodeScalars.flatMap { Array("&#\($0.value);".utf8) }
    }
}
