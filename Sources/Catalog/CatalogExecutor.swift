// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// Runs the catalog's work on a thread outside the cooperative pool: a commit waits for the disk.
final class CatalogExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "wirespool.catalog")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
