// SPDX-License-Identifier: Apache-2.0
import Catalog
import Glibc
import ServiceLifecycle
import Synchronization
import UnixSignals

public import struct Logging.Logger

/// The long-running program: polls, publishes, logs, reloads on SIGHUP, and stops on SIGTERM with the commit in hand finished.
public struct Daemon: Sendable {
    private let site: Site
    private let notifier: SystemdNotifier
    private let logger: Logger
    private let reload: @Sendable () throws(SettingsError) -> Settings

    /// - Parameter reload: reads the configuration again.
    public init(
        _ site: Site, notifier: SystemdNotifier, logger: Logger, reload: @escaping @Sendable () throws(SettingsError) -> Settings
    ) {
        self.site = site
        self.notifier = notifier
        self.logger = logger
        self.reload = reload
    }

    /// Runs until SIGTERM or SIGINT.
    public func run() async throws {
        let feeds = site.settings.feeds.count
        let publication = Publication(site, logger: logger)
        let counters = PollCounters()
        let poller = Poller(
            ingester: site.ingester, catalog: site.catalog, gate: TransferGate(clock: site.clock), clock: site.clock,
            orders: OrderBox(state: site.settings.state), logger: logger,
            afterPoll: { report in
                counters.note(report)
                logger.note(report)
            }, afterCommit: publication.wake)
        try await poller.use(site.settings.feeds)
        try await recoverOutlets()
        await site.catalog.trim()
        Heap.trim()
        try await site.record(.started(version: Version.current, pid: Int(getpid()), feeds: feeds))
        // Trapped before systemd hears READY=1: a SIGHUP that nobody awaits ends the program.
        let hangups = await UnixSignalsSequence(trapping: .sighup)
        logger.notice("started", metadata: ["feeds": "\(feeds)", "version": "\(Version.current)"])
        let inForce = SettingsInForce(site.settings)
        let reloading = Reloading(
            site: site, poller: poller, notifier: notifier, logger: logger, hangups: hangups, inForce: inForce, load: reload)
        let heartbeat = Heartbeat(site: site, poller: poller, publication: publication, notifier: notifier, logger: logger)
        let reserve = Reserve(site: site, settings: { inForce.settings }, poller: poller, logger: logger)
        let housekeeping = Housekeeping(site: site, settings: { inForce.settings }, logger: logger)
        let exposition = Exposition(
            settings: { inForce.settings }, target: site.settings.metrics, counters: counters, lag: site.spooler.lag, logger: logger)
        // Stopped in reverse: the heartbeat first, which tells systemd; the publication last, so that what was committed is published.
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: publication, serviceName: "publication"), .init(service: reloading, serviceName: "reloading"),
                    .init(service: poller, serviceName: "poller"), .init(service: exposition, serviceName: "exposition"),
                    .init(service: reserve, serviceName: "reserve"),
                    .init(service: housekeeping, serviceName: "housekeeping"), .init(service: heartbeat, serviceName: "heartbeat"),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        try await site.record(.stopped(reason: "signal"))
        try await site.log.append()
        try await site.log.synchronize()
        logger.notice("stopped")
    }

    /// Before systemd hears READY=1. Without any outlet that could ever work, as configured, there is nothing to run for.
    private func recoverOutlets() async throws(IngestError) {
        let troubles = await site.spooler.recover()
        try site.refuseOlderCatalog(after: troubles)
        guard let first = troubles.first, troubles.count == site.settings.outlets.count else { return }
        guard troubles.allSatisfy({ $0.exitCode == ExitCode.configuration }) else { return }
        throw first
    }
}

/// Reads the configuration again on SIGHUP; when it is wrong the old settings stay in force.
struct Reloading: Service {
    let site: Site
    let poller: Poller
    let notifier: SystemdNotifier
    let logger: Logger
    let hangups: UnixSignalsSequence
    let inForce: SettingsInForce
    let load: @Sendable () throws(SettingsError) -> Settings

    func run() async throws {
        for await _ in hangups.cancelOnGracefulShutdown() {
            notifier.reloading()
            let status = await reload()
            notifier.ready(status)
        }
    }

    private func reload() async -> String {
        do {
            let settings = try load()
            let first = site.settings
            guard settings.state == first.state, settings.log == first.log, settings.metrics == first.metrics else {
                throw ReloadRefusal(reason: "a new 'state', 'log' or 'metrics' needs a restart")
            }
            // The poller first: what it can't take over changes nothing.
            try await poller.use(settings.feeds)
            await site.spooler.use(settings.outlets)
            await site.log.use(settings.retention.log)
            inForce.use(settings)
            Heap.trim()
            try await site.record(.reloaded(feeds: settings.feeds.count))
            logger.notice("reloaded", metadata: ["feeds": "\(settings.feeds.count)"])
            return "feeds: \(settings.feeds.count)"
        } catch {
            let reason = (error as? ReloadRefusal)?.reason ?? (error as? SettingsError)?.description ?? "\(error)"
            logger.error("reload refused, the old settings stay", metadata: ["reason": "\(reason)"])
            await refuse(reason)
            return "reload refused, the old settings stay: \(reason.split(separator: "\n").first ?? "")"
        }
    }

    private func refuse(_ reason: String) async {
        do {
            try await site.record(.reloadRefused(message: reason))
        } catch {
            logger.error("event not recorded", metadata: ["message": "\(error)"])
        }
    }
}

/// A configuration that is right in itself, but can't be changed to while running.
private struct ReloadRefusal: Error {
    var reason: String
}

/// The settings as the last reload left them.
final class SettingsInForce: Sendable {
    private let mutex: Mutex<Settings>

    init(_ settings: Settings) {
        mutex = Mutex(settings)
    }

    var settings: Settings { mutex.withLock { $0 } }

    func use(_ settings: Settings) {
        mutex.withLock { $0 = settings }
    }
}
