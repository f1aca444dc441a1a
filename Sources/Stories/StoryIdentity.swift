// SPDX-License-Identifier: Apache-2.0
public import Articles

/// The keys of all items of one document, decided from the whole document and never from the order of its items.
public struct StoryIdentity: Hashable, Sendable {
    /// The strategy that was used; `auto` has become `guid` or `link`.
    public let strategy: IdentityStrategy
    /// For each article, in the order given, its keys, strongest first; never empty.
    public let keys: [[StoryKey]]

    /// - Parameter articles: every article of one document of one feed.
    public init(of articles: [Article], strategy: IdentityStrategy) {
        let census = Census(articles)
        let effective = strategy == .auto ? census.trustedStrategy : strategy
        self.strategy = effective
        keys = articles.map { census.keys(of: $0, strategy: effective) }
    }
}

/// Which guids and links of a document name one item only.
private struct Census {
    /// guid → the different things that it names.
    private var namedByGuid: [String: Set<String>] = [:]
    /// link → the different guids that share it.
    private var guidsByLink: [String: Set<String>] = [:]
    /// link → the different headlines that share it.
    private var titlesByLink: [String: Set<String>] = [:]
    /// Items without a guid, or with one that names several.
    private var doubtfulItems = 0
    private let itemCount: Int

    init(_ articles: [Article]) {
        itemCount = articles.count
        for article in articles {
            if let guid = article.storyGuid { namedByGuid[guid, default: []].insert(article.linkKey ?? article.hashes.title) }
            guard let link = article.linkKey else { continue }
            guidsByLink[link, default: []].insert(article.storyGuid ?? "")
            titlesByLink[link, default: []].insert(article.hashes.title)
        }
        doubtfulItems = articles.count { article in article.storyGuid.map(isRepeated) ?? true }
    }

    /// VERSIONS: more than 5 % empty or repeated guids, and no guid of the document is trusted.
    var trustedStrategy: IdentityStrategy { doubtfulItems * 20 > itemCount ? .link : .guid }

    func keys(of article: Article, strategy: IdentityStrategy) -> [StoryKey] {
        let found =
            switch strategy {
            case .auto, .guid: [guidKey(of: article), unsharedLinkKey(of: article)].compactMap(\.self)
            case .link: [titledLinkKey(of: article) ?? guidKey(of: article)].compactMap(\.self)
            case .content: [StoryKey]()
            }
        return found.isEmpty ? [article.contentKey] : found
    }
}

extension Census {
    private func isRepeated(_ guid: String) -> Bool { (namedByGuid[guid]?.count ?? 0) > 1 }

    private func guidKey(of article: Article) -> StoryKey? {
        guard let guid = article.storyGuid else { return nil }
        return StoryKey(.guid, isRepeated(guid) ? "\(guid)\n\(article.linkKey ?? article.hashes.title)" : guid)
    }

    /// A page that several guids point to (a live ticker, a home page) names none of them.
    private func unsharedLinkKey(of article: Article) -> StoryKey? {
        guard let link = article.linkKey, (guidsByLink[link]?.count ?? 0) < 2 else { return nil }
        return StoryKey(.link, link)
    }

    private func titledLinkKey(of article: Article) -> StoryKey? {
        guard let link = article.linkKey else { return nil }
        let isShared = (titlesByLink[link]?.count ?? 0) > 1
        return StoryKey(.link, isShared ? "\(link)\n\(article.hashes.title)" : link)
    }
}

extension Article {
    /// The guid, else the atom:id, without the agency's version suffix (`tag:reuters.com,0000:newsml_L5E7K53U6:1597550438`).
    fileprivate var storyGuid: String? {
        guard let guid = ids.guid ?? ids.atomId, !guid.isEmpty else { return nil }
        guard let version = ids.revisionId, !version.isEmpty, guid.hasSuffix(":\(version)") else { return guid }
        return String(guid.dropLast(version.count + 1))
    }

    /// The canonical link, unless it is only a site's address, which every item of a careless feed carries.
    fileprivate var linkKey: String? {
        guard let link = canonicalLink ?? link else { return nil }
        let parts = link.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return nil }
        let hasPath = parts.count == 4 && !parts[3].isEmpty
        let namesPage = hasPath || parts[2].contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        return namesPage ? link : nil
    }

    /// Feed, headline and day; the feed is added by whoever stores the key.
    fileprivate var contentKey: StoryKey {
        let name = headline.isEmpty ? hashes.content + (media?.first?.uri ?? "") : hashes.title
        // Without a date of the publisher's the day would be the day of the poll, and the item a new story each day.
        let day = publishersDate.map { String($0.utc.prefix(10)) } ?? ""
        return StoryKey(.content, SHA256.hex("\(name)\n\(day)".utf8))
    }
}
