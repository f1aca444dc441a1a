// SPDX-License-Identifier: Apache-2.0
import Articles
import Spool

/// Every key of the configuration: the one table that drives the reader, the sample file and the manual page.
public enum SettingsTable {
    /// Where a key may stand.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        case top, outlet, feed
        /// Under `defaults` or a feed.
        case inheritable
    }

    /// What people are told about a key.
    public struct Row: Sendable, Hashable {
        /// The key as it is written.
        public var name: String
        /// Where it may stand.
        public var scope: Scope
        /// What may be written: `duration, 100ms … 30d`, `spool | drop`.
        public var type: String
        /// As it would be written; nil when there is none.
        public var standard: String?
        /// One line that says what it does.
        public var help: String
    }

    /// The keys in the order of the sample file.
    public static var rows: [Row] {
        rows(top, .top) + rows(outlet, .outlet) + rows(feed, .feed) + rows(inheritable, .inheritable)
    }

    private static func rows<Target>(_ settings: [Setting<Target>], _ scope: Scope) -> [Row] {
        settings.map { Row(name: $0.name, scope: scope, type: $0.type, standard: $0.standard, help: $0.help) }
    }
}

/// What stands at the top of a configuration file.
struct TopLevel {
    var state = "/var/lib/wirespool"
    var log = "/var/log/wirespool/ingest.log"
    var places: String?
    var metrics: MetricsTarget?
    var retention = Retention()
    var parser = ParserPlace.inline
    var minFree = 64 << 20
    var outlets: SettingMember?
    var defaults: SettingMember?
    var include: SettingMember?
    var feeds: SettingMember?
}

extension SettingsTable {
    static let top: [Setting<TopLevel>] = [
        .path("state", \.state, standard: "/var/lib/wirespool", "The directory of the catalog, its lock and the quarantine."),
        .path("log", \.log, standard: "/var/log/wirespool/ingest.log", "The ingestion log: JSON lines with a gap-free seq."),
        Setting("places", type: "path", "Places of your own for datelines (places.tsv), over the built-in ones.") {
            value, top throws(SettingFlaw) in top.places = try value.presentFile()
        },
        Setting(
            "metrics", type: "file, unix:PATH or 127.0.0.1:PORT",
            "Where the daemon offers metrics: a file for node_exporter, or HTTP on a unix socket or a loopback port."
        ) { value, top throws(SettingFlaw) in top.metrics = try MetricsTarget.read(value.text(), in: value.source.directory) },
        .choice(
            "parser", \.parser, standard: .inline,
            "Who reads documents: inline is the daemon itself; worker, processes that can open neither files nor connections. From the next start."
        ),
        .size(
            "min_free", \.minFree, Limits("0B", "1000GB"), standard: "64MiB",
            "Stop polling while less is free for state and log (or a twentieth of a small file system, or a fiftieth of its inodes)."),
        .duration(
            "keep", \.retention.age, Limits("1d", "3650d"), standard: "90d",
            "Forget a version after this time, once every outlet has published it. Stories that stand in a feed, and the keys of all, stay known."
        ),
        .count("keep_versions", \.retention.versions, 100...1_000_000_000, "Forget the oldest versions beyond so many."),
        .size("keep_catalog", \.retention.catalogSize, Limits("1MiB", "1000GB"), "Forget the oldest versions when the catalog uses more."),
        .size(
            "log_size", \.retention.log.size, Limits("64KiB", "100GB"), standard: "64MiB", "Set the log aside when it has so many bytes."),
        .count("log_files", \.retention.log.kept, 1...10_000, standard: 8, "How many logs that were set aside stay."),
        .duration("keep_log", \.retention.log.age, Limits("1h", "3650d"), "Remove logs that were set aside after this time."),
        .duration(
            "keep_quarantine", \.retention.quarantine.age, Limits("1h", "3650d"), standard: "30d",
            "Remove documents that could not be read after this time."),
        .count(
            "quarantine_files", \.retention.quarantine.documents, 1...100_000, standard: 200,
            "How many documents that could not be read stay; one a feed."),
        .size(
            "quarantine_size", \.retention.quarantine.size, Limits("1MiB", "100GB"), standard: "64MiB",
            "Remove the oldest of these documents when they have more bytes."),
        .section("outlets", \.outlets, type: "map of outlets", "At least one; each is a directory that one consumer, or a group, empties."),
        .section("defaults", \.defaults, type: "map", "What holds for every feed that does not say otherwise."),
        .section("include", \.include, type: "list of file patterns", "Files with feeds and defaults of their own; relative to this file."),
        .section("feeds", \.feeds, type: "map of feeds", "The feeds by name."),
    ]

