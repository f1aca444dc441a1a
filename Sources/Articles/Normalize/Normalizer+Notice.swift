// SPDX-License-Identifier: Apache-2.0

extension Normalizer {
    /// Notes a change that the text or the slug announces where the headline announces none: a label in capitals that is all of the
    /// first or the last paragraph or opens the first, and a message that asks editors to kill.
    func addNotice(to article: inout Article) {
        guard article.changeType == nil || article.changeType == .update else { return }
        let text = article.text
        let slug = article.ids.identifier.flatMap(Notice.inBrackets)
        let note = article.advisory.flatMap { Notice.opening($0) }
        let notice = slug ?? Notice.opening(text) ?? Notice.closing(text) ?? note
        guard let notice else { return }
        let markers = (article.markers ?? []) + [notice]
        article.markers = markers
        article.changeType = markers.changeType
        article.status = markers.status ?? article.status
    }
}

private enum Notice {
    private static let longest = 48
    /// In bytes.
    private static let longestAlone = longest * 3

    /// `STORY WITHDRAWN` alone, `CORRECTION: …`, `EDITORS: please kill …`.
    static func opening(_ text: String) -> Article.Marker? {
        guard ChangeWords.mayOpen(text) else { return nil }
        let paragraph = text.firstLine
        if let marker = alone(paragraph) { return marker }
        guard let end = paragraph.unicodeScalars.prefix(longest).firstIndex(where: isSign) else { return nil }
        let label = paragraph[..<end]
        if let marker = loud(label) { return marker }
        return ChangeWords.isAddress(label) && asksToKill(paragraph[end...].prefix(80)) ? Article.Marker(.kill, raw: String(label)) : nil
    }

    /// What parts a label from the text behind it.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar == ":" || scalar == "：" || scalar == "–" || scalar == "—"
    }

    /// `STORY WITHDRAWN` behind the story. Small letters, of which most last paragraphs consist, end the search for its beginning.
    static func closing(_ text: String) -> Article.Marker? {
        let bytes = text.utf8Span.span
        var start = bytes.count
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") {
            start -= 1
            guard !(0x61...0x7A).contains(bytes[start]), bytes.count - start <= longestAlone else { return nil }
        }
        return start > 0 ? alone(text[text.utf8.index(text.startIndex, offsetBy: start)...]) : nil
    }

    /// A paragraph that is nothing but a label.
    private static func alone(_ paragraph: Substring) -> Article.Marker? { paragraph.utf8.count <= longestAlone ? loud(paragraph) : nil }

    /// `FERRY-BARI/ (WITHDRAWN)`.
    static func inBrackets(_ slug: String) -> Article.Marker? {
        guard slug.utf8.count <= 80, let open = slug.lastIndex(of: "("), slug.last == ")" else { return nil }
        return loud(slug[open...])
    }

    private static func loud(_ label: Substring) -> Article.Marker? {
        guard ChangeWords.mayOpen(label), !label.unicodeScalars.contains(where: \.isLowercase) else { return nil }
        return ChangeWords.meaning(of: label).map { Article.Marker($0, raw: label.trimmedText) }
    }

    private static func asksToKill(_ request: Substring) -> Bool {
        request.split { !$0.isLetter }.prefix(6).contains { ["kill", "withdraw", "retract", "disregard"].contains($0.lowercased()) }
    }
}

extension Substring {
    fileprivate var trimmedText: String { String(self).trimmed }
}

extension String {
    fileprivate var firstLine: Substring { self[..<(utf8.firstIndex(of: UInt8(ascii: "\n")) ?? endIndex)] }
}
