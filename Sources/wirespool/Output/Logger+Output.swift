// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Logging

extension Logger {
    /// For a command that a person runs, which prints its failures itself: everything when asked.
    static func people(_ isVerbose: Bool) -> Logger {
        make(isVerbose ? .debug : .critical, StandardErrorLog())
    }

    /// For the daemon: what changed something, or more when asked; to the journal in its own form when it listens.
    static func daemon(_ isVerbose: Bool) -> Logger {
        let journal = JournalLog(environment: ProcessInfo.processInfo.environment)
        return make(isVerbose ? .debug : .info, journal as (any LogHandler)? ?? StandardErrorLog())
    }

    private static func make(_ level: Logger.Level, _ handler: any LogHandler) -> Logger {
        // Each logger brings its own handler, so that nothing global is set.
        var logger = Logger(label: "wirespool") { _ in handler }
        logger.logLevel = level
        return logger
    }
}

/// One line an event on standard error: a constant message, then its metadata. Under systemd the line begins with the
/// priority that the journal reads (sd-daemon(3)).
struct StandardErrorLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    private let isUnderJournal = getenv("JOURNAL_STREAM") != nil

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let details = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let text = details.reduce("\(event.message)") { "\($0) \($1.key)=\(Terminal.escape("\($1.value)"))" }
        StandardError.line(isUnderJournal ? "<\(event.level.priority)>\(text)" : "wirespool: \(event.level): \(text)")
    }
}

extension Logger.Level {
    /// syslog's number.
    var priority: Int {
        switch self {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }
}
