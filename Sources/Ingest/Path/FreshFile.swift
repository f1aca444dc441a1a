// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file that nobody else has put there.
enum FreshFile {
    /// Removes what has the name, be it a link or a pipe that was planted, and opens a new file for writing; negative where that fails.
    static func open(_ path: String, mode: mode_t) -> CInt {
        unlink(path)
        return Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    }
}
