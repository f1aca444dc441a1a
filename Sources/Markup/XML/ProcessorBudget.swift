// SPDX-License-Identifier: Apache-2.0
import Glibc

/// How much of the processor the calling thread may yet have; other threads' load doesn't count.
struct ProcessorBudget {
    private let limit: Duration
    private let begin = Self.time(CLOCK_MONOTONIC)
    private let spent = Self.time(CLOCK_THREAD_CPUTIME_ID)

    init(_ limit: Duration) {
        self.limit = limit
    }

    /// True once the thread has used up what it was given.
    var isSpent: Bool {
        // A thread can't have used more than has gone by, and only the thread's own clock takes a system call.
        guard Self.time(CLOCK_MONOTONIC) - begin > limit else { return false }
        return Self.time(CLOCK_THREAD_CPUTIME_ID) - spent > limit
    }

    private static func time(_ clock: clockid_t) -> Duration {
        var time = timespec()
        guard unsafe clock_gettime(clock, &time) == 0 else { return .zero }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
