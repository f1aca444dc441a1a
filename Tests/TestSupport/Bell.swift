// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// A signal that rings once, and is heard by all threads that wait for it from then on.
final class Bell: Sendable {
    private let listened: Int32
    private let rung: Mutex<Int32?>

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw SystemError(errno) }
        listened = ends[0]
        rung = Mutex(ends[1])
    }

    deinit {
        ring()
        close(listened)
    }

    /// What to hand to poll(2); the end of the pipe is the ring.
    var poll: pollfd { pollfd(fd: listened, events: Int16(POLLIN), revents: 0) }

    func ring() {
        rung.withLock { end in
            guard let open = end else { return }
            close(open)
            end = nil
        }
    }

    func rings(within milliseconds: Int32) -> Bool {
        var descriptor = poll
        return Glibc.poll(&descriptor, 1, milliseconds) > 0
    }
}
