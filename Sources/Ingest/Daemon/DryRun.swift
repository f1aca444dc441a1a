// SPDX-License-Identifier: Apache-2.0
import Catalog
import Feeds
import FoundationEssentials
public import Transport

/// Fetches and reads feeds without writing anything: what `fetch --dry-run` does.
///
/// The requests are conditional on the validators of the catalog, if there is one, and feeds that are not yet due are left alone.
public struct DryRun: Sendable {
    private let fetcher: any Fetching
    private let settings: Settings
    private let ignoresSchedule: Bool

    /// - Parameter ignoresSchedule: poll also what is not yet due (`--force`).
    public init(fetcher: any Fetching, settings: Settings, ignoresSchedule: Bool) {
        self.fetcher = fetcher
        self.settings = settings
        self.ignoresSchedule = ignoresSchedule
    }

    /// Polls the feeds, calls `report` for each as it is done, and returns the failures.
    public func poll(_ feeds: [FeedSettings], report: @Sendable (FetchRun.Turn) -> Void) async throws -> [IngestError] {
        let states = try knownStates()
        let gate = TransferGate(capacity: 64, clock: .system)
        let reading = Reading(fetcher: fetcher, quarantine: nil, clock: .system)
        var failures: [IngestError] = []
        await withTaskGroup(of: FetchRun.Turn.self) { group in
            for feed in feeds {
                group.addTask { await turn(of: feed, known: states[feed.name], gate, reading) }
            }
            for await turn in group {
                if case .polled(let polled) = turn, let failure = polled.failure { failures.append(failure) }
                report(turn)
            }
        }
        return failures
    }

    private func knownStates() throws(CatalogError) -> [String: FeedState] {
        do throws(CatalogError) {
            return try CatalogReader(directory: settings.state).feedStates().byName
        } catch CatalogError.absent, CatalogError.olderVersion {
            return [:]
        }
    }

    private func turn(of feed: FeedSettings, known: FeedState?, _ gate: TransferGate, _ reading: Reading) async -> FetchRun.Turn {
        if let turn = FetchRun.Turn(without: feed, known: known, now: Date(), isForced: ignoresSchedule) { return turn }
        let state = known?.at(feed.url) ?? FeedState(name: feed.name, url: feed.url)
        return await gate.pass(host: state.host, gap: feed.hostGap) {
            .polled(await read(feed, knowing: state, reading))
        }
    }

    private func read(_ feed: FeedSettings, knowing state: FeedState, _ reading: Reading) async -> PollReport {
        let started = Date()
        let outcome: PollReport.Outcome
        do throws(IngestError) {
            switch try await reading.read(feed, knowing: state) {
            case .notModified: outcome = .read(status: 304, items: 0, nil)
            case .document(let response, let document): outcome = .read(status: response.status, items: document.items.count, nil)
            }
        } catch {
            outcome = .failed(error)
        }
        return PollReport(feed: feed.name, outcome: outcome, next: started, duration: Date().timeIntervalSince(started))
    }
}
