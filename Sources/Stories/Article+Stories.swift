// SPDX-License-Identifier: Apache-2.0
public import Articles
import Feeds
public import FoundationEssentials

extension Article {
    /// What tells two states of one item apart: its words, the changes it announces, and its status; never its dates or links.
    public var fingerprint: String {
        let announced = announcements
        let isPlain = announced.isEmpty && status == .usable && hashes.content.utf8.count == 64
        if isPlain { return String(hashes.content.prefix(32)) }
        let parts = [hashes.content, announced.sorted().joined(separator: ","), status.rawValue]
        return String(SHA256.hex(parts.joined(separator: "\n").utf8).prefix(32))
    }

    /// The markers that announce a change (`revision:2`, `kill`), in no order; labels of genre, series and urgency announce none.
    public var announcements: Set<String> {
        guard let markers else { return [] }
        let announcing = markers.filter { Article.changes[$0.class] != nil }
        return Set(announcing.map { marker in marker.class.rawValue + (marker.n.map { ":\($0)" } ?? "") })
    }

    /// The strongest change that the agency announces: withdrawals before corrections before repeats before updates.
    var announcedChange: ChangeType? {
        if status == .canceled { return .kill }
        let announced = Set((markers ?? []).compactMap { Article.changes[$0.class] })
        if announced.contains(.kill) { return .kill }
        // An embargo is marked withheld too, and withdraws nothing.
        if status == .withheld, embargoedUntil == nil { return .hold }
        return [.hold, .correction, .refile, .repetition, .update].first(where: announced.contains)
    }

    /// The date that the publisher gave the item, if it gave one that can be believed.
    var publishersDate: Moment? {
        guard let date = updated ?? published, date.quality != "fetch-time" else { return nil }
        return date
    }

    private static let changes: [Marker.Class: ChangeType] = [
        .kill: .kill, .hold: .hold, .correction: .correction, .minorCorrection: .refile, .repetition: .repetition, .revision: .update,
    ]
}

extension Article.Moment {
    /// The moment on the time line, or nil where `utc` is not RFC 3339.
    public var instant: Date? { Date(rfc3339: utc) }
}
