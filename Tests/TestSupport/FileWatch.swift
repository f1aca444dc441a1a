// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Sees whether anybody opens a file (inotify(7)).
public final class FileWatch: Sendable {
    private let descriptor: CInt

    /// Watches from now on.
    public init(_ path: String) throws {
        descriptor = inotify_init1(CInt(IN_CLOEXEC) | CInt(IN_NONBLOCK))
        guard descriptor >= 0, inotify_add_watch(descriptor, path, UInt32(IN_OPEN | IN_ACCESS)) >= 0 else { throw SystemError(errno) }
    }

    deinit { close(descriptor) }

    /// Somebody has opened it since the last question.
    public var wasOpened: Bool {
        var events = [UInt8](repeating: 0, count: 4096)
        return read(descriptor, &events, events.count) > 0
    }
}
