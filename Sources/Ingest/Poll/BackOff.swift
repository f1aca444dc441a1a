// SPDX-License-Identifier: Apache-2.0

/// What kind of failure a poll came to, as far as it matters for the next one.
public enum BackOff: Hashable, Sendable {
    /// A file on this machine: looking at it again costs nobody anything.
    case file
    /// Nobody answered: the publisher has no work with it, and the trouble may be on our side.
    case connection
    /// A server in trouble (5xx).
    case server
    /// A server that refuses, or sends what is no feed: it takes a person to mend that.
    case refusal

    /// The longest pause between two polls of a feed that fails so.
    public var longest: Duration {
        switch self {
        case .file: .seconds(15 * 60)
        case .connection: .seconds(6 * 3600)
        case .server: .seconds(12 * 3600)
        case .refusal: .seconds(24 * 3600)
        }
    }

    /// The pause after the `failures`th failure in a row of a feed that is usually polled after `pause`: twice as long each time.
    func pause(after failures: Int, usual pause: Duration) -> Duration {
        let doublings = min(max(failures - 1, 0), 20)
        return min(pause * (1 << doublings), max(longest, pause))
    }
}

extension BackOff {
    init(_ error: IngestError, isFile: Bool) {
        guard !isFile else {
            self = .file
            return
        }
        switch error.label {
        case "no-such-host", "unreachable", "refused", "timed-out", "too-slow", "reset", "truncated", "captive-portal", "internal":
            self = .connection
        case let label where label.hasPrefix("refused-5"): self = .server
        default: self = .refusal
        }
    }
}
