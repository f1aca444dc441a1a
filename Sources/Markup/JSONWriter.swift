// SPDX-License-Identifier: Apache-2.0

/// Writes one JSON value (RFC 8259) after the other into a growing buffer, on one line, in the order of the calls.
///
/// The keys come out in the order written, absent values are left out, and every character that a terminal could take for
/// a command (C0, DEL, C1) is escaped. The caller opens and closes objects and arrays in pairs.
public struct JSONWriter: Sendable {
    /// What has been written so far, always valid UTF-8.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false
    private let escapesNonASCII: Bool

    /// - Parameter escapesNonASCII: write every character beyond ASCII as `\uXXXX`, for readers that guess the encoding.
    public init(escapesNonASCII: Bool = false, capacity: Int = 1024) {
        self.escapesNonASCII = escapesNonASCII
        bytes.reserveCapacity(capacity)
    }

    /// The text written so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes an object; `members` writes its members with `member(…)`.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        open("{")
        members(&self)
        close("}")
    }

    /// Writes an array; `elements` writes its elements.
    public mutating func array(_ elements: (inout JSONWriter) -> Void) {
        open("[")
        elements(&self)
        close("]")
    }

    /// Writes a member's name; its value must follow.
    public mutating func key(_ name: StaticString) {
        // At once: a record has dozens of names.
        bytes.append(addingCapacity: name.utf8CodeUnitCount + 4) { free in
            free.write { cursor in
                if needsComma { cursor.append(UInt8(ascii: ",")) }
                cursor.append(key: name)
            }
        }
        needsComma = false
    }

    /// Writes a member's name that is not known beforehand; its value must follow.
    public mutating func key(named name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a string.
    public mutating func value(_ string: String) {
        unsafe string.utf8Span.span.withUnsafeBufferPointer { unsafe quote($0) }
    }

    /// Writes a string that is given as UTF-8, which must be valid.
    public mutating func value(utf8 string: [UInt8]) {
        unsafe string.withUnsafeBufferPointer { unsafe quote($0) }
    }

    /// Writes a whole number.
    public mutating func value(_ number: Int) {
        bytes.append(addingCapacity: 21) { free in
            if needsComma { free.append(UInt8(ascii: ",")) }
            free.append(digitsOf: number)
        }
        needsComma = true
    }

    /// Writes a number; what JSON can't say (NaN, infinity) becomes null.
    public mutating func value(_ number: Double) {
        guard number.isFinite else { return literal("null") }
        literal(number == number.rounded() && number.magnitude < 1e15 ? String(Int64(number)) : number.description)
    }

    /// Writes true or false.
    public mutating func value(_ flag: Bool) {
        literal(flag ? "true" : "false")
    }

    /// Writes JSON that was made before, as it is.
    public mutating func raw(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// Writes a member, or nothing when the value is absent.
    public mutating func member(_ name: StaticString, _ string: String?) {
        guard let string else { return }
        unsafe string.utf8Span.span.withUnsafeBufferPointer { unsafe quote($0, behind: name) }
    }

    /// Writes a member, or nothing when the value is absent.
    public mutating func member(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        key(name)
        value(number)
    }

    /// Writes a member, or nothing when the value is absent.
    public mutating func member(_ name: StaticString, _ number: Double?) {
        guard let number else { return }
        key(name)
        value(number)
    }

    /// Writes a member, or nothing when the value is absent.
    public mutating func member(_ name: StaticString, _ flag: Bool?) {
        guard let flag else { return }
        key(name)
        value(flag)
    }

    /// Writes a member that is an array, or nothing when it is empty or absent.
    @inlinable
    public mutating func member<Element>(_ name: StaticString, _ elements: [Element]?, _ write: (inout JSONWriter, Element) -> Void) {
        guard let elements, !elements.isEmpty else { return }
        key(name)
        array { json in
            for element in elements { write(&json, element) }
        }
    }

    /// Writes a member that is an object.
    public mutating func member(_ name: StaticString, object members: (inout JSONWriter) -> Void) {
        key(name)
        object(members)
    }

    /// Forgets what was written, and keeps its memory for the next.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    /// Ends a line, so that one writer can hold a sequence of JSON lines.
    public mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }
}

