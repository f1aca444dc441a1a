// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Synchronization

/// What the polls of this process came to, counted since its start. Every label comes from a bounded set.
public final class PollCounters: Sendable {
    private struct Counts {
        var outcomes: [String: Int] = [:]
        var responses: [Int: Int] = [:]
        var errors: [ErrorLabel: Int] = [:]
        var received = 0
        var rejected = 0
        var durations = Histogram(bounds: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60])
    }

    private struct ErrorLabel: Hashable {
        var stage: String
        var label: String
    }

    private let counts = Mutex(Counts())
    private let started = Date()

    /// Nothing was polled yet.
    public init() {}

    /// Counts one poll.
    public func note(_ report: PollReport) {
        counts.withLock { counts in
            counts.durations.note(report.duration)
            counts.received += report.received
            switch report.outcome {
            case .failed(let error):
                counts.outcomes["failed", default: 0] += 1
                counts.errors[ErrorLabel(stage: error.stage.rawValue, label: error.label), default: 0] += 1
            case .read(let status, _, let verdicts):
                counts.rejected += verdicts?.rejected ?? 0
                let outcome = status == 304 ? "not_modified" : report.hasNews ? "new" : "unchanged"
                counts.outcomes[outcome, default: 0] += 1
                counts.responses[status, default: 0] += 1
            }
        }
    }

    func write(to text: inout MetricsText) {
        let counts = counts.withLock { $0 }
        text.add("wirespool_start_time_seconds", .gauge, "When the process began to poll.", started.timeIntervalSince1970)
        text.add(
            "wirespool_received_bytes_total", .counter, "Bytes of responses as they came over the network, heads included.",
            Double(counts.received))
        text.add("wirespool_rejected_items_total", .counter, "Items that could not become articles.", Double(counts.rejected))
        text.add(
            "wirespool_fetch_total", .counter, "Polls since the start.",
            counts.outcomes.sorted { $0.key < $1.key }.map { ([("outcome", $0.key)], Double($0.value)) })
        text.add(
            "wirespool_http_responses_total", .counter, "Answers that were read, by HTTP status.",
            counts.responses.sorted { $0.key < $1.key }.map { ([("code", "\($0.key)")], Double($0.value)) })
        text.add(
            "wirespool_fetch_errors_total", .counter, "Polls that failed, by stage and class.",
            counts.errors.sorted { ($0.key.stage, $0.key.label) < ($1.key.stage, $1.key.label) }
                .map { ([("stage", $0.key.stage), ("class", $0.key.label)], Double($0.value)) })
        text.add("wirespool_fetch_duration_seconds", "From the start of a request to the commit.", counts.durations)
    }
}
