// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// The file systems whose rename is atomic and whose fsync is honest enough to publish on.
enum FileSystem {
    /// The numbers of statfs(2): ext2 to ext4, XFS, Btrfs, F2FS, Bcachefs, ZFS, tmpfs and overlay.
    private static let known: Set<UInt32> = [
        0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0xCA45_1A4E, 0x2FC1_2FC1, 0x0102_1994, 0x794C_7630,
    ]

    /// Those of them whose syncfs(2) makes everything durable and tells of what it could not: ext2 to ext4, XFS, Btrfs and, where
    /// nothing is durable, tmpfs.
    private static let synced: Set<UInt32> = [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994]

    /// Refuses a directory on a file system of another kind.
    static func check(_ directory: Directory) throws(SpoolError) {
        let type = try type(of: directory)
        guard known.contains(type) else { throw .unsupportedFileSystem(path: directory.path, type: type) }
    }

    /// Whether one syncfs(2) is as good as an fsync of each file.
    static func isSyncedAsWhole(_ directory: Directory) throws(SpoolError) -> Bool {
        let type = try type(of: directory)
        return reportsLostWrites && synced.contains(type)
    }

    private static func type(of directory: Directory) throws(SpoolError) -> UInt32 {
        var status = statfs()
        _ = try call("statfs", directory.path) { fstatfs(directory.descriptor, &status) }
        return UInt32(truncatingIfNeeded: status.f_type)
    }

    /// syncfs(2): only since Linux 5.8 does it fail when a write was lost.
    private static let reportsLostWrites: Bool = {
        var name = utsname()
        guard uname(&name) == 0 else { return false }
        let release = withUnsafeBytes(of: &name.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        let numbers = release.split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
        return !numbers.lexicographicallyPrecedes([5, 8])
    }()
}
