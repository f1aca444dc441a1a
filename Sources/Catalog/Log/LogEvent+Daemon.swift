// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

extension LogEvent {
    /// A poll or a commit failed; `label` is the bounded word of the error.
    public static func failed(feed: String, stage: String, label: String, message: String, next: Date?) -> LogEvent {
        LogEvent("failed", feed: feed).with("stage", stage).with("class", label).with("message", message).with("next", next?.rfc3339Seconds)
    }

    /// A feed that failed works again.
    public static func recovered(feed: String, failures: Int, since: Date?) -> LogEvent {
        LogEvent("recovered", feed: feed).with("failures", failures).with("since", since?.rfc3339Seconds)
    }

    /// The publisher says that the feed has another address for good; `state` says what we make of it: `seen`, `adopted`, `reverted`.
    public static func moved(feed: String, status: Int?, target: String, state: String) -> LogEvent {
        LogEvent("moved", feed: feed).with("status", status).with("target", target).with("state", state)
    }

    /// An operator has paused the feed, or resumes it.
    public static func ordered(feed: String, isPaused: Bool) -> LogEvent {
        LogEvent(isPaused ? "paused" : "resumed", feed: feed)
    }

    /// The publisher says that the feed is no more; it is not polled again.
    public static func gone(feed: String, status: Int) -> LogEvent {
        LogEvent("gone", feed: feed).with("status", status)
    }

    /// No story of the new document was known: others may have come and gone between two polls.
    public static func gap(feed: String, items: Int, since: Date?) -> LogEvent {
        LogEvent("gap", feed: feed).with("items", items).with("since", since?.rfc3339Seconds)
    }

    /// A page of the past was read, to fill a gap.
    public static func archive(feed: String, target: String, items: Int) -> LogEvent {
        LogEvent("archive", feed: feed).with("target", target).with("items", items)
    }

    /// An outlet changed its state: `ok`, `full`, `failed`.
    public static func outlet(_ name: String, state: String, message: String? = nil) -> LogEvent {
        LogEvent("outlet").with("outlet", name).with("state", state).with("message", message)
    }

    /// Polling pauses for want of room, or goes on.
    public static func intake(isPaused: Bool, label: String?, message: String?) -> LogEvent {
        LogEvent("intake").with("state", isPaused ? "paused" : "ok").with("class", label).with("message", message)
    }

    /// A file that nobody took was removed, as the outlet's settings say.
    public static func expired(_ file: String, outlet: String) -> LogEvent {
        LogEvent("expired").with("outlet", outlet).with("file", file)
    }

    /// The daemon begins its work.
    public static func started(version: String, pid: Int, feeds: Int) -> LogEvent {
        LogEvent("started").with("version", version).with("pid", pid).with("feeds", feeds)
    }

    /// The daemon ended as it should.
    public static func stopped(reason: String) -> LogEvent {
        LogEvent("stopped").with("reason", reason)
    }

    /// New settings are in force.
    public static func reloaded(feeds: Int) -> LogEvent {
        LogEvent("reloaded").with("feeds", feeds)
    }

    /// New settings hold a mistake, and the old ones stay.
    public static func reloadRefused(message: String) -> LogEvent {
        LogEvent("reload-refused").with("message", message)
    }
}
