// SPDX-License-Identifier: Apache-2.0
import Markup

/// Texts of feeds, each by the rules of its format.
extension FeedCursor {
    /// Text of RSS and its modules: plain, escaped HTML or even inline markup, and nothing says which.
    func looseText(limit: Int) throws(XMLFault) -> MarkupText? {
        let (base, language) = (base, language)
        let inner = try InnerMarkup(self, limit: limit)
        guard let value = inner.value else { return nil }
        let kind = inner.hasElements ? MarkupText.Kind.xhtml : HTMLSigns.occur(in: value) ? .html : .plain
        return MarkupText(value, kind: kind, base: base, language: language)
    }

    /// An Atom text construct or content (RFC 4287 §3.1, §4.1.3; Atom 0.3 `mode`), with its media type.
    func construct(limit: Int, isContent: Bool = false) throws(XMLFault) -> (text: MarkupText, mediaType: String)? {
        let type = TextType(type: attribute(.type), mode: attribute(.mode), isContent: isContent, isEarly: hasEarlyAtom)
        let (base, language) = (base, language)
        let inner = try InnerMarkup(
            self, limit: limit, isMarkup: type.isInline && type.kind == .xhtml, unwrapsDivision: type.unwrapsDivision)
        guard var value = inner.value else { return nil }
        var kind = type.kind
        if type.isBase64, let bytes = Base64.decode(value) {
            value = String(decoding: bytes, as: UTF8.self)
        } else if inner.hasElements {
            kind = .xhtml
        } else if type.isUnsaid, HTMLSigns.tagOccurs(in: value) {
            kind = .html
        }
        let mediaType = type.isUnsaid && kind == .html ? "text/html" : type.mediaType
        return (MarkupText(value, kind: kind, base: base, language: language), mediaType)
    }
}

/// How the text of an Atom element is to be read.
private struct TextType {
    var kind = MarkupText.Kind.plain
    var mediaType = "text/plain"
    /// Content without a `type` is plain by the standard, but publishers forget to say `html`.
    var isUnsaid = false
    var isInline = false
    var isBase64 = false
    var unwrapsDivision = false

    init(type: String?, mode: String?, isContent: Bool, isEarly: Bool) {
        isUnsaid = isContent && type == nil && mode == nil
        let type = type?.lowercased() ?? "text"
        isBase64 = mode?.lowercased() == "base64"
        isInline = mode == nil || mode?.lowercased() == "xml"
        switch type {
        case "text", "text/plain", "plain": break
        case "html", "text/html": (kind, mediaType, unwrapsDivision) = (.html, "text/html", !isEarly)
        case "xhtml": (kind, mediaType, unwrapsDivision) = (.xhtml, "application/xhtml+xml", true)
        case "application/xhtml+xml": (kind, mediaType, unwrapsDivision) = (.xhtml, type, !isEarly)
        case _ where type.hasSuffix("+xml") || type.hasSuffix("/xml"): (kind, mediaType) = (.xhtml, type)
        default:
            mediaType = type
            // RFC 4287 §4.1.3.3: what is neither text nor XML is Base64.
            let isBinary = isContent ? type.contains("/") && !type.hasPrefix("text/") : type == "application/octet-stream"
            if isBinary, mode == nil { (isBase64, kind) = (true, .html) }
        }
        if isBase64, kind == .plain, mode != nil { kind = .html }
        if !isInline, kind == .xhtml { kind = .html }
    }
}
