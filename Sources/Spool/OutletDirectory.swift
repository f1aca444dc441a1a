// SPDX-License-Identifier: Apache-2.0

/// Where and how one outlet is published, as the configuration says.
public struct OutletDirectory: Hashable, Sendable {
    /// What consumers find at `path`.
    public enum Layout: String, Hashable, Sendable {
        /// `tmp/`, `new/`, `cur/` and `bad/`: files appear in `new/` and are claimed by rename (docs/SPOOL.md).
        case spool
        /// Nothing but finished files, for software that lists one directory and deletes what it has read.
        case drop
    }

    /// The outlet's name in the configuration.
    public var name: String
    /// The directory that consumers know; not a symbolic link.
    public var path: String
    /// What consumers find there.
    public var layout: Layout
    /// Publish on a file system of unknown kind, where files may appear twice after a crash.
    public var allowsAnyFileSystem: Bool

    /// Describes an outlet; nothing is opened yet.
    public init(name: String, path: String, layout: Layout = .spool, allowsAnyFileSystem: Bool = false) {
        self.name = name
        self.path = path
        self.layout = layout
        self.allowsAnyFileSystem = allowsAnyFileSystem
    }
}

extension OutletDirectory {
    /// The directory that holds the marker, the lock, `tmp/` and `bad/`.
    ///
    /// It is `path` itself, or for a drop directory its hidden sibling: what reads a drop directory takes all it sees for news.
    public var workshop: String {
        guard layout == .drop else { return path }
        let (parent, name) = Directory.split(path)
        return "\(parent)/.\(name).wirespool"
    }
}
