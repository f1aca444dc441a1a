// SPDX-License-Identifier: Apache-2.0
import Catalog
import Dispatch
import FoundationEssentials
import Logging
import ServiceLifecycle

/// Offers the daemon's metrics where the configuration wants them. Trouble here is logged and hinders nothing else.
struct Exposition: Service {
    private static let pause: Duration = .seconds(15)

    let settings: @Sendable () -> Settings
    let target: MetricsTarget?
    let counters: PollCounters
    let lag: ReleaseLag
    let logger: Logger

    func run() async throws {
        do {
            switch target {
            case nil: try await gracefulShutdown()
            case .file(let path)?: await writing(path)
            case let target?: try await listening(on: target)
            }
        } catch let error as LogError {
            logger.error("metrics not offered", metadata: ["message": "\(error.message)"])
            try await gracefulShutdown()
        }
    }
}

extension Exposition {
    private func writing(_ path: String) async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await write(path, settings())
                // A cancelled sleep ends the loop.
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    private func write(_ path: String, _ settings: Settings) async {
        do {
            try WholeFile.write(Health(of: settings, now: Date()).metrics(.prometheus, counters: counters, lag: lag), to: path)
        } catch {
            logger.error("metrics not written", metadata: ["message": "\((error as? LogError)?.message ?? "\(error)")"])
        }
    }

    private func listening(on target: MetricsTarget) async throws {
        let (settings, counters, lag) = (settings, counters, lag)
        let listener = try MetricsListener(target) { form in
            // Without a catalog there is nothing to tell; the monitoring notices an empty answer.
            (try? Health(of: settings(), now: Date()).metrics(form, counters: counters, lag: lag)) ?? ""
        }
        try await gracefulShutdown()
        _ = consume listener
    }
}
