// SPDX-License-Identifier: Apache-2.0
public import Catalog
public import FoundationEssentials
import Glibc

/// How an installation stands: read from the catalog, the log and the outlets' directories, also while the daemon writes them.
public struct Health: Sendable {
    /// When it was read.
    public var now: Date
    /// The configured feeds, in the configuration's order.
    public var feeds: [FeedHealth]
    /// The configured outlets.
    public var outlets: [OutletHealth]
    /// The number of the last version in the catalog.
    public var lastSequence: Int64
    /// How much there is.
    public var totals: CatalogTotals
    /// When files became visible, by outlet.
    public var releases: [ReleaseTimes]
    /// From the publishers' dates to the visible files, over the last 24 hours.
    public var latency: Latency?
    /// Who works on the catalog now: `wirespool run, pid 812, since …`; nil when nobody does, or nobody can tell.
    public var holder: String?
    /// Why the last reload was refused, if it was.
    public var refusal: String?
    /// Why polling pauses, if it does: the disk, or an outlet that is too far behind.
    public var shortage: String?
    /// Documents of which nothing was known, as far back as the log was looked at, the oldest first.
    public var gapEvents: [Gap]

    /// A document of which nothing was known, though its feed was read before.
    public struct Gap: Sendable, Hashable {
        /// The feed's name.
        public var feed: String
        /// When the document was committed.
        public var time: Date
        /// Items in it.
        public var items: Int
    }

    /// Versions that are looked at: those of seven days, but no more than this.
    private static let mostNotes = 20_000
    /// Of those of 24 hours, how many are read for the latency.
    private static let mostTimed = 2000

    /// Reads everything.
    public init(of settings: Settings, now: Date) throws(CatalogError) {
        self.now = now
        let reader = try CatalogReader(directory: settings.state)
        let states = try reader.feedStates().byName
        let notes = try reader.notes(since: now - 7 * 86_400, limit: Self.mostNotes)
        let commits = Dictionary(grouping: notes, by: \.feed).mapValues { $0.map(\.committed) }
        let events = RecentEvents(log: settings.log)
        gapEvents = events.gaps.map { Gap(feed: $0.feed ?? "", time: $0.time ?? .distantPast, items: $0.items ?? 0) }
        let gaps = Dictionary(grouping: gapEvents.filter { $0.time > now - 86_400 }, by: \.feed)
        let twins = Twins.owners(of: settings.feeds.filter(\.isEnabled).compactMap { states[$0.name]?.at($0.url) }.map(Standing.init))
        feeds = settings.feeds.map { feed in
            let state = states[feed.name].flatMap { $0.url == feed.url ? $0 : nil } ?? FeedState(name: feed.name, url: feed.url)
            var health = FeedHealth(feed, state: state, commits: commits[feed.name] ?? [], gaps: gaps[feed.name]?.count ?? 0, now: now)
            health.twin = twins[feed.name]
            return health
        }
        holder = CatalogHolder.name(in: settings.state)
        lastSequence = try reader.lastSequence()
        outlets = try Self.outlets(of: settings, reader, through: lastSequence, events, isIdle: holder == nil)
        totals = try reader.totals()
        releases = []
        for outlet in settings.outlets { releases.append(try reader.releaseTimes(of: outlet.name)) }
        latency = Latency(of: try reader.notes(since: now - 86_400, limit: Self.mostTimed, timed: true), in: releases)
        refusal = events.refusal?.message
        shortage = events.shortage.map { $0.message ?? "" }
    }

