// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The processor time that some work takes, of this thread alone: other tests run at the same time, on a machine that has other things to do.
public func processorTime<Failure>(of work: () throws(Failure) -> Void) throws(Failure) -> Duration {
    let start = threadTime()
    try work()
    return threadTime() - start
}

private func threadTime() -> Duration {
    var time = timespec()
    guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
