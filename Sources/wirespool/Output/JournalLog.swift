// SPDX-License-Identifier: Apache-2.0
import Glibc
import Ingest
import Logging

/// The daemon's log in the journal's own form, with fields to filter by: `journalctl -u wirespool WIRESPOOL_FEED=tass-en`.
///
/// <https://systemd.io/JOURNAL_NATIVE_PROTOCOL/>; values are always sent with their length, so that nothing in them can pass for a field.
struct JournalLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    private let socket: String
    private let otherwise = StandardErrorLog()

    /// Nil unless standard error is the journal's own stream (systemd.exec(5), `$JOURNAL_STREAM`).
    init?(environment: [String: String], socket: String = "/run/systemd/journal/socket") {
        var status = stat()
        guard let stream = environment["JOURNAL_STREAM"], fstat(STDERR_FILENO, &status) == 0,
            stream == "\(status.st_dev):\(status.st_ino)", access(socket, W_OK) == 0
        else { return nil }
        self.socket = socket
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let details = metadata.merging(event.metadata ?? [:]) { $1 }
        let entry = JournalEntry(message: "\(event.message)", priority: event.level.priority, details: details.mapValues { "\($0)" })
        if !UnixDatagram.send(entry.bytes, to: socket) { otherwise.log(event: event) }
    }
}

/// One entry, as the journal takes it.
struct JournalEntry {
    private(set) var bytes: [UInt8] = []

    /// Values are cut here: far more than any of ours is long, and less than a datagram holds.
    private static let longestValue = 8192

    init(message: String, priority: Int, details: [String: String]) {
        let sorted = details.sorted { $0.key < $1.key }
        add("MESSAGE", sorted.reduce(message) { "\($0) \($1.key)=\(Terminal.escape($1.value))" })
        add("PRIORITY", "\(priority)")
        add("SYSLOG_IDENTIFIER", "wirespool")
        add("WIRESPOOL_EVENT", message)
        if let identifier = Self.identifiers[message] { add("MESSAGE_ID", identifier) }
        for (key, value) in sorted { add("WIRESPOOL_\(Self.field(key))", value) }
    }

    private mutating func add(_ name: String, _ value: String) {
        let value = value.utf8.prefix(Self.longestValue)
        bytes += Array(name.utf8) + [UInt8(ascii: "\n")]
        let count = UInt64(value.count)
        bytes += (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * UInt64($0))) }
        bytes += Array(value) + [UInt8(ascii: "\n")]
    }

    /// A field's name has capital letters, digits and underscores only.
    private static func field(_ key: String) -> String {
        String(key.uppercased().unicodeScalars.map { ("A"..."Z").contains($0) || ("0"..."9").contains($0) ? Character($0) : "_" })
    }

    /// One for each event that an operator may wait for: `journalctl MESSAGE_ID=…`. Never changed, never used again for another.
    private static let identifiers = [
        "started": "acb45dc971f04cb0a025704481e012b0",
        "stopped": "7d19455040b54985b1ad2535c3619b3f",
        "reloaded": "e534b18c9c1e43c1baaada65b9ea43cc",
        "reload refused, the old settings stay": "1f57e6d670794ab1814d4e01d65cbe23",
        "feed failed": "00d25ce337ee43509108c9d4908e52c9",
        "feed works again": "2254f29f706e426d948d9d72d69184d0",
        "outlet failed": "1a10b07b545e4d5292ee8c927ddef707",
        "outlet works again": "1de254b6d9d54baab2595a51c2d542c5",
        "commit failed, polling pauses": "9f190f9931fa4964b28d291f3cc5a003",
        "commits work again, polling goes on": "9202cdc3cf194fa1a98cc455d461bfd5",
        "catalog not readable": "e07ca1ffa70c4bb6a60725fc09e7da96",
        "ingestion log not written": "4709bcf3e6b84fdc9109a9c4cae98bd9",
    ]
}
