// SPDX-License-Identifier: Apache-2.0
import Feeds

extension Normalizer {
    /// Fills language, categories and place on Earth.
    func addSubjects(of item: ParsedItem, _ header: FeedHeader, to article: inout Article) {
        article.language =
            item.language.flatMap { header.canonicalLanguage($0) } ?? item.title?.language.flatMap { header.canonicalLanguage($0) }
            ?? header.reference.language ?? context.language.flatMap(LanguageTag.canonical)
        if let geo = item.geo, geo.latitude.magnitude <= 90, geo.longitude.magnitude <= 180 {
            article.geo = Article.Coordinates(lat: geo.latitude, lon: geo.longitude)
        }
        // A few are compared faster than they are hashed.
        let isFew = item.categories.count <= 8
        var seen: Set<Article.Category> = []
        var categories: [Article.Category] = []
        categories.reserveCapacity(item.categories.count)
        for label in item.categories {
            guard let category = Self.category(label) else { continue }
            if isFew ? !categories.contains(category) : seen.insert(category).inserted { categories.append(category) }
        }
        article.categories = categories.isEmpty ? nil : categories
    }

    private static func category(_ category: FeedCategory) -> Article.Category? {
        guard let raw = category.label.trimmedIfAny ?? Optional(category.term).trimmedIfAny else { return nil }
        let scheme = category.scheme.trimmedIfAny
        let term = category.term.trimmed
        let topic = MediaTopic.topic(for: term, scheme: scheme) ?? (term == raw ? nil : MediaTopic.topic(for: raw, scheme: scheme))
        return Article.Category(raw: raw, scheme: scheme, medtop: topic?.uri, confidence: topic?.confidence)
    }
}
