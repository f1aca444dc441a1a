// SPDX-License-Identifier: Apache-2.0
import Markup

/// What stands inside an element: its text as it is, or, where elements stand in it, its markup written out again.
struct InnerMarkup {
    /// Without blanks around it; nil when nothing is left.
    private(set) var value: String?
    private var text = ValidText()
    /// Elements were met, so that `text` is markup and its text is escaped.
    private(set) var hasElements: Bool
    private let limit: Int
    private var isFull = false
    /// Memory for one text between tags.
    private var piece = ValidText()

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
            case .text where !hasElements && text.bytes.isEmpty && cursor.reader.isTextLast && cursor.depth == level:
                // The ordinary case, read from where it stands.
                value = try cursor.wholeText(limit: limit, field: field)
                return
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
        value = cursor.string(text)
    }
}

extension InnerMarkup {
    private var isBlank: Bool { text.bytes.allSatisfy { $0 <= 0x20 } }

    private mutating func append(_ cursor: FeedCursor) {
        guard !isFull else { return }
        if hasElements {
            piece.removeAll()
            cursor.reader.appendText(to: &piece)
            text.append(escaping: piece)
        } else {
            cursor.reader.appendText(to: &text)
        }
        guard text.bytes.count > limit else { return }
        text.cut(to: limit)
        isFull = true
    }

    /// Writes a start tag, and returns the name to close it with; nil for an element of HTML that has no end.
    private mutating func open(_ cursor: FeedCursor, outerBase: String?) -> String? {
        if !hasElements {
            let before = text
            text = ValidText()
            text.append(escaping: before)
            hasElements = true
        }
        let name = cursor.reader.localName
        let isVoid = Self.voids.contains(name)
        guard !isFull else { return isVoid ? nil : name }
        text.append("<")
        text.append(name)
        for index in 0..<cursor.reader.attributeCount { append(attribute: index, of: cursor, outerBase: outerBase) }
        text.append(isVoid ? "/>" : ">")
        if text.bytes.count > limit { isFull = true }
        return isVoid ? nil : name
    }

    /// Links are made absolute only where an inner `xml:base` holds: the text's own base is known outside.
    private mutating func append(attribute index: Int, of cursor: FeedCursor, outerBase: String?) {
        guard cursor.reader.attributeName(at: index).namespace != FeedNamespace.xml.rawValue else { return }
        let name = cursor.reader.attributeLocalName(at: index)
        var value = cursor.reader.attributeValue(at: index)
        if cursor.base != outerBase, Self.links.contains(name) { value = cursor.resolve(value) }
        text.append(" ")
        text.append(name)
        text.append("=\"")
        text.append(escaping: ValidText(value), quotes: true)
        text.append("\"")
    }

    private mutating func close(_ name: String?) {
        guard let name, !isFull else { return }
        text.append("</")
        text.append(name)
        text.append(">")
    }

    /// Elements of HTML without content.
    private static let voids: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
    private static let links: Set<String> = ["href", "src", "cite", "action", "longdesc", "poster", "data", "background"]
}
