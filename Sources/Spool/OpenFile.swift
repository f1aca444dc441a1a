// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// An open file, closed at the latest when nobody refers to it any more.
final class OpenFile {
    private var descriptor: CInt
    private let path: String

    /// Makes a new file with the permissions of published files, whatever the umask says.
    init(creating name: String, in directory: Directory) throws(SpoolError) {
        let path = "\(directory.path)/\(name)"
        self.path = path
        descriptor = try call("create", path) {
            openat(directory.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, Self.mode)
        }
        _ = try call("chmod", path) { fchmod(descriptor, Self.mode) }
    }

    /// Opens a file for reading, never through a symbolic link, and without waiting should it be a pipe.
    init(reading name: String, in directory: Directory) throws(SpoolError) {
        let path = "\(directory.path)/\(name)"
        self.path = path
        descriptor = try call("open", path) { openat(directory.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    }

    deinit {
        // Whoever needed the bytes to be durable has called synchronize() and close() before.
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
    }
}

extension OpenFile {
    /// `rw-r-----`: the owner writes, the spool's group reads.
    static let mode: mode_t = 0o640

    /// The descriptor, for a child that inherits it; it stays this value's.
    var number: CInt { descriptor }

    /// Writes all of `bytes`.
    func write(_ bytes: [UInt8]) throws(SpoolError) {
        var written = 0
        while written < bytes.count {
            let count = try call("write", path) {
                bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
            }
            written += count
        }
    }

    /// Lets the disk begin to write what the file holds.
    ///
    /// A hint whose failure doesn't matter: the fsync that must follow tells whether the bytes are there.
    func startWriteOut() {
        _ = sync_file_range(descriptor, 0, 0, sync_file_range_write)
    }

    /// Makes the bytes durable. After a failure the descriptor must not be used again: Linux reports a lost write once.
    func synchronize() throws(SpoolError) {
        _ = try call("fsync", path) { fsync(descriptor) }
    }

    /// Closes the file and tells whether that lost anything.
    func close() throws(SpoolError) {
        let closing = descriptor
        descriptor = -1
        // close(2): the descriptor is gone also after EINTR, so that there is no second attempt.
        guard Glibc.close(closing) != 0, errno != EINTR else { return }
        throw SpoolError.Fault(step: "close", path: path, code: errno).error
    }

    /// The bytes up to `limit`.
    func read(limit: Int) throws(SpoolError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let part = try readPart(Swift.min(limit - bytes.count, 65536))
            if part.isEmpty { break }
            bytes += part
        }
        return bytes
    }

    private func readPart(_ size: Int) throws(SpoolError) -> [UInt8] {
        var part = [UInt8](repeating: 0, count: size)
        let count = try call("read", path) { Glibc.read(descriptor, &part, size) }
        return Array(part.prefix(count))
    }

    /// Whether this file and `other` hold the same bytes from where they were opened.
    func hasSameBytes(as other: OpenFile) throws(SpoolError) -> Bool {
        while true {
            let mine = try read(limit: 65536)
            let theirs = try other.read(limit: 65536)
            guard mine == theirs else { return false }
            if mine.isEmpty { return true }
        }
    }
}
