// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// Character references of HTML.
public enum Entities {
    /// Replaces every known character reference once: `&amp;lt;` becomes `&lt;`. An unknown one stays as it is.
    ///
    /// Numbers 128…159 mean windows-1252, as in every browser; a number that is no character becomes U+FFFD.
    public static func decode(_ text: String) -> String {
        guard text.holds("&") else { return text }
        return String(decoding: decoded(Array(text.utf8)[...]), as: UTF8.self)
    }

    /// The same bytes where they hold no character reference, else a copy with every known one replaced.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard ByteScan.first(UInt8(ascii: "&"), in: bytes) != nil else { return bytes }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        decode(bytes, into: &decoded)
        return decoded[...]
    }

    /// HTML source without a tag in which every `&` opens a reference, and none means a control character, as UTF-8.
    ///
    /// A bare `&` becomes `&amp;`, and `&#146;`, which browsers read by windows-1252, the `&#x2019;` that it means; other references
    /// stay as they are.
    public static func mend(_ text: String) -> [UInt8] {
        var rest = Array(text.utf8)[...]
        var mended: [UInt8] = []
        while let ampersand = ByteScan.first(UInt8(ascii: "&"), in: rest) {
            mended.append(contentsOf: rest[..<ampersand])
            rest = rest[ampersand...]
            let known = reference(in: rest)
            if let (character, length) = known, isControl(rest.prefix(length)) {
                mended.append(contentsOf: "&#x\(String(character.value, radix: 16, uppercase: true));".utf8)
                rest = rest.dropFirst(length)
            } else {
                mended.append(contentsOf: known == nil && rareName(in: rest) == nil ? "&amp;".utf8 : "&".utf8)
                rest = rest.dropFirst()
            }
        }
        return mended + rest
    }

    /// Appends `bytes` with every known character reference replaced.
    static func decode(_ bytes: ArraySlice<UInt8>, into decoded: inout [UInt8]) {
        var rest = bytes
        while let ampersand = ByteScan.first(UInt8(ascii: "&"), in: rest) {
            decoded.append(contentsOf: rest[..<ampersand])
            rest = rest[ampersand...]
            if let (character, length) = reference(in: rest) {
                decoded.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
                rest = rest.dropFirst(length)
            } else if let (characters, length) = rareName(in: rest) {
                decoded.append(contentsOf: characters)
                rest = rest.dropFirst(length)
            } else {
                decoded.append(UInt8(ascii: "&"))
                rest = rest.dropFirst()
            }
        }
        decoded.append(contentsOf: rest)
    }
}

extension Entities {
    /// Reads the reference that opens `bytes` with its ampersand, and tells its length.
    private static func reference(in bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
        let body = bytes.dropFirst()
        return body.first == UInt8(ascii: "#") ? numeric(in: body.dropFirst()) : named(in: body)
    }

    private static func numeric(in body: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
        let isHexadecimal = body.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let start = isHexadecimal ? body.dropFirst() : body
        let radix: UInt32 = isHexadecimal ? 16 : 10
        var number: UInt32 = 0
        var index = start.startIndex
        // More digits than any character needs are read on and saturate, so that they don't stay in the text.
        while index < start.endIndex, index - start.startIndex < 64, let digit = digit(start[index], isHexadecimal: isHexadecimal) {
            number = min(number * radix + digit, 0x11_0000)
            index += 1
        }
        guard index > start.startIndex else { return nil }
        if index < start.endIndex, start[index] == UInt8(ascii: ";") { index += 1 }
        return (character(number), index - body.startIndex + 2)
    }

    /// True for a reference by a number of the C1 controls.
    private static func isControl(_ reference: ArraySlice<UInt8>) -> Bool {
        let number = String(decoding: reference.dropFirst(2), as: UTF8.self).prefix { $0 != ";" }
        let isHexadecimal = number.first == "x" || number.first == "X"
        return UInt32(number.dropFirst(isHexadecimal ? 1 : 0), radix: isHexadecimal ? 16 : 10).map { 128...159 ~= $0 } ?? false
    }

    private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
        if byte.isASCIIDigit { return UInt32(byte - UInt8(ascii: "0")) }
        let letter = byte.lowercased
        guard isHexadecimal, UInt8(ascii: "a")...UInt8(ascii: "f") ~= letter else { return nil }
        return UInt32(letter - UInt8(ascii: "a")) + 10
    }

    private static func character(_ number: UInt32) -> Unicode.Scalar {
        if 128...159 ~= number { return windows1252[Int(number) - 128] }
        guard number != 0, number & 0xFFFE != 0xFFFE, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
        return scalar
    }

    private static func named(in body: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
        var end = body.startIndex
        while end < body.endIndex, end - body.startIndex < 10, body[end].isASCIILetter || body[end].isASCIIDigit { end += 1 }
        guard let name = HTMLName(exactly: body[..<end]), let character = characters[name] else { return nil }
        if end < body.endIndex, body[end] == UInt8(ascii: ";") { return (character, end - body.startIndex + 2) }
        // Without its semicolon only what HTML 2 knew is a reference, and only at the end of a word: `&copy=` in a URL is none.
        let isWhole = end == body.endIndex || !(body[end].isASCIILetter || body[end].isASCIIDigit || body[end] == UInt8(ascii: "="))
        return character.value < 256 && isWhole ? (character, end - body.startIndex + 1) : nil
    }

    /// Reads a reference that only the newer HTML knows; it opens `bytes` with its ampersand and ends with its semicolon.
    private static func rareName(in bytes: ArraySlice<UInt8>) -> ([UInt8], length: Int)? {
        let name = bytes.dropFirst().prefix(EntityNames.longest).prefix { $0.isASCIILetter || $0.isASCIIDigit }
        guard !name.isEmpty, name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";") else { return nil }
        return EntityNames.characters(name).map { ($0, name.count + 2) }
    }

    /// The 253 entities of HTML 4 out of libxml2's table, and XML's `apos`.
    private static let characters: HTMLNameTable<Unicode.Scalar> = {
        var characters: [HTMLName: Unicode.Scalar] = ["apos": "'"]
        for number in [34...402, 710...982, 8194...9830] as [ClosedRange<UInt32>] {
            for value in number {
                guard let entry = unsafe htmlEntityValueLookup(value), let name = unsafe entry.pointee.name else { continue }
                guard let scalar = Unicode.Scalar(value), let key = HTMLName(exactly: Array(unsafe String(cString: name).utf8)[...])
                else { continue }
                characters[key] = scalar
            }
        }
        return HTMLNameTable(characters)
    }()

    /// What bytes 128…159 mean in windows-1252; the five undefined ones are U+FFFD.
    private static let windows1252 = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
