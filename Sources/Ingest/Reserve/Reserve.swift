// SPDX-License-Identifier: Apache-2.0
import Catalog
import Logging
import ServiceLifecycle

/// Holds polling before the disk is full or while an outlet is too far behind, and lets it go on when that is over.
struct Reserve: Service {
    private static let pause: Duration = .seconds(5)

    let site: Site
    let settings: @Sendable () -> Settings
    let poller: Poller
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var shortage: Shortage?
            while !Task.isCancelled {
                shortage = await next(after: shortage)
                // A cancelled sleep ends the loop.
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    private func next(after shortage: Shortage?) async -> Shortage? {
        do {
            let next = try await Shortage.of(settings(), site.catalog, after: shortage)
            if next?.label != shortage?.label { await report(next) }
            return next
        } catch {
            // The poller finds out by itself what is wrong with the catalog.
            return shortage
        }
    }

    private func report(_ shortage: Shortage?) async {
        await poller.hold(shortage != nil)
        if let shortage {
            logger.error("polling pauses", metadata: ["label": "\(shortage.label)", "message": "\(shortage.message)"])
        } else {
            logger.notice("polling goes on")
        }
        do {
            try await site.record(.intake(isPaused: shortage != nil, label: shortage?.label, message: shortage?.message))
        } catch {
            logger.error("event not recorded", metadata: ["message": "\(error)"])
        }
    }
}
