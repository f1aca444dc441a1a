// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import Glibc

/// How one outlet stands.
public struct OutletHealth: Sendable {
    /// The outlet as it is configured.
    public var settings: OutletSettings
    /// The number of the last version that is published here.
    public var publishedThrough: Int64
    /// Versions that are committed and not yet published here.
    public var behind: Int
    /// Since when the oldest of them waits.
    public var behindSince: Date?
    /// `ok`, or what the last event says: `full`, `failed`.
    public var state: String
    /// What went wrong, in words for people.
    public var message: String?
    /// Since when the state is what it is, as far as the log goes back.
    public var since: Date?
    /// Files that wait for the consumer; nil where the directory can't be read.
    public var waiting: Int?
    /// Since when the oldest of them lies there.
    public var oldest: Date?

    /// An outlet is in trouble, or lags behind the catalog for longer than a busy moment.
    public func isInTrouble(at now: Date) -> Bool {
        state != "ok" || (behindSince.map { now.timeIntervalSince($0) > 300 } ?? false)
    }
}

/// The files that wait in an outlet.
struct OutletBacklog {
    var files = 0
    var oldest: Date?

    /// Nil where the directory can't be read.
    init?(_ outlet: OutletSettings) {
        let directory = outlet.layout == .spool ? outlet.path + "/new" : outlet.path
        guard access(directory, R_OK | X_OK) == 0 else { return nil }
        let names = DirectoryListing.names(in: directory).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
        files = names.count
        // Names rise with the catalog's order.
        guard let first = names.min() else { return }
        var status = stat()
        guard stat("\(directory)/\(first)", &status) == 0 else { return }
        oldest = Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec))
    }
}
