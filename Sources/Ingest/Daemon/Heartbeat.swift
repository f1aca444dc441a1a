// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Logging
import ServiceLifecycle

/// Every few seconds: has outlets in trouble tried again and the log made durable, and tells systemd how things stand.
struct Heartbeat: Service {
    private static let pause: Duration = .seconds(5)
    /// The poller's loop goes round at least every second; when it has not for this long, the watchdog is left to bite.
    private static let longestSilence: TimeInterval = 30
    /// So many beats, about a minute, lie between two times that the memory of bursts is given back.
    private static let beatsPerTrim = 12

    let site: Site
    let poller: Poller
    let publication: Publication
    let notifier: SystemdNotifier
    let logger: Logger

    func run() async throws {
        // Only here are the signals trapped: who reads this may send one.
        notifier.ready("feeds: \(await poller.health.feeds)")
        await cancelWhenGracefulShutdown {
            var beats = 0
            while !Task.isCancelled {
                await beat()
                beats += 1
                if beats.isMultiple(of: Self.beatsPerTrim) { Heap.trim() }
                // A cancelled sleep ends the loop.
                try? await Task.sleep(for: min(Self.pause, notifier.watchdogPause ?? Self.pause))
            }
        }
        notifier.stopping()
    }

    private func beat() async {
        publication.wake()
        do {
            // A catalog that hangs never answers this, and then no sign of life is sent. One that is full still does.
            _ = try await site.catalog.lastSequence()
        } catch {
            logger.error("catalog not readable", metadata: ["message": "\(error.message)"])
            return
        }
        let health = await poller.health
        notifier.status("feeds: \(health.feeds), failing: \(health.failing)")
        if await poller.lastTick > site.clock.now() - Self.longestSilence { notifier.alive() }
    }
}
