// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import FoundationEssentials
public import Transport

/// Fetches and reads feeds without writing anything: what `fetch --dry-run` does.
///
/// The requests are conditional on the validators of the catalog, if there is one.
public struct DryRun: Sendable {
    private let fetcher: any Fetching
    private let settings: Settings

    /// A dry run with these settings; nothing is read or fetched before `poll`.
    public init(fetcher: any Fetching, settings: Settings) {
        self.fetcher = fetcher
        self.settings = settings
    }

    /// Polls the feeds, calls `report` for each as it is done, and returns the failures.
    public func poll(_ feeds: [FeedSettings], report: @Sendable (FetchRun.Turn) -> Void) async throws -> [IngestError] {
        let states = try knownStates()
        let places = try settings.placeTable()
        let gate = TransferGate(capacity: 64, clock: .system)
        var failures: [IngestError] = []
        await withTaskGroup(of: PollReport.self) { group in
            for feed in feeds {
                let state = states[feed.name].flatMap { $0.url == feed.url ? $0 : nil } ?? FeedState(name: feed.name, url: feed.url)
                group.addTask {
                    await gate.pass(host: feed.host, gap: feed.hostGap) { await read(feed, state: state, places) }
                }
            }
            for await done in group {
                if let failure = done.failure { failures.append(failure) }
                report(.polled(done))
            }
        }
        return failures
    }

    private func knownStates() throws(CatalogError) -> [String: FeedState] {
        do throws(CatalogError) {
            return try CatalogReader(directory: settings.state).feedStates().byName
        } catch CatalogError.absent {
            return [:]
        }
    }

    private func read(_ feed: FeedSettings, state: FeedState, _ places: PlaceTable) async -> PollReport {
        let reading = Reading(fetcher: fetcher, places: places, quarantine: nil, clock: .system)
        let started = Date()
        let outcome: PollReport.Outcome
        do throws(IngestError) {
            switch try await reading.read(feed, validators: state.validators, received: started) {
            case .notModified: outcome = .read(status: 304, items: 0, VerdictCounts())
            case .document(let response, let normalized): outcome = .read(status: response.status, items: normalized.items, VerdictCounts())
            }
        } catch {
            outcome = .failed(error)
        }
        return PollReport(feed: feed.name, outcome: outcome, next: started, duration: Date().timeIntervalSince(started))
    }
}
