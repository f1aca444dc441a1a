// SPDX-License-Identifier: Apache-2.0
import Feeds

extension Normalizer {
    /// Fills language, categories and place on Earth.
    func addSubjects(of item: ParsedItem, in feed: ParsedFeed, to article: inout Article) {
        let languages = [item.language, item.title?.language, feed.language, context.language]
        article.language = languages.lazy.compactMap { $0.flatMap(LanguageTag.canonical) }.first
        if let geo = item.geo, geo.latitude.magnitude <= 90, geo.longitude.magnitude <= 180 {
            article.geo = Article.Coordinates(lat: geo.latitude, lon: geo.longitude)
        }
        let tags = context.tags.map { Article.Category(raw: $0, scheme: Self.tagScheme) }
        var seen: Set<Article.Category> = []
        let all = item.categories.compactMap(category) + tags
        let categories = all.filter { seen.insert($0).inserted }
        article.categories = categories.isEmpty ? nil : categories
    }

    /// The scheme of the operator's own labels.
    private static let tagScheme = "urn:wirespool:tag"

    private func category(_ category: FeedCategory) -> Article.Category? {
        guard let raw = category.label.trimmedIfAny ?? Optional(category.term).trimmedIfAny else { return nil }
        var result = Article.Category(raw: raw, scheme: category.scheme.trimmedIfAny)
        let topic = MediaTopic.topic(for: category.term.trimmed, scheme: result.scheme) ?? MediaTopic.topic(for: raw, scheme: result.scheme)
        if let topic {
            result.medtop = topic.uri
            result.confidence = topic.confidence
        }
        return result
    }
}
