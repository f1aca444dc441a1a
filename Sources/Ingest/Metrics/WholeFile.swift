// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file that is replaced as a whole.
public enum WholeFile {
    /// Writes beside the file and renames, so that a reader sees the old text or the new.
    public static func write(_ text: String, to path: String) throws(LogError) {
        let temporary = "\(path.parentDirectory)/.\(path.lastComponent).\(getpid())"
        let descriptor = FreshFile.open(temporary, mode: 0o644)
        guard descriptor >= 0 else { throw LogError(path: path, errno: errno) }
        // Readable for node_exporter, whatever the umask is.
        fchmod(descriptor, 0o644)
        let bytes = Array(text.utf8)
        let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count
        close(descriptor)
        guard isWritten, rename(temporary, path) == 0 else {
            let error = LogError(path: path, errno: errno)
            unlink(temporary)
            throw error
        }
    }
}
