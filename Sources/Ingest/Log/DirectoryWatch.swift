// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Waits until something happens in a directory (inotify(7)).
public struct DirectoryWatch: ~Copyable {
    private let descriptor: CInt

    /// Watches the directory that `path` lies in. Where that is impossible `wait` only waits for its time.
    public init(around path: String) {
        self.init(path.parentDirectory, for: UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_CLOSE_WRITE))
    }

    /// Watches for files that are moved into `directory`, as an outlet's are.
    init(arrivalsIn directory: String) {
        self.init(directory, for: UInt32(IN_MOVED_TO))
    }

    private init(_ directory: String, for events: UInt32) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        inotify_add_watch(descriptor, directory, events)
    }

    deinit { close(descriptor) }

    /// Returns at the next change, or after `milliseconds`.
    public func wait(milliseconds: Int32) {
        var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&interest, 1, milliseconds) > 0 else { return }
        var events = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &events, events.count) > 0 {}
    }
}
