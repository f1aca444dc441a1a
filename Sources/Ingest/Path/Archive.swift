// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Feeds
import FoundationEssentials
import Transport

/// The pages before a document that shared nothing with what was known (RFC 5005 §3, §4).
extension Ingester {
    /// The most pages that are read after one gap.
    private static let mostPages = 5

    /// Reads page by page into the past until one holds something known, and adds what they brought to the counts of `report`.
    ///
    /// Only pages of the document's own origin are read, each after the host's pause. A page that can't be read or saved ends it: what is
    /// missing then stays the gap that was reported, and the next poll will say what is wrong.
    func fillGap(
        before document: ParsedFeed, from response: FetchResponse, of feed: FeedSettings, after report: PollReport
    ) async -> PollReport {
        guard report.isGap, let state = report.state, state.host != nil else { return report }
        var report = report
        var (page, url, visited) = (document, response.url, Set([response.url]))
        for _ in 0..<Self.mostPages {
            guard let target = page.previousPage, target.origin == url.origin, visited.insert(target).inserted else { break }
            await clock.sleep(until: clock.now() + feed.requestGap.inSeconds)
            let started = clock.now()
            do throws(IngestError) {
                let (answer, older) = try await reading.page(target, of: feed, state)
                guard answer.url.origin == url.origin else { break }
                let commitment = try await commit(older, from: answer, of: feed, report.state ?? state, started)
                report.add(commitment)
                guard commitment.counts.new == older.items.count, !older.items.isEmpty else { break }
                (page, url) = (older, answer.url)
            } catch {
                report.archivePause = error.retryAfter
                break
            }
        }
        return report
    }
}

extension Ingester {
    /// Commits the stories of a page; of the feed's state only its totals change.
    private func commit(
        _ page: ParsedFeed, from response: FetchResponse, of feed: FeedSettings, _ state: FeedState, _ started: Date
    ) async throws(IngestError) -> Commitment {
        let normalized = Normalized(page, from: response, of: feed, places: places, received: started)
        var batch = Batch(feed: state, publisher: feed.publisher, identity: feed.identity, articles: normalized.articles, at: clock.now())
        batch.isArchive = true
        batch.rejections = normalized.rejections
        batch.events = [.archive(feed: feed.name, target: Redaction.redacted(response.url), items: normalized.items)]
        return try await commit(batch)
    }
}

extension Reading {
    /// One page of the archive.
    fileprivate func page(
        _ url: String, of feed: FeedSettings, _ state: FeedState
    ) async throws(IngestError) -> (FetchResponse, ParsedFeed) {
        try await heedRobots(at: url, of: feed, state)
        var request = FetchRequest(feed, state, at: clock.now())
        (request.url, request.validators, request.validatorsURL) = (url, Validators(), nil)
        let response = try await fetch(request)
        return (response, try await parse(response, feed))
    }
}

extension PollReport {
    fileprivate mutating func add(_ commitment: Commitment) {
        state = commitment.feed
        guard case .read(let status, let items, var counts?) = outcome else { return }
        counts.new += commitment.counts.new
        counts.revised += commitment.counts.revised
        counts.duplicate += commitment.counts.duplicate
        counts.rejected += commitment.counts.rejected
        outcome = .read(status: status, items: items, counts)
    }
}

extension ParsedFeed {
    /// The address of the page that holds older items, where the publisher gives one.
    fileprivate var previousPage: String? {
        (links.first { $0.relation == "prev-archive" } ?? links.first { $0.relation == "next" })?.url
    }
}