    /// - Parameter isIdle: no daemon runs: what an outlet's last event says is over when all is published since.
    private static func outlets(
        of settings: Settings, _ reader: CatalogReader, through last: Int64, _ events: RecentEvents, isIdle: Bool
    ) throws(CatalogError) -> [OutletHealth] {
        let positions = try reader.outlets()
        var outlets: [OutletHealth] = []
        for outlet in settings.outlets {
            let published = positions.first { $0.name == outlet.name }?.publishedThrough ?? last
            let event = isIdle && published >= last ? nil : events.outlets[outlet.name]
            let backlog = OutletBacklog(outlet)
            outlets.append(
                OutletHealth(
                    settings: outlet, publishedThrough: published, behind: Int(clamping: last - published),
                    behindSince: published < last ? try reader.commitTime(after: published) : nil, state: event?.state ?? "ok",
                    message: event?.message.map { Self.own($0, outlet.name) }, since: event?.time, waiting: backlog?.files,
                    oldest: backlog?.oldest))
        }
        return outlets
    }

    /// An outlet's message without the outlet's name, which stands beside it anyway.
    private static func own(_ message: String, _ outlet: String) -> String {
        let name = "outlet \(outlet): "
        return message.hasPrefix(name) ? String(message.dropFirst(name.count)) : message
    }
}

extension Health {
    /// How bad it is, as monitoring systems count.
    public enum Severity: Int, Sendable, Comparable {
        case ok, warning, critical

        /// The worse one is greater.
        public static func < (one: Severity, other: Severity) -> Bool { one.rawValue < other.rawValue }
    }

    /// What is wrong, the worst first; empty when all is well.
    public var complaints: [(severity: Severity, text: String)] {
        var complaints: [(severity: Severity, text: String)] = []
        if isStalled { complaints.append((.critical, "no feed is polled: the daemon does not run")) }
        if let shortage { complaints.append((.critical, "polling pauses: \(shortage)")) }
        for outlet in outlets where outlet.isInTrouble(at: now) {
            let what = outlet.state == "ok" ? "is \(outlet.behind) versions behind" : "is \(outlet.state): \(outlet.message ?? "")"
            complaints.append((.critical, "outlet \(outlet.settings.name) \(what)"))
        }
        if let refusal { complaints.append((.warning, "the last reload was refused: \(refusal.split(separator: "\n").first ?? "")")) }
        for (condition, text) in [(FeedHealth.Condition.failing, "failing"), (.gone, "gone for good"), (.quiet, "gone quiet")] {
            let names = feeds.filter { $0.condition == condition }.map(\.settings.name)
            guard !names.isEmpty else { continue }
            let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
            complaints.append((.warning, "\(names.count) \(names.count == 1 ? "feed" : "feeds") \(text) (\(shown))"))
        }
        return complaints.sorted { $0.severity > $1.severity }
    }

    /// The worst of the complaints.
    public var severity: Severity { complaints.first?.severity ?? .ok }

    /// Every feed that should be polled is long overdue: neither daemon nor timer runs.
    public var isStalled: Bool {
        let enabled = feeds.filter { $0.settings.isEnabled && $0.condition != .gone }
        return !enabled.isEmpty && holder == nil && enabled.allSatisfy { $0.isOverdue(at: now) }
    }

    /// How many feeds are in a condition.
    public func count(_ condition: FeedHealth.Condition) -> Int { feeds.count { $0.condition == condition } }

    /// Documents of the last 24 hours of which nothing was known.
    public var gaps: Int { feeds.reduce(0) { $0 + $1.gaps } }
}

/// Who holds a state directory's lock, without taking it: a lock taken for a moment could keep a daemon from starting.
enum CatalogHolder {
    static func name(in state: String) -> String? {
        var status = stat()
        guard stat(state + "/lock", &status) == 0, let locks = try? FileBytes.read("/proc/locks", limit: 1 << 20) else { return nil }
        let inode = ":\(status.st_ino)"
        let isHeld = String(decoding: locks, as: UTF8.self).split(separator: "\n").contains { line in
            line.contains("FLOCK") && line.split(separator: " ").contains { $0.hasSuffix(inode) }
        }
        guard isHeld, let text = try? FileBytes.read(state + "/lock", limit: 200) else { return nil }
        return String(decoding: text.prefix { $0 >= 0x20 }, as: UTF8.self)
    }
}