    static let included: [Setting<TopLevel>] = top.filter { $0.name == "defaults" || $0.name == "feeds" }

    static let outlet: [Setting<OutletSettings>] = [
        .path("path", \.path, "The outlet's directory."),
        .choice("format", \.format, standard: .native, "The form of the published records."),
        .choice("layout", \.layout, standard: .spool, "spool: new/, cur/ and bad/, claimed by rename; drop: one flat directory."),
        Setting("feeds", type: "list of feed name patterns", standard: "[\"*\"]", "Only stories of these feeds.") {
            value, outlet throws(SettingFlaw) in outlet.feeds = try value.globs()
        },
        Setting("tags", type: "list of tag patterns", "Only stories of feeds with one of these tags.") {
            value, outlet throws(SettingFlaw) in outlet.tags = try value.globs()
        },
        Setting("agency", type: "list of code patterns", "Only stories that one of these agencies wrote (xinhua, afp).") {
            value, outlet throws(SettingFlaw) in outlet.agencies = try value.globs()
        },
        Setting("language", type: "list of BCP 47 tags", "Only stories in one of these languages; en takes en-GB too.") {
            value, outlet throws(SettingFlaw) in outlet.languages = try value.languages()
        },
        Setting("status", type: "list of usable, withheld, canceled", "Only revisions of these states; without canceled, no kill arrives.")
        {
            value, outlet throws(SettingFlaw) in outlet.statuses = try value.statuses()
        },
        Setting("from", type: "beginning | now | sequence number", standard: "beginning", "Where a new outlet begins in the catalog.") {
            value, outlet throws(SettingFlaw) in outlet.from = try value.start()
        },
        .duration(
            "keep", \.keep.age, Limits("1m", "3650d"),
            "Remove files that nobody took after this time, from bad/ too; null leaves them to the consumer."),
        .count("keep_files", \.keep.files, 1...10_000_000, "Remove the oldest files that nobody took beyond so many."),
        .size("keep_bytes", \.keep.bytes, Limits("1KiB", "1000GB"), "Remove the oldest files that nobody took beyond so many bytes."),
        .count("max_files", \.maxFiles, 1...10_000_000, "Pause the outlet when so many files wait in it; null is no limit."),
        .size(
            "max_bytes", \.maxBytes, Limits("1KiB", "1000GB"),
            "Pause the outlet when files with so many bytes wait in it; null is no limit."),
        .count(
            "max_behind", \.maxBehind, 1...1_000_000_000, standard: 1_000_000,
            "Stop polling while the outlet is so many versions behind the catalog."),
        .flag(
            "allow_fs", \.allowsAnyFileSystem, standard: false,
            "Accept a file system that is not known to rename atomically (NFS, FUSE): duplicates become possible."),
    ]
}

extension SettingValue {
    fileprivate func presentFile() throws(SettingFlaw) -> String {
        try source.secrets.file(text(), in: source, isSecret: false)
    }

    fileprivate func globs() throws(SettingFlaw) -> [Glob] {
        var globs: [Glob] = []
        for pattern in try list() {
            guard let glob = Glob(pattern) else { throw SettingFlaw("'\(pattern)' is not a pattern: a bracket is not closed") }
            globs.append(glob)
        }
        guard !globs.isEmpty else { throw SettingFlaw("names nothing") }
        return globs
    }

    fileprivate func languages() throws(SettingFlaw) -> [String] {
        let languages = try list()
        for language in languages { try FeedChecks.language(language) }
        guard !languages.isEmpty else { throw SettingFlaw("names nothing") }
        return languages
    }

    fileprivate func statuses() throws(SettingFlaw) -> [Article.Status] {
        let names = ["usable", "withheld", "canceled"]
        var statuses: [Article.Status] = []
        for name in try list() {
            guard let status = Article.Status(rawValue: name) else {
                throw SettingFlaw("'\(name)' is none of \(names.joined(separator: ", "))", suggestion: name.nearest(among: names))
            }
            statuses.append(status)
        }
        guard !statuses.isEmpty else { throw SettingFlaw("names nothing") }
        return statuses
    }

    fileprivate func start() throws(SettingFlaw) -> OutletSettings.Start {
        switch try text() {
        case "beginning": return .beginning
        case "now": return .now
        case let text:
            guard text.utf8.allSatisfy(\.isDigit), let sequence = Int64(text) else {
                let suggestion = text.nearest(among: ["beginning", "now"])
                throw SettingFlaw("'\(text)' is neither beginning, now nor a sequence number", suggestion: suggestion)
            }
            return .sequence(sequence)
        }
    }
}
