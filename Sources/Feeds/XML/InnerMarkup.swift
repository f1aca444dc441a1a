// SPDX-License-Identifier: Apache-2.0
import Markup

/// What stands inside an element: its text as it is, or, where elements stand in it, its markup written out again.
struct InnerMarkup {
    private(set) var bytes: [UInt8] = []
    /// Elements were met, so that `bytes` is markup and its text is escaped.
    private(set) var hasElements: Bool
    private let limit: Int
    private var isFull = false

    /// Reads the current element to its end.
    ///
    /// - Parameters:
    ///   - isMarkup: text is escaped even if no element is met (`type="xhtml"`).
    ///   - unwrapsDivision: leaves out the one `div` around it (RFC 4287 §3.1.1.3).
    init(_ cursor: FeedCursor, limit: Int, isMarkup: Bool = false, unwrapsDivision: Bool = false) throws(XMLFault) {
        self.limit = limit
        hasElements = isMarkup
        let level = cursor.depth
        let field = cursor.name
        let outerBase = cursor.base
        var closings: [String?] = []
        reading: while true {
            switch try cursor.advance() {
            case .start:
                let isWrapper = unwrapsDivision && closings.isEmpty && (isMarkup || isBlank) && cursor.reader.localName == "div"
                closings.append(isWrapper ? nil : open(cursor, outerBase: outerBase))
            case .text: append(cursor)
            case .end where cursor.depth < level: break reading
            case .end: close(closings.popLast() ?? nil)
            case .finish: break reading
            }
        }
        if isFull { cursor.noteCut(field) }
    }
}

extension InnerMarkup {
    private var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

    private mutating func append(_ cursor: FeedCursor) {
        guard !isFull else { return }
        if hasElements {
            var text: [UInt8] = []
            cursor.reader.appendText(to: &text)
            bytes.append(escaping: text)
        } else {
            cursor.reader.appendText(to: &bytes)
        }
        guard bytes.count > limit else { return }
        bytes.cut(to: limit)
        isFull = true
    }

    /// Writes a start tag, and returns the name to close it with; nil for an element of HTML that has no end.
    private mutating func open(_ cursor: FeedCursor, outerBase: String?) -> String? {
        if !hasElements {
            let text = bytes
            bytes.removeAll(keepingCapacity: true)
            bytes.append(escaping: text)
            hasElements = true
        }
        let name = cursor.reader.localName
        let isVoid = Self.voids.contains(name)
        guard !isFull else { return isVoid ? nil : name }
        bytes.append(contentsOf: "<\(name)".utf8)
        for index in 0..<cursor.reader.attributeCount { append(attribute: index, of: cursor, outerBase: outerBase) }
        bytes.append(contentsOf: isVoid ? "/>".utf8 : ">".utf8)
        if bytes.count > limit { isFull = true }
        return isVoid ? nil : name
    }

    /// Links are made absolute only where an inner `xml:base` holds: the text's own base is known outside.
    private mutating func append(attribute index: Int, of cursor: FeedCursor, outerBase: String?) {
        guard cursor.reader.attributeName(at: index).namespace != FeedNamespace.xml.rawValue else { return }
        let name = cursor.reader.attributeLocalName(at: index)
        var value = cursor.reader.attributeValue(at: index)
        if cursor.base != outerBase, Self.links.contains(name) { value = cursor.resolve(value) }
        bytes.append(contentsOf: " \(name)=\"".utf8)
        bytes.append(escaping: Array(value.utf8), quotes: true)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func close(_ name: String?) {
        guard let name, !isFull else { return }
        bytes.append(contentsOf: "</\(name)>".utf8)
    }

    /// Elements of HTML without content.
    private static let voids: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
    private static let links: Set<String> = ["href", "src", "cite", "action", "longdesc", "poster", "data", "background"]
}

extension [UInt8] {
    /// Appends text with the characters that are markup escaped.
    fileprivate mutating func append(escaping text: [UInt8], quotes: Bool = false) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\"") where quotes: append(contentsOf: "&quot;".utf8)
            default: append(byte)
            }
        }
    }
}
