// SPDX-License-Identifier: Apache-2.0
public import Articles

/// What became of one version on the way to another: its fields, and its text word by word.
public struct VersionDifference: Hashable, Sendable {
    /// A field whose value differs.
    public struct Field: Hashable, Sendable {
        /// By its name in the record: `headline`, `dateline`.
        public var name: String
        /// Absent where the field was absent.
        public var before: String?
        /// Absent where the field is gone.
        public var after: String?
    }

    /// Words that follow each other and had the same fate.
    public struct Run: Hashable, Sendable {
        /// What became of them.
        public enum Fate: String, Hashable, Sendable { case kept, removed, added }

        /// Kept, removed or added.
        public var fate: Fate
        /// The words, one blank between two.
        public var words: String
    }

    /// In the order of the record.
    public let fields: [Field]
    /// Paragraph by paragraph; empty where the texts are equal.
    public let text: [[Run]]

    /// Compares two versions of one story.
    public init(from before: Article, to after: Article) {
        let old = VersionDifference.values(of: before)
        let new = VersionDifference.values(of: after)
        fields = zip(old, new).filter { $0.1 != $1.1 }.map { Field(name: $0.0, before: $0.1, after: $1.1) }
        text = before.text == after.text ? [] : VersionDifference.paragraphs(from: before.text, to: after.text)
    }
}

extension VersionDifference {
    private static func values(of article: Article) -> [(String, String?)] {
        [
            ("status", article.status.rawValue), ("kind", article.kind.rawValue), ("urgency", article.urgency.map(String.init)),
            ("headline", article.headline), ("markers", article.markers?.map(\.raw).joined(separator: " ")), ("slug", article.slug),
            ("byline", article.byline?.joined(separator: ", ")), ("dateline", article.dateline?.raw), ("summary", article.summary),
            ("advisory", article.advisory), ("media", article.media?.map { $0.uri ?? $0.caption ?? "" }.joined(separator: ", ")),
            ("categories", article.categories?.map(\.raw).joined(separator: ", ")), ("language", article.language),
            ("published", article.published?.utc), ("updated", article.updated?.utc), ("embargoedUntil", article.embargoedUntil?.utc),
            ("expires", article.expires?.utc), ("link", article.link), ("guid", article.ids.guid ?? article.ids.atomId),
        ]
    }

    /// Paragraphs that stand in for each other are compared word by word.
    private static func paragraphs(from before: String, to after: String) -> [[Run]] {
        let runs = runs(from: before.split(separator: "\n\n"), to: after.split(separator: "\n\n"))
        var result: [[Run]] = []
        var removed: [Substring] = []
        for (fate, paragraph) in runs {
            switch fate {
            case .kept:
                result += removed.map { [Run(fate: .removed, words: String($0))] }
                removed = []
                result.append([Run(fate: .kept, words: String(paragraph))])
            case .removed: removed.append(paragraph)
            case .added:
                let partner = removed.isEmpty ? nil : removed.removeFirst()
                result.append(partner.map { words(from: $0, to: paragraph) } ?? [Run(fate: .added, words: String(paragraph))])
            }
        }
        return result + removed.map { [Run(fate: .removed, words: String($0))] }
    }

    /// Beyond so many words a paragraph is shown whole: the comparison takes the square of their number.
    private static let longestParagraph = 3000

    private static func words(from before: Substring, to after: Substring) -> [Run] {
        let old = before.split(whereSeparator: \.isWhitespace)
        let new = after.split(whereSeparator: \.isWhitespace)
        guard max(old.count, new.count) <= longestParagraph else {
            return [Run(fate: .removed, words: String(before)), Run(fate: .added, words: String(after))]
        }
        return runs(from: old, to: new).reduce(into: []) { result, step in
            if let last = result.last, last.fate == step.0 {
                result[result.count - 1].words += " " + step.1
            } else {
                result.append(Run(fate: step.0, words: String(step.1)))
            }
        }
    }

    /// Each element with its fate, what was removed before what was added in its place.
    private static func runs(from before: [Substring], to after: [Substring]) -> [(Run.Fate, Substring)] {
        let difference = after.difference(from: before)
        var removals = Set<Int>()
        var insertions = Set<Int>()
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removals.insert(offset)
            case .insert(let offset, _, _): insertions.insert(offset)
            }
        }
        var steps: [(Run.Fate, Substring)] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if removals.contains(old) {
                steps.append((.removed, before[old]))
                old += 1
            } else if insertions.contains(new) {
                steps.append((.added, after[new]))
                new += 1
            } else {
                steps.append((.kept, after[new]))
                (old, new) = (old + 1, new + 1)
            }
        }
        return steps
    }
}
