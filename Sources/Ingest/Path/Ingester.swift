// SPDX-License-Identifier: Apache-2.0
public import Articles
public import Catalog
import FoundationEssentials
public import Transport

/// The whole path of one poll as far as the commit: fetch → read → normalize → commit.
///
/// A failure is committed too, with the feed's next poll and an event that names the stage; it leaves the validators as they
/// were, so that what was not stored is fetched again.
public struct Ingester: Sendable {
    private let reading: Reading
    let catalog: Catalog
    let clock: WallClock

    /// The path into this catalog; documents that can't be read go to `quarantine`.
    public init(fetcher: any Fetching, catalog: Catalog, places: PlaceTable, quarantine: Quarantine, clock: WallClock) {
        reading = Reading(fetcher: fetcher, places: places, quarantine: quarantine, clock: clock)
        self.catalog = catalog
        self.clock = clock
    }

    /// Polls one feed and commits what it brought, or that it failed.
    ///
    /// - Throws: when the catalog itself can't be read or written, or when the task was cancelled before the commit.
    public func poll(_ feed: FeedSettings) async throws(IngestError) -> PollReport {
        let state = try await state(of: feed)
        let started = clock.now()
        do throws(IngestError) {
            return try await ingest(feed, state: state, started: started)
        } catch  where error.stage != .commit && !error.isCancellation {
            return try await commit(failure: error, of: feed, state: state, started: started)
        }
    }

    private func ingest(_ feed: FeedSettings, state: FeedState, started: Date) async throws(IngestError) -> PollReport {
        switch try await reading.read(feed, validators: state.validators(for: feed), received: started) {
        case .notModified(let response):
            return try await commit(unchanged: response, feed, state, started)
        case .document(let response, let normalized):
            return try await commit(normalized, from: response, feed, state, started)
        }
    }

    private func state(of feed: FeedSettings) async throws(IngestError) -> FeedState {
        do {
            return try await catalog.state(for: feed.name, url: feed.url)
        } catch {
            throw IngestError(error)
        }
    }
}
