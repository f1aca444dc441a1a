// SPDX-License-Identifier: Apache-2.0

/// A start tag of an element that HTML knows.
struct HTMLTag {
    let element: HTMLElement
    let attributes: [HTMLAttribute]
    /// `<br/>`, and by the same right the `<div/>` of feeds that serialise XHTML.
    let isSelfClosed: Bool
}

/// Cuts HTML into tags and text, in one pass over the bytes.
///
/// What browsers would take for a tag, but HTML has no element of that name, is text: `<TXN.N>` is a ticker symbol. Prefixed and
/// custom elements (`<o:p>`, `<amp-img>`) are dropped. A tag, comment or quote that never ends is text as well, so that no story
/// is lost behind it.
///
/// Every search that can fail remembers so, and the tags that break off are counted: no input makes the whole quadratic.
struct HTMLTokenizer {
    enum Token {
        /// Text as it stands in the source, with its character references.
        case text(Range<Int>)
        case start(HTMLTag)
        case end(HTMLElement)
    }

    let bytes: [UInt8]
    private var position = 0
    /// The token behind the text that was returned last.
    private var pending: Token?
    private var closes = Search(Search.close)
    private var doubleQuotes = Search(Search.doubleQuote)
    private var singleQuotes = Search(Search.singleQuote)
    private var commentEnds = Search(Search.commentEnd)
    private var unendedElements: Set<HTMLName> = []
    private var brokenTags = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next token, or nil at the end.
    mutating func next() -> Token? {
        if let token = pending {
            pending = nil
            return token
        }
        var start = position
        while let opening = ByteScan.first(UInt8(ascii: "<"), in: bytes[position...]) {
            position = opening
            switch markup() {
            case .text: position = opening + 1
            case .nothing where opening == start: start = position
            case .nothing: return .text(start..<opening)
            case .token(let token) where opening == start: return token
            case .token(let token):
                pending = token
                return .text(start..<opening)
            }
        }
        position = bytes.count
        return start < position ? .text(start..<position) : nil
    }
}

extension HTMLTokenizer {
    /// What stands at a `<`.
    private enum Markup {
        /// Only the character.
        case text
        /// A comment, declaration, or a tag that is dropped.
        case nothing
        case token(Token)
    }

    /// Reads the markup at the `<` in `position`, and moves behind it unless it is text.
    private mutating func markup() -> Markup {
        guard position + 1 < bytes.count else { return .text }
        switch bytes[position + 1] {
        case UInt8(ascii: "!"): return isDeclaration ? declaration() : .text
        case UInt8(ascii: "?"): return skipPastClose()
        case UInt8(ascii: "/"): return endTag()
        case let byte where byte.isASCIILetter: return startTag()
        default: return .text
        }
    }

    /// `<!--`, `<!DOCTYPE`, `<![endif]`, but not any `<!`.
    private var isDeclaration: Bool {
        guard position + 2 < bytes.count else { return false }
        let byte = bytes[position + 2]
        return byte.isASCIILetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ">")
    }

    private mutating func declaration() -> Markup {
        guard bytes[position...].starts(with: "<!--".utf8), let end = commentEnds.first(in: bytes, from: position + 2) else {
            return skipPastClose()
        }
        position = end + 3
        return .nothing
    }

    private mutating func skipPastClose() -> Markup {
        guard let close = closes.first(in: bytes, from: position) else { return .text }
        position = close + 1
        return .nothing
    }

    private mutating func endTag() -> Markup {
        let nameStart = position + 2
        guard nameStart < bytes.count, bytes[nameStart].isASCIILetter, let name = name(at: nameStart) else { return .text }
        guard let close = closes.first(in: bytes, from: name.upperBound) else { return .text }
        if let element = HTMLName(lowercasing: bytes.span.extracting(name)).flatMap(HTMLElement.named) {
            position = close + 1
            return .token(.end(element))
        }
        return isForeign(bytes[name]) ? skipPastClose() : .text
    }

    private mutating func startTag() -> Markup {
        guard let name = name(at: position + 1), let close = closes.first(in: bytes, from: name.upperBound) else { return .text }
        guard let element = HTMLName(lowercasing: bytes.span.extracting(name)).flatMap(HTMLElement.named) else {
            return isForeign(bytes[name]) || hasQuotedValue(name.upperBound..<close) ? skipPastClose() : .text
        }
        guard brokenTags < 16, let (attributes, isSelfClosed, end) = attributes(from: name.upperBound) else {
            brokenTags += 1
            return .text
        }
        position = end
        guard element.traits.contains(.dropped) else {
            return .token(.start(HTMLTag(element: element, attributes: attributes, isSelfClosed: isSelfClosed)))
        }
        if !isSelfClosed { skipContent(of: element.name) }
        return .nothing
    }

    /// True when attributes follow the name of an unknown element, so that it is markup after all; looks only so far.
    private func hasQuotedValue(_ attributes: Range<Int>) -> Bool {
        let text = bytes[attributes].prefix(256)
        return zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "=") && ($1 == UInt8(ascii: "\"") || $1 == UInt8(ascii: "'")) }
    }

    /// Where the tag name at `start` stands; nil when it is longer than any name that is dropped or known, or runs into another tag.
    private func name(at start: Int) -> Range<Int>? {
        for index in start..<min(start + 32, bytes.count) {
            let byte = bytes[index]
            if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { return start..<index }
            if byte == UInt8(ascii: "<") { return nil }
        }
        return nil
    }

    /// True for `o:p` and `amp-img`, false for `TXN.N`, `BRK-A` and the `http:` of `<http://example.com>`.
    private func isForeign(_ name: ArraySlice<UInt8>) -> Bool {
        if let colon = name.firstIndex(of: UInt8(ascii: ":")) { return colon + 1 < name.endIndex }
        return name.contains(UInt8(ascii: "-")) && name.allSatisfy { 0x61...0x7A ~= $0 || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    }

    /// Elements whose content is never shown, even without their end.
    private static let rawText = HTMLName.list("script style")

    /// Skips to behind the end tag of an element whose content isn't read; without one, a script or style sheet is the rest.
    private mutating func skipContent(of name: HTMLName) {
        guard !unendedElements.contains(name) else { return }
        var search = position
        while let opening = bytes[search...].firstIndex(of: UInt8(ascii: "<")) {
            search = opening + 1
            guard bytes[search...].first == UInt8(ascii: "/"), let found = self.name(at: search + 1) else { continue }
            guard HTMLName(lowercasing: bytes.span.extracting(found)) == name else { continue }
            position = closes.first(in: bytes, from: found.upperBound).map { $0 + 1 } ?? bytes.count
            return
        }
        if Self.rawText.contains(name) { position = bytes.count } else { unendedElements.insert(name) }
    }
}

