// SPDX-License-Identifier: Apache-2.0

/// Broken XML made well-formed in one linear pass, with a list of the liberties taken.
///
/// Bare `&` and `<` become text, HTML's entities their characters, tags are balanced, attributes quoted; comments, instructions
/// and the DOCTYPE go. An element that may not stand inside itself (`item`) ends the open one before it.
public struct XMLRepair: Sendable {
    /// Well-formed UTF-8 without declaration and DOCTYPE.
    public private(set) var bytes: [UInt8] = []
    /// In words for people, each kind once with its number.
    public var notes: [String] { counts.sorted { $0.key < $1.key }.map { $0.value == 1 ? $0.key : "\($0.key) (\($0.value)×)" } }
    /// The names, in lower case, of the elements that were open when the document broke off; empty if it was complete.
    public private(set) var openAtEnd: [String] = []

    private var counts: [String: Int] = [:]
    private var open: [[UInt8]] = []
    private var hasRoot = false
    private let neverNested: Set<[UInt8]>
    private var source: XMLSource

    /// - Parameters:
    ///   - bytes: valid UTF-8.
    ///   - neverNested: names, in lower case, whose start tag ends an open element of the same name.
    public init(_ bytes: [UInt8], neverNested: Set<String>) {
        source = XMLSource(bytes)
        self.neverNested = Set(neverNested.map { Array($0.utf8) } + [Array("p".utf8)])
        self.bytes.reserveCapacity(bytes.count + 1024)
        while !source.isAtEnd, !hasRoot || !open.isEmpty, open.count < Self.deepest { step() }
        close()
        if hasRoot, !source.isAtEnd, source.bytes[source.position...].contains(where: { $0 > 0x20 }) {
            note("content after the end of the document left out")
        }
    }
}

extension XMLRepair {
    private mutating func note(_ what: String) {
        guard counts.count < 32 || counts[what] != nil else { return }
        counts[what, default: 0] += 1
    }

    private mutating func step() {
        let text = source.take(upTo: UInt8(ascii: "<"))
        if hasRoot {
            append(text: text)
        } else if text.contains(where: { $0 > 0x20 }) {
            note("text before the first tag left out")
        }
        guard !source.isAtEnd else { return }
        switch source.peek(1) {
        case UInt8(ascii: "!"): declaration()
        case UInt8(ascii: "?"): source.skip(through: "?>")
        case UInt8(ascii: "/"): endTag()
        case let byte? where XMLSource.isNameStart(byte): startTag()
        default: literal()
        }
    }

    /// No reader's limit on depth is beyond this.
    private static let deepest = 512

    /// A `<` that opens nothing.
    private mutating func literal() {
        source.skip(1)
        guard hasRoot else { return }
        note("bare '<'")
        bytes.append(contentsOf: "&lt;".utf8)
    }

    private mutating func declaration() {
        if source.starts(with: "<![CDATA[") {
            source.skip(9)
            let (text, isClosed) = source.take(through: "]]>")
            if !isClosed { note("a CDATA section without end") }
            if hasRoot { appendEscaped(text) }
        } else if source.starts(with: "<!--") {
            source.skip(4)
            // An unclosed comment would swallow the rest of the document.
            if !source.skip(through: "-->") { note("a comment without end") }
        } else if hasRoot {
            literal()
        } else {
            source.skipDoctype()
        }
    }

    private mutating func endTag() {
        source.skip(2)
        let name = source.takeName()
        _ = source.take(upTo: UInt8(ascii: ">"), orBefore: UInt8(ascii: "<"))
        guard let index = open.lastIndex(where: { XMLSource.isSameName($0, name) }) else { return note("end tag without start") }
        if index < open.count - 1 { note("missing end tag") }
        while open.count > index { closeInnermost() }
    }

    private mutating func startTag() {
        let start = source.position
        source.skip(1)
        let name = source.takeName()
        guard let tag = XMLStartTag(&source) else {
            source.position = start
            return literal()
        }
        if tag.repairs > 0 { note("malformed attributes") }
        let lower = XMLSource.lowercased(name)
        if neverNested.contains(lower), let index = open.lastIndex(where: { XMLSource.isSameName($0, lower) }) {
            note("missing end tag")
            while open.count > index { closeInnermost() }
        }
        hasRoot = true
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name)
        for attribute in tag.attributes { append(attribute) }
        let isVoid = tag.isEmpty || Self.voids.contains(lower)
        bytes.append(contentsOf: isVoid ? "/>".utf8 : ">".utf8)
        if !isVoid { open.append(name) }
    }

    /// HTML's elements that pages never close; `link` is not among them, since in RSS it holds text.
    private static let voids: Set<[UInt8]> = [Array("br".utf8), Array("img".utf8), Array("hr".utf8)]

    private mutating func append(_ attribute: XMLStartTag.Attribute) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: attribute.name)
        bytes.append(contentsOf: "=\"".utf8)
        append(text: attribute.value, quotes: true)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func closeInnermost() {
        guard let name = open.popLast() else { return }
        bytes.append(contentsOf: "</".utf8)
        bytes.append(contentsOf: name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close() {
        openAtEnd = open.map { String(decoding: XMLSource.lowercased($0), as: UTF8.self) }
        if !open.isEmpty { note("the document breaks off") }
        while !open.isEmpty { closeInnermost() }
    }

    /// Text as it stood: references that XML knows stay, others become what they mean.
    private mutating func append(text: ArraySlice<UInt8>, quotes: Bool = false) {
        var rest = text
        while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
            appendEscaped(rest[..<ampersand], quotes: quotes)
            let reference = XMLReference(rest[ampersand...])
            if let repair = reference.repair { note(repair) }
            bytes.append(contentsOf: reference.replacement)
            rest = rest[(ampersand + reference.length)...]
        }
        appendEscaped(rest, quotes: quotes)
    }

    private mutating func appendEscaped(_ text: ArraySlice<UInt8>, quotes: Bool = false) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\"") where quotes: bytes.append(contentsOf: "&quot;".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
