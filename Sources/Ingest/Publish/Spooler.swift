// SPDX-License-Identifier: Apache-2.0
public import Catalog
import FoundationEssentials

public import struct Logging.Logger

/// What a round of publishing came to.
public struct Publishing: Sendable {
    /// Files that became visible.
    public var released = 0
    /// The trouble of each outlet that failed.
    public var failures: [IngestError] = []

    /// Adds another round.
    static func += (sum: inout Publishing, round: Publishing) {
        sum.released += round.released
        sum.failures += round.failures
    }
}

/// Keeps every outlet up to date with the catalog; trouble in one outlet changes nothing in another.
public actor Spooler {
    /// After trouble an outlet is tried again after this pause.
    static let retryPause: TimeInterval = 30

    private struct Trouble {
        var error: IngestError
        var retryAt: Date
    }

    /// How long versions took to their files.
    public nonisolated let lag = ReleaseLag()

    private let catalog: Catalog
    private let clock: WallClock
    private let logger: Logger
    private var publishers: [String: OutletPublisher] = [:]
    private var troubles: [String: Trouble] = [:]

    /// A spooler without outlets; `use` gives it some.
    public init(catalog: Catalog, clock: WallClock, logger: Logger) {
        self.catalog = catalog
        self.clock = clock
        self.logger = logger
    }

    /// Takes over the outlets of the settings; one whose settings did not change stays open.
    public func use(_ outlets: [OutletSettings]) {
        var next: [String: OutletPublisher] = [:]
        for outlet in outlets {
            let kept = publishers[outlet.name].flatMap { $0.settings == outlet ? $0 : nil }
            next[outlet.name] = kept ?? OutletPublisher(settings: outlet, catalog: catalog, clock: clock, lag: lag, logger: logger)
        }
        publishers = next
        troubles = troubles.filter { next[$0.key] != nil }
    }

    /// Opens every outlet and finishes what an earlier death left half done.
    ///
    /// - Returns: the trouble of each outlet that could not be opened; it is tried again with what is published next.
    public func recover() async -> [IngestError] {
        await round { await $0.recovery() }.failures
    }

    /// Removes the files that nobody took and that the settings don't keep.
    func expire() async -> Publishing {
        let now = clock.now()
        return await round(endsTrouble: false) { await $0.expiry(at: now) }
    }

    /// Publishes what is committed to every outlet that is not resting after trouble, side by side.
    ///
    /// - Returns: how many files were released, and the trouble of each outlet that failed now.
    @discardableResult
    public func publish() async -> Publishing {
        await round { await $0.publication() }
    }
}

extension Spooler {
    /// - Parameters:
    ///   - endsTrouble: an outlet that succeeds is well again.
    ///   - work: gives its error as a value: what an async closure throws typed arrives damaged in a release build (Swift 6.3).
    private func round(
        endsTrouble: Bool = true, _ work: @Sendable @escaping (OutletPublisher) async -> Result<Int, IngestError>
    ) async -> Publishing {
        let ready = publishers.filter { name, _ in troubles[name].map { $0.retryAt <= clock.now() } ?? true }
        var publishing = Publishing()
        await withTaskGroup(of: (String, Result<Int, IngestError>).self) { group in
            for (name, publisher) in ready {
                group.addTask { (name, await work(publisher)) }
            }
            for await (name, result) in group {
                switch result {
                case .success(let released):
                    publishing.released += released
                    if endsTrouble { await clear(name) }
                case .failure(let error):
                    publishing.failures.append(error)
                    await note(error, outlet: name)
                }
            }
        }
        return publishing
    }

    private func note(_ error: IngestError, outlet: String) async {
        let isNew = troubles[outlet]?.error.label != error.label
        troubles[outlet] = Trouble(error: error, retryAt: clock.now() + Self.retryPause)
        guard isNew else { return }
        logger.error("outlet failed", metadata: ["outlet": "\(outlet)", "label": "\(error.label)", "message": "\(error.message)"])
        await record(.outlet(outlet, state: error.label == "full" ? "full" : "failed", message: error.message))
    }

    private func clear(_ outlet: String) async {
        guard troubles.removeValue(forKey: outlet) != nil else { return }
        logger.notice("outlet works again", metadata: ["outlet": "\(outlet)"])
        await record(.outlet(outlet, state: "ok"))
    }

    private func record(_ event: LogEvent) async {
        do {
            try await catalog.append([event], at: clock.now())
        } catch {
            logger.error("event not recorded", metadata: ["message": "\(error.message)"])
        }
    }
}

extension OutletPublisher {
    fileprivate func recovery() async -> Result<Int, IngestError> {
        do throws(IngestError) {
            try await recover()
            return .success(0)
        } catch {
            return .failure(error)
        }
    }

    fileprivate func expiry(at now: Date) async -> Result<Int, IngestError> {
        do throws(IngestError) {
            return .success(try await expire(at: now))
        } catch {
            return .failure(error)
        }
    }

    fileprivate func publication() async -> Result<Int, IngestError> {
        do throws(IngestError) {
            return .success(try await publish())
        } catch {
            return .failure(error)
        }
    }
}
