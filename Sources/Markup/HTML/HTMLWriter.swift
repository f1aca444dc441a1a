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
    mutating func text(_ text: [UInt8]) {
        escape(text[...], inAttribute: false)
    }

    /// Writes a start tag, or the whole of an element without content.
    mutating func start(_ element: HTMLElement, _ attributes: [(name: HTMLName, value: [UInt8])]) {
        bytes.append(UInt8(ascii: "<"))
        element.name.write(to: &bytes)
        for (name, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            name.write(to: &bytes)
            bytes.append(contentsOf: #"=""#.utf8)
            escape(value[...], inAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: (element.traits.contains(.void) ? " />" : ">").utf8)
    }

    /// Writes end tags.
    mutating func end(_ elements: [HTMLElement]) {
        for element in elements {
            bytes.append(contentsOf: "</".utf8)
            element.name.write(to: &bytes)
            bytes.append(UInt8(ascii: ">"))
        }
    }
}

extension HTMLWriter {
    /// The allowed ones of a tag's attributes, decoded, with URLs absolute.
    mutating func sanitised(_ attributes: [HTMLAttribute], in source: [UInt8]) -> [(name: HTMLName, value: [UInt8])] {
        attributes.compactMap { attribute in
            guard attribute.isAllowed else { return nil }
            var value: [UInt8] = []
            Entities.decode(source[attribute.value], into: &value)
            guard attribute.isAddress, !value.isEmpty else { return (attribute.name, value) }
            return safeAddress(value).map { (attribute.name, Array($0.utf8)) }
        }
    }

    /// The address as an absolute URL; nil unless it is http, https or mailto, or relative without a base.
    mutating func safeAddress(_ address: [UInt8]) -> String? {
        // The URL Standard strips these bytes inside of URLs too: `java<tab>script:` is a script.
        let cleaned = address.filter { $0 >= 0x20 && $0 != 0x7F }
        let isSpent = base != nil && spare <= 0
        let resolved = WebAddress.resolve(String(decoding: cleaned, as: UTF8.self), against: isSpent ? nil : base)
        spare -= max(0, resolved.utf8.count - cleaned.count)
        let head = Array(resolved.utf8)
        let delimiter = head.firstIndex { "/?#".utf8.contains($0) } ?? head.endIndex
        guard head[..<delimiter].contains(UInt8(ascii: ":")) else { return isSpent ? nil : resolved }
        guard let length = WebAddress.schemeLength(head) else { return nil }
        let scheme = head[..<length].map(\.lowercased)
        return ["http", "https", "mailto"].contains { $0.utf8.elementsEqual(scheme) } ? resolved : nil
    }

    private mutating func escape(_ text: ArraySlice<UInt8>, inAttribute: Bool) {
        unsafe text.withUnsafeBufferPointer { text in
            var plainStart = 0
            while true {
                let index = unsafe Self.endOfPlain(in: text, from: plainStart, inAttribute: inAttribute)
                unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plainStart..<index]))
                guard index < text.count else { return }
                switch unsafe text[index] {
                case 0x26: bytes.append(contentsOf: "&amp;".utf8)
                case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
                case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
                case 0x22: bytes.append(contentsOf: "&quot;".utf8)
                default: break  // XML 1.0 §2.2 knows no other control characters.
                }
                plainStart = index + 1
            }
        }
    }

    /// The place of the first byte at or behind `start` that is not written as it is.
    private static func endOfPlain(in text: UnsafeBufferPointer<UInt8>, from start: Int, inAttribute: Bool) -> Int {
        unsafe ByteScan.first(in: text, from: start) { eight in
            eight.hasBelow(0x20) || eight.has(0x26) || eight.has(0x3C) || eight.has(0x3E) || eight.has(0x7F)
                || (inAttribute && eight.has(0x22))
        } isSought: { index in
            switch unsafe text[index] {
            case 0x09, 0x0A, 0x0D: false
            case 0x22: inAttribute
            case 0x26, 0x3C, 0x3E, 0x7F, ..<0x20: true
            default: false
            }
        }
    }
}
