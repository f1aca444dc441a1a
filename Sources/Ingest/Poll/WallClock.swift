// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

/// The time of day and the way to wait for it: the system's, or a test's.
public struct WallClock: Sendable {
    /// The time now.
    public var now: @Sendable () -> Date
    /// Returns at `instant`, or earlier when the task is cancelled.
    private var wait: @Sendable (Date) async -> Void

    /// A clock of these two functions; `sleep` returns at the instant, or earlier when the task is cancelled.
    public init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Date) async -> Void) {
        self.now = now
        self.wait = sleep
    }

    /// Returns at `instant`, or earlier when the task is cancelled.
    public func sleep(until instant: Date) async {
        await wait(instant)
    }

    /// The system's clock.
    public static let system = WallClock(now: { Date() }) { instant in
        let pause = instant.timeIntervalSinceNow
        guard pause > 0 else { return }
        // Cancellation ends the wait, and the caller looks at the time anyway.
        try? await Task.sleep(for: .milliseconds(Int64(min(pause, 86_400) * 1000) + 1))
    }
}