extension HTMLTokenizer {
    /// The attributes that begin at `start`, and the place behind the tag; nil when the tag doesn't end.
    private mutating func attributes(from start: Int) -> (attributes: [HTMLAttribute], isSelfClosed: Bool, end: Int)? {
        var attributes: [HTMLAttribute] = []
        var index = start
        var isSelfClosed = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") { return (attributes, isSelfClosed, index + 1) }
            isSelfClosed = byte == UInt8(ascii: "/")
            if isSelfClosed || byte.isHTMLSpace {
                index += 1
                continue
            }
            let nameEnd = endOfAttributeName(from: index)
            let value = attributeValue(after: nameEnd)
            if let name = HTMLName(lowercasing: bytes.span.extracting(index..<nameEnd)), attributes.count < 64,
                !attributes.contains(where: { $0.name == name })
            {
                if attributes.isEmpty { attributes.reserveCapacity(4) }
                attributes.append(HTMLAttribute(name: name, value: value.range))
            }
            index = value.end
        }
        return nil
    }

    private func endOfAttributeName(from start: Int) -> Int {
        // The first byte belongs to the name whatever it is, so that the loop over attributes always moves on.
        bytes[(start + 1)...].firstIndex {
            $0.isHTMLSpace || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/")
        } ?? bytes.count
    }

    /// The value behind an attribute's name, and the place behind the value; an attribute without `=` has an empty one.
    private mutating func attributeValue(after nameEnd: Int) -> (range: Range<Int>, end: Int) {
        guard let equals = firstNonSpace(from: nameEnd), bytes[equals] == UInt8(ascii: "="), let start = firstNonSpace(from: equals + 1)
        else { return (nameEnd..<nameEnd, nameEnd) }
        if let quote = closingQuote(of: start) { return (start + 1..<quote, quote + 1) }
        let end = bytes[start...].firstIndex { $0.isHTMLSpace || $0 == UInt8(ascii: ">") } ?? bytes.count
        return (start..<end, end)
    }

    private mutating func closingQuote(of start: Int) -> Int? {
        switch bytes[start] {
        case UInt8(ascii: "\""): doubleQuotes.first(in: bytes, from: start + 1)
        case UInt8(ascii: "'"): singleQuotes.first(in: bytes, from: start + 1)
        default: nil
        }
    }

    private func firstNonSpace(from start: Int) -> Int? {
        bytes[min(start, bytes.count)...].firstIndex { !$0.isHTMLSpace }
    }
}

extension HTMLTokenizer {
    /// A forward search for one string that never looks at a byte twice.
    private struct Search {
        static let close = Array(">".utf8)
        static let doubleQuote = Array("\"".utf8)
        static let singleQuote = Array("'".utf8)
        static let commentEnd = Array("-->".utf8)

        private let pattern: [UInt8]
        /// The first place at or behind `searchedFrom`; the end of the text when there is none.
        private var found = 0
        private var searchedFrom = Int.max

        init(_ pattern: [UInt8]) {
            self.pattern = pattern
        }

        mutating func first(in bytes: [UInt8], from start: Int) -> Int? {
            if start < searchedFrom || start > found {
                searchedFrom = start
                found = scan(bytes, from: start)
            }
            return found < bytes.count ? found : nil
        }

        private func scan(_ bytes: [UInt8], from start: Int) -> Int {
            var index = start
            while index < bytes.count, let first = ByteScan.first(pattern[0], in: bytes[index...]) {
                if bytes[first...].starts(with: pattern) { return first }
                index = first + 1
            }
            return bytes.count
        }
    }
}
