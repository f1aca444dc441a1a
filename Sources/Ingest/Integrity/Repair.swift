// SPDX-License-Identifier: Apache-2.0
import Articles
public import Catalog
public import FoundationEssentials
import Glibc
import Spool

/// Makes a new catalog from what a damaged one, the outlets and the log still tell: what `wirespool check --deep --repair` does.
public enum Repair {
    /// Rebuilds the catalog of an installation that nothing else works on. The damaged file is kept, in its place until the new one is whole:
    /// interrupted anywhere, it can be begun again.
    ///
    /// A catalog that is whole, but older than its outlets and log, only learns what it lacks.
    ///
    /// - Parameter isDamaged: the file is set aside; else it is added to.
    public static func run(_ settings: Settings, isDamaged: Bool, now: Date) async throws -> Rebuilding {
        let lock = try CatalogLock(directory: settings.state, command: "wirespool check --repair", at: now)
        defer { withExtendedLifetime(lock) {} }
        let outlets = settings.outlets.map { (settings: $0, marker: OutletIdentity(of: OutletDirectory($0)), files: OutletFiles($0).files) }
        let publishers = Publishers(settings.feeds.reduce(into: [:]) { $0[$1.name] = $1.publisher })
        var rebuilding = Rebuilding()
        let catalog =
            isDamaged
            ? try await Catalog.rebuild(
                settings.state, identifier: outlets.compactMap(\.marker?.catalogID).first, publishers: publishers, &rebuilding)
            : try Catalog(directory: settings.state)
        for outlet in outlets where outlet.settings.format == .native {
            rebuilding.fromOutlets += try await absorb(outlet.files, of: publishers, into: catalog)
        }
        let log = try LoggedStories(settings.log)
        rebuilding.fromLog = try await catalog.absorb(log.stories, of: publishers)
        try await catalog.settle(
            outlets: outlets.map { ($0.settings.name, $0.marker?.outletID, $0.files.last?.sequence ?? 0) }, log: log.end, &rebuilding)
        try await catalog.close()
        if isDamaged { try Catalog.install(rebuiltIn: settings.state, at: now, &rebuilding) }
        return rebuilding
    }

    /// A few at a time: records may be large.
    private static func absorb(_ files: [OutletFiles.File], of publishers: Publishers, into catalog: Catalog) async throws -> Int {
        var added = 0
        for start in stride(from: 0, to: files.count, by: 64) {
            let versions = files[start..<min(start + 64, files.count)].compactMap { file -> RecoveredVersion? in
                // What can't be read, or has just been taken, has nothing to tell.
                guard let bytes = try? FileBytes.readIfPresent(file.path), bytes.last == UInt8(ascii: "\n") else { return nil }
                return RecoveredVersion(
                    sequence: file.sequence, record: Array(bytes.dropLast()), committed: Date(timeIntervalSince1970: Double(file.modified)))
            }
            added += try await catalog.absorb(versions, of: publishers)
        }
        return added
    }
}

/// The stories that the ingestion log tells of, each as its last event does, and where the log ends.
struct LoggedStories {
    private(set) var stories: [LoggedStory] = []
    /// The end of the last whole line.
    private(set) var end: LogPosition?

    init(_ path: String) throws(LogError) {
        var places: [String: Int] = [:]
        for file in try LogRotation.filesInOrder(path) {
            let bytes = try FileBytes.read(file)
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                guard let record = LogRecord(line: Array(line)), let story = LoggedStory(record) else { continue }
                if let place = places[story.id] {
                    stories[place].revision = max(stories[place].revision, story.revision)
                } else {
                    places[story.id] = stories.count
                    stories.append(story)
                }
            }
            if file == path { end = Self.end(of: bytes, path) }
        }
    }

    private static func end(of bytes: [UInt8], _ path: String) -> LogPosition? {
        guard let newline = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
        var status = stat()
        let line = bytes[..<newline].lastIndex(of: UInt8(ascii: "\n")).map { bytes[($0 + 1)..<newline] } ?? bytes[..<newline]
        guard let sequence = LogLine.sequence(of: line), stat(path, &status) == 0 else { return nil }
        return LogPosition(sequence: sequence, offset: Int64(newline + 1), device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }
}

extension LoggedStory {
    /// Nil for events of other kinds, and for those that published nothing.
    fileprivate init?(_ record: LogRecord) {
        guard record.ev == "story", let id = record.story, let revision = record.rev, let feed = record.feed,
            !["duplicate", "rejected", "unchanged"].contains(record.verdict ?? "")
        else { return nil }
        self.init(
            id: id, revision: revision, feed: feed, guid: record.guid, headline: record.headline ?? "", time: record.time ?? .distantPast)
    }
}
