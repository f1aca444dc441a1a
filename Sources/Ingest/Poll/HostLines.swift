// SPDX-License-Identifier: Apache-2.0

/// Feeds that wait for their host in a line: a name takes a few bytes there, a task that waits some kilobytes.
struct HostLines {
    /// The hosts that are being asked, each with those who are next.
    private var waiting: [String: [String]] = [:]

    /// True when the host is free, and from now on is not; else the feed waits.
    mutating func enter(_ feed: String, at host: String) -> Bool {
        guard waiting[host] != nil else {
            waiting[host] = []
            return true
        }
        waiting[host]?.append(feed)
        return false
    }

    /// The feed that is next; when there is none, the host is free.
    mutating func next(at host: String) -> String? {
        guard waiting[host]?.isEmpty == false else {
            waiting[host] = nil
            return nil
        }
        return waiting[host]?.removeFirst()
    }
}
