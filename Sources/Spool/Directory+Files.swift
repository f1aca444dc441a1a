// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

extension Directory {
    /// What became of a file that was to be moved.
    enum Move {
        case moved
        /// The file isn't there.
        case absent
        /// Its new name is taken already.
        case occupied
    }

    /// Moves a file in one step, never over another one.
    func move(_ source: String, to target: Directory, as name: String) throws(SpoolError) -> Move {
        let outcome = try answer(ENOENT, EEXIST, EINVAL, to: "rename", "\(target.path)/\(name)") {
            renameat2(descriptor, source, target.descriptor, name, rename_noreplace)
        }
        // EINVAL: the file system (NFS, some FUSE) knows only the rename that replaces.
        return outcome == EINVAL ? try link(source, to: target, as: name) : Move(outcome)
    }

    /// Moves a file in two steps, never over another one: for a moment it has both names.
    func link(_ source: String, to target: Directory, as name: String) throws(SpoolError) -> Move {
        let outcome = try answer(ENOENT, EEXIST, to: "link", "\(target.path)/\(name)") {
            linkat(descriptor, source, target.descriptor, name, 0)
        }
        if outcome == 0 { try remove(source) }
        return Move(outcome)
    }

    /// Removes a file and tells whether it was there; a directory of this name stays.
    @discardableResult
    func remove(_ name: UnsafePointer<CChar>) throws(SpoolError) -> Bool {
        try answer(ENOENT, EISDIR, to: "unlink", "\(path)/\(String(cString: name))") { unlinkat(descriptor, name, 0) } == 0
    }

    /// Whether there is something of this name.
    func contains(_ name: String) throws(SpoolError) -> Bool {
        var status = stat()
        return try answer(ENOENT, to: "stat", "\(path)/\(name)") { fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) } == 0
    }

    /// The length of a file; nil when it has gone, or isn't a regular file.
    func length(of name: UnsafePointer<CChar>) throws(SpoolError) -> Int64? { try details(of: name)?.length }

    /// The length of a file and when it was written, in seconds since 1970; nil when it has gone, or isn't a regular file.
    func details(of name: UnsafePointer<CChar>) throws(SpoolError) -> (length: Int64, modified: Int64)? {
        var status = stat()
        let outcome = try answer(ENOENT, to: "stat", "\(path)/\(String(cString: name))") {
            fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW)
        }
        guard outcome == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return (Int64(status.st_size), Int64(status.st_mtim.tv_sec))
    }

    /// All bytes of a regular file; nil when there is none of this name, or it is longer than `limit`.
    func contents(of name: String, limit: Int) throws(SpoolError) -> [UInt8]? {
        guard let length = try length(of: name), length <= Int64(limit) else { return nil }
        let file = try OpenFile(reading: name, in: self)
        return try file.read(limit: limit)
    }
}

extension Directory.Move {
    fileprivate init(_ outcome: CInt) {
        self = outcome == 0 ? .moved : outcome == EEXIST ? .occupied : .absent
    }
}
