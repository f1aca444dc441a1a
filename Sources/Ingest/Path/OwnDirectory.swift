// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A directory of the program's own below its state.
enum OwnDirectory {
    /// Makes it with mode 0700 where it is missing; false where something else stands there, be it a symbolic link to a directory.
    static func make(_ path: String) -> Bool {
        mkdir(path, 0o700)
        return exists(path)
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
