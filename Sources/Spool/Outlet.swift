// SPDX-License-Identifier: Apache-2.0

import Glibc

/// One outlet directory, open for publishing by this process alone.
///
/// The order of calls is the promise (docs/SPOOL.md): `recover` once, then for each batch `stage`, the catalog's commit of the
/// outlet's prepared position, `release`, the catalog's commit of its published position. Every error of a directory's fsync
/// ends this value's use: open the outlet again and recover.
public final class Outlet: Sendable {
    /// Whether this opening marked the directory, so that nothing was published in it before.
    public let isNew: Bool

    let tmp: Directory
    /// Where files become visible: `new/`, or the drop directory.
    let out: Directory
    /// Whose subdirectories hold what consumers have taken: `cur/`, or the drop directory.
    let taken: Directory
    let bad: Directory
    /// One syncfs(2) is as good as an fsync of each file.
    let isSyncedAsWhole: Bool
    private let lock: Lock

    /// Opens the outlet, after making what is missing of its directories.
    ///
    /// Directories that exist keep their permissions. Symbolic links, a second opener, the directory of another outlet or
    /// catalog, and directories on several or unsuitable file systems are refused.
    public init(opening settings: OutletDirectory, identity: OutletIdentity) throws(SpoolError) {
        let root = try Directory.opening(settings.workshop, orMaking: 0o2750)
        if !settings.allowsAnyFileSystem { try FileSystem.check(root) }
        isSyncedAsWhole = try FileSystem.isSyncedAsWhole(root)
        lock = try Lock(in: root)
        tmp = try root.subdirectory("tmp", orMaking: 0o700)
        bad = try root.subdirectory("bad", orMaking: 0o2770)
        switch settings.layout {
        case .spool:
            out = try root.subdirectory("new", orMaking: 0o2770)
            taken = try root.subdirectory("cur", orMaking: 0o2770)
        case .drop:
            out = try Directory.opening(settings.path, orMaking: 0o2770)
            taken = out
        }
        try Self.checkDevice(of: [tmp, out, taken, bad])
        let mayHoldFiles = settings.layout == .drop ? [tmp] : [tmp, out]
        isNew = try Self.claim(root, for: identity, holding: mayHoldFiles)
    }
}

extension Outlet {
    private static func checkDevice(of directories: [Directory]) throws(SpoolError) {
        var devices: Set<dev_t> = []
        for directory in directories {
            devices.insert(try directory.status().st_dev)
            guard devices.count == 1 else { throw .otherFileSystem(path: directory.path) }
        }
    }

    /// Checks the marker in `root`, or leaves one when the directories that we publish from and into are empty.
    private static func claim(
        _ root: Directory, for identity: OutletIdentity, holding directories: [Directory]
    ) throws(SpoolError) -> Bool {
        if let marker = try Marker(in: root) {
            try marker.check(identity, path: root.path)
            return false
        }
        for directory in directories {
            guard try directory.isEmpty() else { throw .foreignOutlet(path: root.path, .unmarked) }
        }
        try Marker(identity).write(in: root)
        return true
    }
}

extension Outlet {
    /// Counts the published files that nobody has taken yet and, at the price of one stat a file, their bytes.
    public func backlog(countsBytes: Bool = true) throws(SpoolError) -> (files: Int, bytes: Int64) {
        var backlog = (files: 0, bytes: Int64(0))
        try out.visit { (name, _) throws(SpoolError) in
            guard SpoolName.sequence(of: String(cString: name)) != nil else { return }
            guard let length = countsBytes ? try out.length(of: name) : 0 else { return }
            backlog.files += 1
            backlog.bytes += length
        }
        return backlog
    }
}
