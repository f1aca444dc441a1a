// SPDX-License-Identifier: Apache-2.0
import CCurl
import Glibc
import Synchronization

/// What the kernel said of one descriptor.
struct Readiness: Sendable {
    let descriptor: Int32
    let events: UInt32
}

/// An epoll instance with a wake-up call and one timer.
///
/// The descriptors live as long as the object, and the kernel's calls on them are thread-safe, so any thread may use it.
final class Poller: Sendable {
    private static let capacity = 256
    private static let noDeadline = Int64.max
    private let epoll: Int32
    private let wakeup: Int32
    /// Nanoseconds of the monotonic clock.
    private let deadline = Atomic<Int64>(noDeadline)

    init() throws(FetchError) {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        wakeup = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard epoll >= 0, wakeup >= 0, watch(wakeup, for: EPOLLIN.rawValue) else {
            let reason = errno
            Poller.close(epoll, wakeup)
            throw FetchError(.internal, "can't poll sockets: \(systemMessage(reason))")
        }
    }

    deinit { Poller.close(epoll, wakeup) }

    /// Waits for `events` of a descriptor in place of those waited for before; false when the kernel refuses.
    @discardableResult
    func watch(_ descriptor: Int32, for events: UInt32) -> Bool {
        // libcurl forgets a socket after each transfer, so that most are new.
        wirespool_epoll_set(epoll, EPOLL_CTL_ADD, descriptor, events) == 0
            || wirespool_epoll_set(epoll, EPOLL_CTL_MOD, descriptor, events) == 0
    }

    func forget(_ descriptor: Int32) {
        _ = wirespool_epoll_set(epoll, EPOLL_CTL_DEL, descriptor, 0)
    }

    /// Sets the one timer; nil stops it.
    func setTimer(milliseconds: Int?) {
        guard let milliseconds else { return deadline.store(Poller.noDeadline, ordering: .relaxed) }
        let (nanoseconds, overflow) = Int64(milliseconds).multipliedReportingOverflow(by: 1_000_000)
        let sum = Poller.now().addingReportingOverflow(nanoseconds)
        deadline.store(overflow || sum.overflow ? Poller.noDeadline : sum.partialValue, ordering: .relaxed)
    }

    /// Stops the timer if it has run out; true if it had.
    func takeTimer() -> Bool {
        guard deadline.load(ordering: .relaxed) <= Poller.now() else { return false }
        deadline.store(Poller.noDeadline, ordering: .relaxed)
        return true
    }

    /// Ends the wait that is going on, or the next.
    func wake() {
        // The counter can't be full: each wait empties it.
        _ = eventfd_write(wakeup, 1)
    }

    /// Waits until a descriptor is ready, the timer has run out or somebody calls `wake`.
    func wait() -> [Readiness] {
        unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: Poller.capacity) { buffer in
            let count = unsafe epoll_wait(epoll, buffer.baseAddress, Int32(Poller.capacity), timeout())
            var ready: [Readiness] = []
            ready.reserveCapacity(max(0, Int(count)))
            for index in 0..<max(0, Int(count)) {
                let event = unsafe buffer[index]
                let descriptor = unsafe withUnsafePointer(to: event) { unsafe wirespool_event_descriptor($0) }
                ready.append(unsafe Readiness(descriptor: descriptor, events: event.events))
            }
            return ready.filter { !isWakeup($0) }
        }
    }
}

extension Poller {
    private func isWakeup(_ readiness: Readiness) -> Bool {
        guard readiness.descriptor == wakeup else { return false }
        var count: eventfd_t = 0
        _ = unsafe eventfd_read(wakeup, &count)
        return true
    }

    /// Milliseconds for epoll_wait, rounded up so that a timer is never early.
    private func timeout() -> Int32 {
        let deadline = deadline.load(ordering: .relaxed)
        guard deadline != Poller.noDeadline else { return -1 }
        let left = max(0, deadline - Poller.now())
        return Int32(clamping: left / 1_000_000 + (left % 1_000_000 == 0 ? 0 : 1))
    }

    private static func now() -> Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    private static func close(_ descriptors: Int32...) {
        for descriptor in descriptors where descriptor >= 0 { _ = Glibc.close(descriptor) }
    }
}
