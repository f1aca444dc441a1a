// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc

/// When the log file is set aside, and how many of the old ones are kept.
public struct LogRotation: Hashable, Sendable {
    /// Bytes.
    public var size = 64 << 20
    /// How many set-aside files stay beside the log; the oldest beyond them are removed.
    public var kept = 8
    /// How long set-aside files stay; nil is no limit.
    public var age: Duration?

    /// 64 MiB, 8 files.
    public init() {}

    /// Renames the log to `<path>.<seq of its last event>` and removes the oldest beyond `kept`.
    func rotate(_ path: String, endingWith sequence: Int64) throws(LogError) {
        guard rename(path, "\(path).\(sequence)") == 0 else { throw LogError(path: path, errno: errno) }
        for old in Self.rotated(path).dropLast(kept) where unlink(old) != 0 && errno != ENOENT {
            throw LogError(path: old, errno: errno)
        }
    }

    /// Removes set-aside files that were last written too long ago, and returns how many.
    func removeExpired(_ path: String, now: Date) -> Int {
        guard let age else { return 0 }
        let oldest = (now - age.inSeconds).timeIntervalSince1970
        return Self.rotated(path).count { file in
            var status = stat()
            return stat(file, &status) == 0 && Double(status.st_mtim.tv_sec) < oldest && unlink(file) == 0
        }
    }

    /// The log's files in the order of their events, the set-aside ones first, whatever renamed them.
    static func filesInOrder(_ path: String) throws(LogError) -> [String] {
        try dated(path).map(\.file)
    }

    private static func dated(_ path: String) throws(LogError) -> [(first: Int64, file: String)] {
        var dated: [(first: Int64, file: String)] = []
        for file in rotated(path) + [path] {
            guard let head = try FileBytes.readIfPresent(file, limit: 1 << 16) else { continue }
            let first = head.split(separator: UInt8(ascii: "\n")).lazy.compactMap { LogLine.sequence(of: $0) }.first
            // The log itself is the last, also when it is empty or begins with damage.
            guard let first = first ?? (file == path ? Int64.max : nil) else { continue }
            dated.append((first, file))
        }
        return dated.sorted { $0.first < $1.first }
    }

    /// Those of them that may hold events after `last`: a file is read through when the next one begins at or before it.
    static func filesInOrder(_ path: String, after last: Int64) throws(LogError) -> [String] {
        let files = try dated(path)
        let begin = files.lastIndex { $0.first - 1 <= last } ?? files.startIndex
        return files[begin...].map(\.file)
    }

    /// The set-aside files of a log, oldest first; what has such a name and is no file is none.
    static func rotated(_ path: String) -> [String] {
        let prefix = path.lastComponent + "."
        let numbered = DirectoryListing.names(in: path.parentDirectory).compactMap { name -> (Int64, String)? in
            guard name.hasPrefix(prefix), let sequence = Int64(name.dropFirst(prefix.count)) else { return nil }
            let file = path.parentDirectory + "/" + name
            return FileBytes.isRegular(file) ? (sequence, file) : nil
        }
        return numbered.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// The names in a directory.
enum DirectoryListing {
    /// Every name but `.` and `..`, unsorted; empty when the directory can't be read.
    static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }
}
