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
        let items = articles.indices.map { ItemNames(articles[$0]) }
        let census = Census(items)
        let effective = strategy == .auto ? census.trustedStrategy : strategy
        self.strategy = effective
        keys = items.indices.map { position in
            let found = census.keys(of: items[position], strategy: effective)
            return found.isEmpty ? [articles[position].contentKey] : found
        }
    }
}

/// What an item is called by its publisher.
private struct ItemNames {
    let guid: String?
    let link: String?
    /// The hash of its headline.
    let title: String

    init(_ article: borrowing Article) {
        (guid, link, title) = (article.storyGuid, article.linkKey, article.hashes.title)
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

    init(_ items: [ItemNames]) {
        itemCount = items.count
        for item in items {
            if let guid = item.guid { namedByGuid[guid, default: []].insert(item.link ?? item.title) }
            guard let link = item.link else { continue }
            guidsByLink[link, default: []].insert(item.guid ?? "")
            titlesByLink[link, default: []].insert(item.title)
        }
        doubtfulItems = items.count { item in item.guid.map(isRepeated) ?? true }
    }

    /// VERSIONS: more than 5 % empty or repeated guids, and no guid of the document is trusted.
    var trustedStrategy: IdentityStrategy { doubtfulItems * 20 > itemCount ? .link : .guid }

    /// Strongest first; empty where nothing but its content names the item.
    func keys(of item: ItemNames, strategy: IdentityStrategy) -> [StoryKey] {
        switch strategy {
        case .auto, .guid: [guidKey(of: item), unsharedLinkKey(of: item)].compactMap(\.self)
        case .link: [titledLinkKey(of: item) ?? guidKey(of: item)].compactMap(\.self)
        case .content: []
        }
    }
}

extension Census {
    private func isRepeated(_ guid: String) -> Bool { (namedByGuid[guid]?.count ?? 0) > 1 }

    private func guidKey(of item: ItemNames) -> StoryKey? {
        guard let guid = item.guid else { return nil }
        return StoryKey(.guid, isRepeated(guid) ? "\(guid)\n\(item.link ?? item.title)" : guid)
    }

    /// A page that several guids point to (a live ticker, a home page) names none of them.
    private func unsharedLinkKey(of item: ItemNames) -> StoryKey? {
        guard let link = item.link, (guidsByLink[link]?.count ?? 0) < 2 else { return nil }
        return StoryKey(.link, link)
    }

    private func titledLinkKey(of item: ItemNames) -> StoryKey? {
        guard let link = item.link else { return nil }
        let isShared = (titlesByLink[link]?.count ?? 0) > 1
        return StoryKey(.link, isShared ? "\(link)\n\(item.title)" : link)
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
