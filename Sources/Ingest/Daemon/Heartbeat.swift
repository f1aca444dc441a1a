// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Logging
import ServiceLifecycle

/// Every few seconds: makes the log durable, gives outlets in trouble another try, and tells systemd how things stand.
struct Heartbeat: Service {
    private static let pause: Duration = .seconds(5)
    /// The poller's loop goes round at least every second; when it has not for this long, the watchdog is left to bite.
    private static let longestSilence: TimeInterval = 30

    let site: Site
    let poller: Poller
    let publication: Publication
    let notifier: SystemdNotifier
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await beat()
                // A cancelled sleep ends the loop.
                try? await Task.sleep(for: min(Self.pause, notifier.watchdogPause ?? Self.pause))
            }
        }
        notifier.stopping()
    }

    private func beat() async {
        publication.wake()
        do {
            try await site.log.synchronize()
            // A catalog that hangs never answers this, and then no sign of life is sent.
            _ = try await site.catalog.lastSequence()
        } catch {
            logger.error("heartbeat", metadata: ["message": "\(error)"])
            return
        }
        let health = await poller.health
        notifier.status("\(health.feeds) feeds, \(health.failing) failing")
        if await poller.lastTick > site.clock.now() - Self.longestSilence { notifier.alive() }
    }
}
