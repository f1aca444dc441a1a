// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file that only grows. Owns the descriptor.
final class AppendFile: Sendable {
    let path: String
    let device: UInt64
    let inode: UInt64
    private let descriptor: CInt

    /// Opens, or creates with mode 0640, and makes the directory entry durable.
    ///
    /// Whoever may write the directory could put something else there: a symbolic link is not followed, and nobody waits at a pipe.
    init(_ path: String) throws(LogError) {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw LogError(opening: path, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw LogError(opening: path, ENXIO)
        }
        self.path = path
        self.descriptor = descriptor
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        try Self.synchronizeDirectory(of: path)
    }

    deinit { close(descriptor) }

    /// Bytes in the file now.
    var length: Int64 {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Appends all of the bytes, or none: after an error the file ends where it ended before.
    func append(_ bytes: [UInt8]) throws(LogError) {
        let before = length
        do throws(LogError) {
            try write(bytes)
        } catch {
            try truncate(to: before)
            throw error
        }
    }

    private func write(_ bytes: [UInt8]) throws(LogError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw LogError(path: path, errno: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Cuts the file off at `length`.
    func truncate(to length: Int64) throws(LogError) {
        guard ftruncate(descriptor, off_t(length)) == 0 else { throw LogError(path: path, errno: errno) }
    }

    /// fdatasync(2). A failure is never retried on the same descriptor: Linux reports a lost write once.
    func synchronize() throws(LogError) {
        guard fdatasync(descriptor) == 0 else { throw LogError(path: path, errno: errno) }
    }

    /// The name still means this file.
    func isStillAt(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && UInt64(status.st_dev) == device && UInt64(status.st_ino) == inode
    }

    private static func synchronizeDirectory(of path: String) throws(LogError) {
        let directory = open(path.parentDirectory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw LogError(path: path, errno: errno) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw LogError(path: path, errno: errno) }
    }
}
