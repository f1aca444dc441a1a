// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The time that the calling thread has spent on the processor; other threads' load doesn't count.
enum ProcessorClock {
    static var now: Duration {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
