// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// One thread that runs an actor's jobs and, between them, hands it what the kernel said of its sockets.
final class EventThread: SerialExecutor {
    private struct Inbox {
        var jobs: [UnownedJob] = []
        var isStopping = false
    }

    private let poller: Poller
    private let inbox = Mutex(Inbox())
    private let identity = Atomic<UInt>(0)
    private let advance = Mutex<(@Sendable ([Readiness]) -> Void)?>(nil)

    init(_ poller: Poller) {
        self.poller = poller
    }

    /// Starts the thread, which calls `advance` after each wait, until `stop`.
    func start(_ advance: @escaping @Sendable ([Readiness]) -> Void) throws(FetchError) {
        self.advance.withLock { $0 = advance }
        // Signals are for the threads that wait for them.
        var all = sigset_t()
        var before = sigset_t()
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
        let outcome = spawn()
        unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
        guard outcome == 0 else {
            throw FetchError(.internal, "can't start the thread of the transfers: \(systemMessage(outcome))")
        }
    }

    /// Ends the thread once the jobs that it has are done.
    func stop() {
        inbox.withLock { $0.isStopping = true }
        poller.wake()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let wasEmpty = inbox.withLock { inbox in
            defer { inbox.jobs.append(job) }
            return inbox.jobs.isEmpty
        }
        if wasEmpty { poller.wake() }
    }

    func checkIsolated() {
        precondition(isCurrent, "Transfers is used only on its own thread")
    }
}

extension EventThread {
    private var isCurrent: Bool { identity.load(ordering: .relaxed) == UInt(pthread_self()) }

    private func spawn() -> Int32 {
        var thread = pthread_t()
        // The thread owns this retain and gives it back when it ends.
        let context = unsafe Unmanaged.passRetained(self)
        let outcome = unsafe pthread_create(&thread, nil, runEventThread, context.toOpaque())
        guard outcome == 0 else {
            unsafe context.release()
            return outcome
        }
        pthread_detach(thread)
        return 0
    }

    fileprivate func run() {
        identity.store(UInt(pthread_self()), ordering: .relaxed)
        let advance = advance.withLock { $0.take() }
        while runJobs() {
            advance?(poller.wait())
        }
    }

    /// Runs all jobs; false when the thread is to end.
    private func runJobs() -> Bool {
        while true {
            let (jobs, isStopping) = inbox.withLock { inbox in
                defer { inbox.jobs.removeAll(keepingCapacity: false) }
                return (inbox.jobs, inbox.isStopping)
            }
            guard !jobs.isEmpty else { return !isStopping }
            for job in jobs { unsafe job.runSynchronously(on: asUnownedSerialExecutor()) }
        }
    }
}

private func runEventThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context = unsafe context else { return nil }
    unsafe Unmanaged<EventThread>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
