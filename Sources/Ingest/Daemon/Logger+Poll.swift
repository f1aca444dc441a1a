// SPDX-License-Identifier: Apache-2.0
import Catalog
import Logging

extension Logger {
    /// A poll that brought something; every other one for those who debug. Failures are logged by the poller, when they begin and end.
    func note(_ report: PollReport) {
        guard case .read(let status, let items, let counts) = report.outcome else { return }
        log(
            level: report.hasNews ? .info : .debug, "polled",
            metadata: [
                "feed": "\(report.feed)", "stage": "commit", "status": "\(status)", "items": "\(items)", "new": "\(counts?.new ?? 0)",
                "revised": "\(counts?.revised ?? 0)", "duplicate": "\(counts?.duplicate ?? 0)",
                "duration_ms": "\(Int((report.duration * 1000).rounded()))",
            ])
    }
}
