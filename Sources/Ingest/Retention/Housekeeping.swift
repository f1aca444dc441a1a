// SPDX-License-Identifier: Apache-2.0
import Logging
import ServiceLifecycle

/// Applies retention once an hour while the daemon runs, the first time a minute after its start.
struct Housekeeping: Service {
    private static let firstPause: Duration = .seconds(60)
    private static let pause: Duration = .seconds(3600)

    let site: Site
    let settings: @Sendable () -> Settings
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var pause = Self.firstPause
            while !Task.isCancelled {
                // A cancelled sleep ends the loop.
                try? await Task.sleep(for: pause)
                guard !Task.isCancelled else { return }
                report(await site.prune(settings()))
                pause = Self.pause
            }
        }
    }

    private func report(_ pruning: Pruning) {
        for failure in pruning.failures {
            logger.error("not pruned", metadata: ["label": "\(failure.label)", "message": "\(failure.message)"])
        }
        guard !pruning.isEmpty else { return }
        logger.info(
            "pruned",
            metadata: [
                "versions": "\(pruning.versions)", "files": "\(pruning.files)", "logs": "\(pruning.logs)",
                "documents": "\(pruning.documents)",
            ])
    }
}
