// SPDX-License-Identifier: Apache-2.0
public import Catalog
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
        let states = try CatalogReader.knownStates(in: settings.state)
        let reading = Reading(fetcher: fetcher, parser: DocumentParser(settings.parser), quarantine: nil, robotsFiles: nil, clock: .system)
        return await Turns(clock: .system, ignoresSchedule: ignoresSchedule).take(feeds, states, report: report) {
            await read($0, knowing: $1, reading)
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

extension CatalogReader {
    /// What is known of each feed; nothing before the first poll, or before a catalog of an older version was brought up to date.
    public static func knownStates(in directory: String) throws(CatalogError) -> [String: FeedState] {
        do throws(CatalogError) {
            return try CatalogReader(directory: directory).feedStates().byName
        } catch CatalogError.absent, CatalogError.olderVersion {
            return [:]
        }
    }
}
