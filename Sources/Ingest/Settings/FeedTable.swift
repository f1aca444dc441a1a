// SPDX-License-Identifier: Apache-2.0
import Stories
import Transport

extension SettingsTable {
    /// Keys that belong to one feed alone.
    static let feed: [Setting<FeedSettings>] = [
        Setting("url", type: "http, https or file URL", "The feed's address; `file:name.xml` is relative to this file.") {
            value, feed throws(SettingFlaw) in feed.url = try FeedURL.read(value.text(), in: value.source.directory).detached
        },
        .secret("username", \.username, "User name for Basic or Digest authentication, as @credential:NAME or @file:PATH."),
        .secret("password", \.password, "Its password, in the same way."),
    ]

    /// Keys that may stand under `defaults` too.
    static let inheritable: [Setting<FeedSettings>] = [
        .flag("enabled", \.isEnabled, standard: true, "false: the feed is known, but never polled."),
        .duration("interval", \.interval, Limits("100ms", "30d"), standard: "15m", "The usual time between two polls."),
        .duration(
            "min_interval", \.minInterval, Limits("0s", "30d"),
            "Never poll more often than this. By default the server's wish (max-age, ttl); where it has none, 15m, and 1h where it sends no validators either."
        ),
        .duration(
            "max_interval", \.maxInterval, Limits("1s", "30d"),
            "Never wait longer than this after a poll that worked. By default a server's wish is granted up to 24h; with a number it is cut to that, and a feed that brings little is polled less and less often, down to it."
        ),
        .duration("timeout", \.timeout, Limits("100ms", "1h"), standard: "60s", "The longest time for one fetch, redirects included."),
        .duration(
            "host_gap", \.hostGap, Limits("0s", "1h"),
            "The least pause between requests to one host. By default 1s, and 10s where more than ten feeds share a host that is not your own."
        ),
        .size("max_body", \.maxBody, Limits("1KiB", "1GiB"), standard: "16MiB", "The largest document that is read, decompressed."),
        .choice("identity", \.identity, standard: .auto, "What makes two items the same story."),
        .text("language", type: "BCP 47 tag", \.language, "For documents that name no language.", check: FeedChecks.language),
        .text("timezone", type: "IANA name", \.timeZone, "For dates that name no zone.", check: FeedChecks.timeZone),
        .text("agency", type: "agency code", \.agency, "Who writes the stories, where the text does not say.", check: FeedChecks.agency),
        .list("tags", \.tags, standard: "[]", "Words of your own, handed on with each story."),
        Setting("urgency", type: "number, 1 … 9", standard: "5", "IPTC urgency of a story whose headline names none; 1 is the highest.") {
            value, feed throws(SettingFlaw) in
            let urgency = try value.count()
            guard (1...9).contains(urgency) else { throw SettingFlaw("must be between 1 and 9") }
            feed.urgency = urgency
        },
        Setting("rights", type: "map", standard: "{}", "Before what the feed says: holder, notice, terms, licence, each one text.") {
            value, feed throws(SettingFlaw) in feed.rights = try value.rights()
        },
        .flag(
            "embargo_lines", \.readsEmbargoLines, standard: false,
            "true: a line before the story is read too, such as EMBARGOED UNTIL 0001 GMT, Feb. 20."),
        .flag("hold_embargoed", \.holdsEmbargoed, standard: false, "true: a story that comes before its embargo is over is withheld."),
        Setting("headers", type: "map", standard: "{}", "Further request headers; secret ones as @credential:NAME or @file:PATH.") {
            value, feed throws(SettingFlaw) in feed.headers = try value.headers()
        },
        .text("user_agent", \.userAgent, standard: Version.userAgent, "How polls introduce themselves; keep an address in it."),
        .flag("allow_private", \.allowsPrivate, standard: false, "Do not refuse private, loopback and other special addresses."),
        .choice("http_version", \.httpVersion, standard: .two, "The newest version of HTTP to speak; 2 only over TLS."),
        .flag("ignore_etag", \.ignoresETag, standard: false, "true: never send ETag back, for a server whose tags are wrong."),
        .flag(
            "ignore_last_modified", \.ignoresLastModified, standard: false,
            "true: never send Last-Modified back, for a server whose dates are wrong."),
        .flag(
            "deltas", \.asksForDeltas, standard: false,
            "true: ask only for what has changed since the last document (A-IM, RFC 3229), where the publisher offers that."),
        .flag(
            "respect_robots", \.respectsRobots, standard: false,
            "true: poll only what the host's robots.txt leaves to crawlers (RFC 9309); it is asked for once a day."),
        .duration(
            "revalidate_after", \.revalidateAfter, Limits("1h", "365d"),
            "Ask for the whole document when the last one is older, for a server that says 304 for ever."),
        Setting("proxy", type: "URL or secret", "An HTTP or SOCKS proxy; the environment's is never used.") {
            value, feed throws(SettingFlaw) in feed.proxy = try FeedURL.proxy(value)
        },
        .file("ca_file", \.caFile, isSecret: false, "CA certificates (PEM) in place of the system's."),
        .file("client_certificate", \.clientCertificate, isSecret: false, "A client certificate (PEM)."),
        .file("client_key", \.clientKey, isSecret: true, "Its private key (PEM), readable by its owner alone."),
    ]
}

extension Setting where Target == FeedSettings {
    fileprivate static func secret(_ name: String, _ slot: any Slot<Target, String?>, _ help: String) -> Setting {
        Setting(name, type: "secret", help) { value, feed throws(SettingFlaw) in
            feed[keyPath: slot] = try value.source.secrets.secret(value.text(), in: value.source)
        }
    }

    fileprivate static func file(_ name: String, _ slot: any Slot<Target, String?>, isSecret: Bool, _ help: String) -> Setting {
        Setting(name, type: "path", help) { value, feed throws(SettingFlaw) in
            feed[keyPath: slot] = try value.source.secrets.file(value.text(), in: value.source, isSecret: isSecret)
        }
    }
}
