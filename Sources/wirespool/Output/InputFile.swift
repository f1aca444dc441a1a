// SPDX-License-Identifier: Apache-2.0
import Feeds
import Glibc
import Ingest

/// A document that the user names.
enum InputFile {
    /// The most that is read of one document.
    private static let limit = 64 << 20

    /// The bytes of a file, or of standard input for `-`.
    static func bytes(of path: String) throws(Failure) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { if path != "-" { close(descriptor) } }
        var status = stat()
        fstat(descriptor, &status)
        // One byte more than the file has, so that its end is seen without asking for memory.
        var bytes = [UInt8](repeating: 0, count: min(max(Int(status.st_size), 0), limit) + 1)
        var length = 0
        while length <= limit {
            if length == bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(length, 1 << 16))) }
            let count = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[length...])
                return read(descriptor, rest.baseAddress, rest.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure(path) }
            guard count > 0 else {
                bytes.removeLast(bytes.count - length)
                return bytes
            }
            length += count
        }
        throw Failure(message: "\(path): larger than 64 MiB", code: Ingest.ExitCode.badData)
    }

    private static func failure(_ path: String) -> Failure {
        Failure(message: "\(path): \(String(cString: strerror(errno)))", code: Ingest.ExitCode.inputOutput)
    }
}
