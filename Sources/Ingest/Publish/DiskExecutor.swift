// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// Runs an actor's work on a thread outside the cooperative pool: its calls wait for the disk, and nobody else shall.
final class DiskExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(_ name: String) {
        queue = DispatchQueue(label: "wirespool.\(name)")
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