extension JSONWriter {
    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    /// Writes a string, behind the name of the member that it is the value of.
    private mutating func quote(_ utf8: UnsafeBufferPointer<UInt8>, behind name: StaticString? = nil) {
        let plainEnd = unsafe Self.endOfPlain(in: utf8, from: 0, escapesNonASCII)
        bytes.append(addingCapacity: (name?.utf8CodeUnitCount ?? 0) + plainEnd + 6) { free in
            free.write { cursor in
                if needsComma { cursor.append(UInt8(ascii: ",")) }
                if let name { cursor.append(key: name) }
                cursor.append(UInt8(ascii: "\""))
                unsafe cursor.append(copying: UnsafeBufferPointer(rebasing: utf8[..<plainEnd]))
                if plainEnd == utf8.count { cursor.append(UInt8(ascii: "\"")) }
            }
        }
        if plainEnd < utf8.count {
            unsafe escape(utf8, from: plainEnd)
            bytes.append(UInt8(ascii: "\""))
        }
        needsComma = true
    }

    /// Writes what stands in `utf8` from `start` on, which is no plain character.
    private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) {
        var index = start
        while index < utf8.count {
            // Room for all that is left and for some escapes, so that a text of many lines is not written line by line.
            bytes.append(addingCapacity: (utf8.count - index) + (utf8.count - index) / 16 + 64) { free in
                while index < utf8.count, free.freeCapacity >= utf8.count - index + 12 {
                    let end = unsafe index + Self.characterLength(utf8[index])
                    if end == index + 1 {
                        unsafe free.append(escapeOf: utf8[index])
                    } else {
                        let character = unsafe String(decoding: utf8[index..<min(end, utf8.count)], as: UTF8.self)
                        for unit in character.utf16 { free.append(hexadecimal: unit) }
                    }
                    let plainStart = min(end, utf8.count)
                    index = unsafe Self.endOfPlain(in: utf8, from: plainStart, escapesNonASCII)
                    unsafe free.append(copying: UnsafeBufferPointer(rebasing: utf8[plainStart..<index]))
                }
            }
        }
    }

    private static func characterLength(_ first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    /// The place of the first character at or behind `start` that has to be escaped.
    private static func endOfPlain(in utf8: UnsafeBufferPointer<UInt8>, from start: Int, _ escapesNonASCII: Bool) -> Int {
        var index = start
        while true {
            index = unsafe ByteScan.endOfPlain(in: utf8, from: index) { block in
                let special = block.isBelow(0x20) | block.equals(0x22) | block.equals(0x5C) | block.equals(0x7F) | block.equals(0xC2)
                return escapesNonASCII ? special | block.isBeyondASCII : special
            }
            // C1 controls are U+0080…U+009F: 0xC2 followed by 0x80…0x9F. Any other character behind 0xC2 is plain.
            guard index + 1 < utf8.count, !escapesNonASCII, unsafe utf8[index] == 0xC2 && utf8[index + 1] >= 0xA0 else { return index }
            index += 2
        }
    }
}

extension ByteCursor {
    /// Appends a member's name and the colon behind it.
    @inline(__always)
    fileprivate mutating func append(key name: StaticString) {
        append(UInt8(ascii: "\""))
        name.withUTF8Buffer { unsafe append(copying: $0) }
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ":"))
    }
}

extension OutputSpan<UInt8> {
    /// Appends the decimal digits of a number, behind a minus where it is negative; they are 20 at most.
    fileprivate mutating func append(digitsOf number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let magnitude = number.magnitude
        var place: UInt = 1
        while magnitude / place >= 10 { place *= 10 }
        while place > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / place % 10))
            place /= 10
        }
    }

    /// Appends the escape of a character of ASCII.
    fileprivate mutating func append(escapeOf byte: UInt8) {
        let letter: Unicode.Scalar
        switch byte {
        case 0x22: letter = "\""
        case 0x5C: letter = "\\"
        case 0x0A: letter = "n"
        case 0x0D: letter = "r"
        case 0x09: letter = "t"
        default: return append(hexadecimal: UInt16(byte))
        }
        append(UInt8(ascii: "\\"))
        append(UInt8(ascii: letter))
    }

    /// Appends `\uXXXX`.
    fileprivate mutating func append(hexadecimal unit: UInt16) {
        append(UInt8(ascii: "\\"))
        append(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] as [UInt16] {
            let digit = UInt8(truncatingIfNeeded: unit >> shift & 15)
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
