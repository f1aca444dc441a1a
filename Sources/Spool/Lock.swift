// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The lock on an outlet's directory; it ends with this value or with the process, and its file stays.
final class Lock: Sendable {
    private let descriptor: CInt

    init(in directory: Directory) throws(SpoolError) {
        let path = "\(directory.path)/.lock"
        let descriptor = try call("open", path) {
            openat(directory.descriptor, ".lock", O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, OpenFile.mode)
        }
        self.descriptor = descriptor
        guard try answer(EWOULDBLOCK, to: "lock", path, { flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 else {
            throw .held(path: directory.path)
        }
    }

    deinit {
        // Nothing was written through this descriptor.
        _ = close(descriptor)
    }
}
