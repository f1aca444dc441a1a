// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file that is replaced as a whole.
public enum WholeFile {
    /// Writes beside the file and renames, so that a reader sees the old text or the new.
    ///
    /// Others may write the directory, too: what stands under the name that is written to is removed, never written through.
    public static func write(_ text: String, to path: String) throws(LogError) {
        let temporary = "\(path.parentDirectory)/.\(path.lastComponent).\(getpid())"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
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
