// SPDX-License-Identifier: Apache-2.0

/// Writes sanitised XHTML: only allowed elements and attributes, only http, https and mailto URLs, everything else as escaped text.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []
    private let base: String?
    /// How many bytes longer resolved addresses may yet get: a long base would else be repeated for each of them.
    private var spare: Int

    /// - Parameter capacity: the length of the source.
    init(base: String?, capacity: Int) {
        self.base = base
        spare = 2 * capacity + (64 << 10)
        bytes.reserveCapacity(capacity)
    }

    /// Writes decoded text.
    mutating func text(_ text: ArraySlice<UInt8>) {
        escape(text, inAttribute: false)
    }

    /// An attribute that may be written: its value is decoded, and safe.
    struct Attribute {
        let name: HTMLName
        let value: ArraySlice<UInt8>
    }

    /// Writes a start tag, or the whole of an element without content.
    mutating func start(_ element: HTMLElement, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        element.name.write(to: &bytes)
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            attribute.name.write(to: &bytes)
            bytes.append(#"=""#)
            escape(attribute.value, inAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(element.traits.contains(.void) ? " />" : ">")
    }

    /// Writes an end tag.
    mutating func end(_ element: HTMLElement) {
        bytes.append("</")
        element.name.write(to: &bytes)
        bytes.append(UInt8(ascii: ">"))
    }
}

extension HTMLWriter {
    /// The allowed ones of a tag's attributes, decoded, with URLs absolute.
    mutating func sanitised(_ attributes: [HTMLAttribute], in source: [UInt8]) -> [Attribute] {
        guard !attributes.isEmpty else { return [] }
        var sanitised: [Attribute] = []
        sanitised.reserveCapacity(attributes.count)
        for attribute in attributes {
            guard let use = attribute.use else { continue }
            let value = Entities.decoded(source[attribute.value])
            guard let value = use == .address && !value.isEmpty ? safeAddress(value) : value else { continue }
            sanitised.append(Attribute(name: attribute.name, value: value))
        }
        return sanitised
    }

    /// The address as an absolute URL; nil unless it is http, https or mailto, or relative without a base.
    mutating func safeAddress(_ address: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        // The URL Standard strips these bytes inside of URLs too: `java<tab>script:` is a script.
        let isClean = address.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        let cleaned = isClean ? address : address.filter { $0 >= 0x20 && $0 != 0x7F }[...]
        let isSpent = base != nil && spare <= 0
        let resolved = WebAddress.resolve(cleaned, against: isSpent ? nil : base)
        spare -= max(0, resolved.count - cleaned.count)
        let delimiter = resolved.first {
            $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
        }
        guard delimiter == UInt8(ascii: ":") else { return isSpent ? nil : resolved }
        guard let length = WebAddress.schemeLength(resolved) else { return nil }
        let scheme = resolved.prefix(length)
        return Self.safeSchemes.contains { $0.count == length && zip($0, scheme).allSatisfy { $0 == $1.lowercased } } ? resolved : nil
    }

    private static let safeSchemes = ["https", "http", "mailto"].map { Array($0.utf8) }

    private mutating func escape(_ text: ArraySlice<UInt8>, inAttribute: Bool) {
        unsafe text.withUnsafeBufferPointer { text in
            var plainStart = 0
            while true {
                let index = unsafe Self.endOfPlain(in: text, from: plainStart, inAttribute: inAttribute)
                unsafe bytes.append(copying: UnsafeBufferPointer(rebasing: text[plainStart..<index]))
                guard index < text.count else { return }
                switch unsafe text[index] {
                case 0x26: bytes.append("&amp;")
                case 0x3C: bytes.append("&lt;")
                case 0x3E: bytes.append("&gt;")
                case 0x22: bytes.append("&quot;")
                default: break  // XML 1.0 §2.2 knows no other control characters.
                }
                plainStart = index + 1
            }
        }
    }

    /// The place of the first byte at or behind `start` that is not written as it is.
    private static func endOfPlain(in text: UnsafeBufferPointer<UInt8>, from start: Int, inAttribute: Bool) -> Int {
        var index = start
        while true {
            index = unsafe ByteScan.endOfPlain(in: text, from: index) { block in
                let special = block.isBelow(0x20) | block.equals(0x26) | block.equals(0x3C) | block.equals(0x3E) | block.equals(0x7F)
                return inAttribute ? special | block.equals(0x22) : special
            }
            guard index < text.count, unsafe text[index] == 0x09 || text[index] == 0x0A || text[index] == 0x0D else { return index }
            index += 1
        }
    }
}
