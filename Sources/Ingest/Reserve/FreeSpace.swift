// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What is left of a file system, for a user like ours.
struct FreeSpace: Hashable {
    /// Bytes.
    var free: Int
    /// Bytes in all.
    var total: Int
    var freeInodes: Int
    /// 0 where the file system makes them as it goes.
    var inodes: Int

    /// Nil where the directory can't be asked.
    init?(of directory: String) {
        var status = statvfs()
        guard statvfs(directory, &status) == 0 else { return nil }
        let block = Int(clamping: status.f_frsize)
        self.init(
            free: Int(clamping: status.f_bavail).multipliedClamping(by: block),
            total: Int(clamping: status.f_blocks).multipliedClamping(by: block),
            freeInodes: Int(clamping: status.f_favail), inodes: Int(clamping: status.f_files))
    }

    init(free: Int, total: Int, freeInodes: Int = 0, inodes: Int = 0) {
        (self.free, self.total, self.freeInodes, self.inodes) = (free, total, freeInodes, inodes)
    }

    /// What is short, in words; nil when there is enough.
    ///
    /// - Parameters:
    ///   - floor: bytes that stay free; of a small file system no more than a twentieth.
    ///   - isShort: it was short before: a tenth more must be free, so that it doesn't swing.
    func shortage(below floor: Int, isShort: Bool) -> String? {
        var bytes = min(floor, total / 20)
        var files = inodes / 50
        if isShort { (bytes, files) = (bytes + bytes / 10, files + files / 10) }
        if free < bytes { return "\(free / 1_048_576) MiB are free, and \(bytes / 1_048_576) MiB must be" }
        if freeInodes < files { return "\(freeInodes) inodes are free, and \(files) must be" }
        return nil
    }
}

extension Int {
    fileprivate func multipliedClamping(by factor: Int) -> Int {
        let (product, hasOverflowed) = multipliedReportingOverflow(by: factor)
        return hasOverflowed ? .max : product
    }
}
