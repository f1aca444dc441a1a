// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// The file systems whose rename is atomic and whose fsync is honest enough to publish on.
enum FileSystem {
    /// The numbers of statfs(2): ext2 to ext4, XFS, Btrfs, F2FS, Bcachefs, ZFS, tmpfs and overlay.
    private static let known: Set<UInt32> = [
        0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0xCA45_1A4E, 0x2FC1_2FC1, 0x0102_1994, 0x794C_7630,
    ]

    /// Refuses a directory on a file system of another kind.
    static func check(_ directory: Directory) throws(SpoolError) {
        var status = statfs()
        _ = try call("statfs", directory.path) { fstatfs(directory.descriptor, &status) }
        let type = UInt32(truncatingIfNeeded: status.f_type)
        guard known.contains(type) else { throw .unsupportedFileSystem(path: directory.path, type: type) }
    }
}
