// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

/// One revision of one story as committed.
public struct StoredVersion: Hashable, Sendable {
    /// Rising, and never used twice.
    public var sequence: Int64
    /// The story's id.
    public var story: String
    /// The name of the feed that brought this revision.
    public var feed: String
    /// The story's own counter, from 1.
    public var revision: Int
    /// The article as native JSON, byte for byte as committed, without a newline.
    public var record: [UInt8]
    /// Whole milliseconds.
    public var committed: Date
    /// Whole seconds, and later for each revision of a story than for the one before, whatever the clock does.
    public var created: Date
    /// The earliest date that any revision of the story gave.
    public var firstCreated: Date?
}

/// One event of the ingestion log as committed.
public struct StoredEvent: Hashable, Sendable {
    /// Rising without gaps.
    public var sequence: Int64
    /// The line's exact bytes, its newline included.
    public var line: [UInt8]
}

/// How far the ingestion log's file is known to be durable.
public struct LogPosition: Hashable, Sendable {
    /// The last event whose line is on the disk.
    public var sequence: Int64
    /// Where its line ends in the file.
    public var offset: Int64
    /// The file system that the file is on.
    public var device: UInt64
    /// The file, whatever it is called by now.
    public var inode: UInt64

    /// The position of a file that was just synced.
    public init(sequence: Int64, offset: Int64, device: UInt64, inode: UInt64) {
        self.sequence = sequence
        self.offset = offset
        self.device = device
        self.inode = inode
    }
}

/// How far one outlet has come.
public struct OutletPosition: Hashable, Sendable {
    /// The name in the settings.
    public var name: String
    /// A UUID, made when the outlet was first seen and written into its directory.
    public var id: String
    /// Every version up to here has its file, durable, in the outlet's workshop or beyond.
    public var preparedThrough: Int64
    /// Every version up to here is published; never more than `preparedThrough`.
    public var publishedThrough: Int64
}

/// Where a new outlet begins.
public enum OutletStart: Hashable, Sendable {
    /// With what is committed from now on.
    case now
    /// With the oldest version in the catalog.
    case beginning
    /// With the version after this one.
    case after(Int64)
}
