// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Feeds
import FoundationEssentials
import Transport

/// The first half of the path, which remembers nothing: fetch → read → normalize.
struct Reading: Sendable {
    /// What one request brought.
    enum Result: Sendable {
        case notModified(FetchResponse)
        case document(FetchResponse, Normalized)
    }

    let fetcher: any Fetching
    let places: PlaceTable
    /// Where documents that can't be read are kept; nil keeps none.
    let quarantine: Quarantine?
    let clock: WallClock

    func read(_ feed: FeedSettings, validators: Validators, received: Date) async throws(IngestError) -> Result {
        let response = try await fetch(feed, validators)
        guard response.status != 304 else { return .notModified(response) }
        let document = try parse(response, feed)
        return .document(response, normalize(document, feed, received))
    }
}

/// What one document came to.
struct Normalized: Sendable {
    var articles: [Article] = []
    var rejections: [Rejection] = []
    /// The ids of entries that the publisher withdrew (RFC 6721).
    var deletions: [String] = []

    /// The document broke off.
    var isTruncated = false

    var items: Int { articles.count + rejections.count }
}

extension Reading {
    private func fetch(_ feed: FeedSettings, _ validators: Validators) async throws(IngestError) -> FetchResponse {
        let response: FetchResponse
        do {
            response = try await fetcher.fetch(FetchRequest(feed, validators: validators))
        } catch {
            throw IngestError(error)
        }
        guard response.status == 200 || (response.status == 304 && !validators.isEmpty) else {
            var refusal = IngestError(status: response.status)
            refusal.retryAfter = response.header("Retry-After").flatMap { Schedule.retryAfter($0, now: clock.now()) }
            throw refusal
        }
        return response
    }

    private func parse(_ response: FetchResponse, _ feed: FeedSettings) throws(IngestError) -> ParsedFeed {
        let source = DocumentSource(
            url: response.url, contentType: response.header("Content-Type"),
            language: response.header("Content-Language") ?? feed.language, timeZone: feed.timeZone)
        do {
            return try FeedReader.read(response.body, source: source)
        } catch {
            quarantine?.keep(response.body, feed: feed.name)
            throw IngestError(error)
        }
    }

    private func normalize(_ document: ParsedFeed, _ feed: FeedSettings, _ received: Date) -> Normalized {
        let normalizer = Normalizer(context: FeedContext(feed), places: places)
        var normalized = Normalized(deletions: document.deletions.map(\.id), isTruncated: document.isTruncated)
        for item in document.items {
            do {
                normalized.articles.append(try normalizer.article(from: item, in: document, received: received))
            } catch {
                normalized.rejections.append(Rejection(position: item.position, id: item.id ?? item.link, reason: error.message))
            }
        }
        if document.isTruncated {
            normalized.rejections.append(Rejection(position: document.items.count, reason: "the document breaks off here"))
        }
        return normalized
    }
}

extension FetchRequest {
    init(_ feed: FeedSettings, validators: Validators) {
        self.init(url: feed.url, validators: validators, userAgent: feed.userAgent)
        headers = feed.headers.map { HeaderField($0.name, $0.value.utf8) }
        allowsPrivateAddresses = feed.allowsPrivate
        proxy = feed.proxy
        caFile = feed.caFile
        clientCertificate = feed.clientCertificate
        clientKey = feed.clientKey
        limits.total = feed.timeout
        limits.connect = min(limits.connect, feed.timeout)
        limits.maxBody = feed.maxBody
        if let user = feed.username { credentials = Credentials(user: user, password: feed.password ?? "") }
    }
}

extension FeedContext {
    init(_ feed: FeedSettings) {
        self.init(
            name: feed.name, url: feed.url, agency: feed.agency.flatMap(Agency.code), language: feed.language, tags: feed.tags)
    }
}
