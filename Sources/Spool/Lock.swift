// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The lock on an outlet, or on one consumer's claims; it ends with this value or with the process, and its file stays.
final class Lock: Sendable {
    private let descriptor: CInt

    /// Locks an outlet by a file in its directory.
    convenience init(in directory: Directory) throws(SpoolError) {
        let path = "\(directory.path)/.lock"
        let descriptor = try call("open", path) {
            openat(directory.descriptor, ".lock", O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, OpenFile.mode)
        }
        try self.init(locking: descriptor, of: directory.path)
    }

    /// Locks a directory itself, in which nothing but claims shall lie.
    convenience init(of directory: Directory) throws(SpoolError) {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        try self.init(locking: try call("open", directory.path) { openat(directory.descriptor, ".", flags) }, of: directory.path)
    }

    private init(locking descriptor: CInt, of path: String) throws(SpoolError) {
        self.descriptor = descriptor
        guard try answer(EWOULDBLOCK, to: "lock", path, { flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 else { throw .held(path: path) }
    }

    deinit {
        // Unlocked first: a child that is being spawned shares the lock until it runs another program.
        _ = flock(descriptor, LOCK_UN)
        // Nothing was written through this descriptor.
        _ = close(descriptor)
    }
}
