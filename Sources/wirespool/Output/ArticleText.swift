// SPDX-License-Identifier: Apache-2.0
import Articles

/// One article as a page for people.
struct ArticleText {
    private let article: Article

    init(_ article: Article) {
        self.article = article
    }

    func print() {
        StandardOutput.line(Terminal.paint(Terminal.escape(article.headline), .bold))
        for (name, value) in facts { StandardOutput.line(Terminal.paint(Terminal.pad(name, 10), .grey) + "  " + Terminal.escape(value)) }
        for media in article.media ?? [] { print(media) }
        for paragraph in article.text.split(separator: "\n\n") where !paragraph.isEmpty {
            StandardOutput.line("")
            for line in TextLines.wrap(Terminal.escape(String(paragraph)), at: min(Terminal.width, 96)) { StandardOutput.line(line) }
        }
    }
}

extension ArticleText {
    private var facts: [(name: String, value: String)] {
        let version = "r\(article.revision)" + (article.changeType.map { " \($0.rawValue)" } ?? "")
        let facts: [(String, String?)] = [
            ("id", article.id), ("version", "\(version), \(article.status.rawValue), \(article.kind.rawValue)"),
            ("feed", article.feed.name), ("agency", article.agency.map { "\($0.name) (from the \($0.from.rawValue))" }),
            ("dateline", article.dateline.flatMap(Self.words)), ("byline", article.byline?.joined(separator: ", ")),
            ("published", article.published.map { "\($0.utc) (\($0.quality))" }), ("language", article.language),
            ("topics", article.categories?.map(\.raw).joined(separator: ", ")), ("advisory", article.advisory), ("link", article.link),
            ("warnings", article.warnings?.joined(separator: "; ")),
        ]
        return facts.compactMap { name, value in value.map { (name, $0) } }
    }

    private static func words(_ dateline: Dateline) -> String? {
        let parts = [dateline.place, dateline.country.map { "(\($0))" }, dateline.date, dateline.agencyRaw].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func print(_ media: Article.Media) {
        let credit = media.credit.map { credit in
            " — " + [credit.person, credit.agency].compactMap { $0 }.joined(separator: ", ")
        }
        let text = Terminal.escape((media.caption ?? media.uri ?? "") + (credit ?? ""))
        let lines = TextLines.wrap(text, at: min(Terminal.width, 96) - 12)
        StandardOutput.line(Terminal.paint(Terminal.pad(media.kind.rawValue, 10), .grey) + "  " + (lines.first ?? ""))
        for line in lines.dropFirst() { StandardOutput.line(String(repeating: " ", count: 12) + line) }
    }
}
