// SPDX-License-Identifier: Apache-2.0
import Logging
import ServiceLifecycle

/// Brings what is committed to the outlets and the log, whenever it is woken, and a last time when the daemon stops.
struct Publication: Service {
    /// How often the log is made durable while something is written to it.
    private static let logPause: Duration = .seconds(5)

    /// So many files at once come after a start or a pause; what they took is given back.
    private static let bulk = 500

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
        var synchronized = ContinuousClock.now
        for await _ in wakeups.cancelOnGracefulShutdown() {
            await round()
            guard ContinuousClock.now - synchronized >= Self.logPause else { continue }
            await synchronize()
            synchronized = .now
        }
        await round()
        await synchronize()
    }

    private func round() async {
        let published = await site.spooler.publish()
        if published.released >= Self.bulk { Heap.trim() }
        await reportingTrouble { () throws(LogError) in try await site.log.append() }
    }

    private func synchronize() async {
        await reportingTrouble { () throws(LogError) in try await site.log.synchronize() }
    }

    private func reportingTrouble(_ write: () async throws(LogError) -> Void) async {
        do {
            try await write()
        } catch {
            logger.error("ingestion log not written", metadata: ["message": "\(error.message)"])
        }
    }
}
