// SPDX-License-Identifier: Apache-2.0
public import Articles
public import Catalog
import Feeds
import FoundationEssentials
public import Transport

/// The whole path of one poll as far as the commit: fetch → read → normalize → commit.
///
/// A failure is committed too, with the feed's next poll and an event that names the stage; it leaves the validators as they
/// were, so that what was not stored is fetched again.
public struct Ingester: Sendable {
    let reading: Reading
    private let workshop = Workshop()
    let places: PlaceTable
    let catalog: Catalog
    let clock: WallClock

    /// The path into this catalog; documents that can't be read go to `quarantine`, and what hosts ask of crawlers to `robots`.
    public init(
        fetcher: any Fetching, parser: DocumentParser = .inline, catalog: Catalog, places: PlaceTable, quarantine: Quarantine,
        robots: RobotsFiles, clock: WallClock
    ) {
        reading = Reading(fetcher: fetcher, parser: parser, quarantine: quarantine, robotsFiles: robots, clock: clock)
        self.places = places
        self.catalog = catalog
        self.clock = clock
    }

    /// Polls one feed and commits what it brought, or that it failed.
    ///
    /// - Throws: when the catalog itself can't be read or written, or when the task was cancelled before the commit.
    public func poll(_ feed: FeedSettings) async throws(IngestError) -> PollReport {
        try await poll(feed, knowing: state(of: feed), savesUnchanged: true)
    }

    /// The same for a caller who keeps the feed's state between its polls.
    ///
    /// - Parameter savesUnchanged: commit, with an event, also what brought nothing new; else its new state is left to the caller.
    func poll(_ feed: FeedSettings, knowing state: FeedState, savesUnchanged: Bool) async throws(IngestError) -> PollReport {
        let started = clock.now()
        do throws(IngestError) {
            let response = try await reading.answer(to: feed, knowing: state)
            guard response.status != 304 else {
                return try await commit(unchanged: response, feed, state, started, isSaved: savesUnchanged)
            }
            await workshop.enter(response.body.count)
            let outcome = await outcome(of: response, feed, state, started)
            await workshop.leave(response.body.count)
            let (document, report) = try outcome.get()
            return await fillGap(before: document, from: response, of: feed, after: report)
        } catch {
            guard error.stage != .commit else { throw error }
            guard !error.isCancellation else {
                if Task.isCancelled { try await commit(interruptionOf: feed, state: state) }
                throw error
            }
            return try await commit(failure: error, of: feed, state: state, started: started)
        }
    }

    private func outcome(of response: FetchResponse, _ feed: FeedSettings, _ state: FeedState, _ started: Date) async
        -> Result<(ParsedFeed, PollReport), IngestError>
    {
        do throws(IngestError) {
            let document = try await reading.parse(response, feed)
            let normalized = Normalized(document, from: response, of: feed, places: places, received: started)
            let report = try await commit(normalized, PublisherRhythm(document.rhythm), from: response, feed, state, started)
            return .success((document, report))
        } catch {
            return .failure(error)
        }
    }

    /// What the catalog remembers of the feed.
    func state(of feed: FeedSettings) async throws(IngestError) -> FeedState {
        do {
            return try await catalog.state(for: feed.name, url: feed.url)
        } catch {
            throw IngestError(error)
        }
    }
}
