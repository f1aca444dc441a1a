// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import Glibc

/// Sees to it that only one process works on a state directory.
///
/// The lock ends with the process, however that dies; the file `lock` stays, and says who held it last.
public final class CatalogLock: Sendable {
    private let descriptor: CInt

    /// Takes the lock on `directory` at once, or throws `held(by:)`; makes the directory if need be.
    ///
    /// - Parameter command: what the holder calls itself: `wirespool run`.
    public init(directory: String, command: String, at time: Date) throws(CatalogError) {
        try StateDirectory.create(directory)
        let path = directory + "/lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StateDirectory.failure(path) }
        do throws(CatalogError) {
            try CatalogLock.take(descriptor, path: path)
            try CatalogLock.write("\(command), pid \(getpid()), since \(time.rfc3339Seconds)\n", to: descriptor, path: path)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}

extension CatalogLock {
    private static func take(_ descriptor: CInt, path: String) throws(CatalogError) {
        guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
        guard errno == EWOULDBLOCK else { throw StateDirectory.failure(path) }
        var text = [UInt8](repeating: 0, count: 200)
        let length = max(0, pread(descriptor, &text, text.count, 0))
        let holder = String(decoding: text.prefix(length).prefix { $0 >= 0x20 }, as: UTF8.self)
        throw .held(by: holder.isEmpty ? "a process that has not said who it is" : holder)
    }

    private static func write(_ text: String, to descriptor: CInt, path: String) throws(CatalogError) {
        let bytes = Array(text.utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else {
            throw StateDirectory.failure(path)
        }
    }
}
