// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Markup
public import Transport

/// The feeds that a page announces (`link rel=alternate`); nothing is guessed.
public struct AnnouncedFeeds: Hashable, Sendable {
    /// One feed.
    public struct Feed: Hashable, Sendable {
        /// Absolute.
        public var url: String
        /// For people, where the page says it.
        public var title: String?
        /// The media type, or the format of a document that is itself a feed.
        public var type: String
    }

    /// In the page's order, each once.
    public private(set) var feeds: [Feed] = []

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/rss+xml", "text/atom+xml",
    ]
    private static let most = 200

    /// Asks for the page once. A document that is a feed announces itself.
    public static func of(_ url: String, fetcher: any Fetching, allowsPrivate: Bool) async throws(IngestError) -> AnnouncedFeeds {
        var request = FetchRequest(url: url, userAgent: Version.userAgent)
        request.allowsPrivateAddresses = allowsPrivate
        let response: FetchResponse
        do {
            response = try await fetcher.fetch(request)
        } catch {
            throw IngestError(error)
        }
        guard response.status == 200 else { throw IngestError(status: response.status, isFinal: false) }
        return AnnouncedFeeds(in: response)
    }

    init(in response: FetchResponse) {
        let type = response.header("Content-Type")
        // What can't be read as a feed is looked at as a page.
        if let feed = try? FeedReader.read(response.body, source: DocumentSource(url: response.url, contentType: type)) {
            feeds = [Feed(url: response.url, title: feed.title.map(\.value)?.oneLine, type: feed.format.rawValue)]
        } else {
            readLinks(DecodedDocument(response.body, contentType: type).bytes, base: response.url)
        }
    }

    private mutating func readLinks(_ page: [UInt8], base: String) {
        var scanner = TagScanner(page)
        var base = base
        while let tag = scanner.next(), feeds.count < Self.most {
            switch tag.name {
            case "base": if let address = tag.attributes["href"] { base = WebAddress.resolve(address.oneLine, against: base) }
            case "link", "a":
                if let feed = Self.feed(tag, base: base), !feeds.contains(where: { $0.url == feed.url }) { feeds.append(feed) }
            default: continue
            }
        }
    }

    private static func feed(_ tag: TagScanner.Tag, base: String) -> Feed? {
        let relations = (tag.attributes["rel"] ?? "").lowercased().split(separator: " ")
        let type = (tag.attributes["type"] ?? "").lowercased().prefix { $0 != ";" && $0 != " " }
        guard relations.contains("alternate"), types.contains(String(type)), let address = tag.attributes["href"]?.oneLine, !address.isEmpty
        else { return nil }
        let url = WebAddress.resolve(address, against: base)
        return WebAddress.isWeb(url) ? Feed(url: url, title: tag.attributes["title"]?.oneLine, type: String(type)) : nil
    }
}
