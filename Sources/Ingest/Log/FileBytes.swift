// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Reads the rest of a file; waits for nobody where that is a pipe.
enum FileBytes {
    /// The bytes from `offset` to the end, at most `limit` of them.
    static func read(_ path: String, from offset: Int64 = 0, limit: Int = 1 << 30) throws(LogError) -> [UInt8] {
        guard let bytes = try readIfPresent(path, from: offset, limit: limit) else { throw LogError(path: path, errno: ENOENT) }
        return bytes
    }

    /// The same; nil when there is no such file.
    static func readIfPresent(_ path: String, from offset: Int64 = 0, limit: Int = 1 << 30) throws(LogError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 || errno != ENOENT else { return nil }
        guard descriptor >= 0 else { throw LogError(path: path, errno: errno) }
        defer { close(descriptor) }
        return try read(descriptor, of: path, from: offset, limit: limit)
    }

    /// The same of an open file.
    static func read(_ descriptor: CInt, of path: String, from offset: Int64, limit: Int) throws(LogError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(1 << 16, limit))
        while bytes.count < limit {
            let count = pread(descriptor, &chunk, min(chunk.count, limit - bytes.count), off_t(offset) + off_t(bytes.count))
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw LogError(opening: path, errno) }
            guard count > 0 else { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }

    static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}

extension [UInt8] {
    /// Where the next line ends, from `start` on: by memchr(3), since what is no log may be all one line.
    func endOfLine(from start: Int) -> Int? {
        withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, start < bytes.count else { return nil }
            return memchr(base + start, 0x0A, bytes.count - start).map { base.distance(to: UnsafeRawPointer($0)) }
        }
    }
}

extension String {
    /// The directory that a path lies in: `.` where it names none.
    var parentDirectory: String {
        guard let slash = lastIndex(of: "/") else { return "." }
        return slash == startIndex ? "/" : String(self[..<slash])
    }

    /// What follows the last slash.
    var lastComponent: String {
        lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
    }
}
