// SPDX-License-Identifier: Apache-2.0
import Logging
import ServiceLifecycle

/// Brings what is committed to the outlets and the log, whenever it is woken, and a last time when the daemon stops.
struct Publication: Service {
    private let site: Site
    private let logger: Logger
    private let wakeups: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    init(_ site: Site, logger: Logger) {
        self.site = site
        self.logger = logger
        (wakeups, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Asks for another round; many calls while one is running make one.
    func wake() { waker.yield() }

    func run() async throws {
        await round()
        for await _ in wakeups.cancelOnGracefulShutdown() { await round() }
        await round()
        try await site.log.synchronize()
    }

    private func round() async {
        await site.spooler.publish()
        do {
            try await site.log.append()
        } catch {
            logger.error("ingestion log not written", metadata: ["message": "\(error.message)"])
        }
    }
}
