// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// The feeds of a list as settings: a file of its own beside the configuration.
public struct ImportedFeeds: Sendable {
    /// A feed with the name that it gets.
    public struct Feed: Hashable, Sendable {
        /// Made of the title; no two feeds have the same.
        public var name: String
        /// As the list has it.
        public var title: String
        /// As the list has it.
        public var url: String
        /// Made of the folders.
        public var tags: [String]
    }

    /// An entry that is not taken over, and why.
    public struct Refusal: Hashable, Sendable {
        /// As the list has it.
        public var url: String
        /// In words for people.
        public var reason: String
    }

    /// What is to be added.
    public private(set) var feeds: [Feed] = []
    /// Feeds that are configured already, or stand twice in the list.
    public private(set) var known = 0
    /// What is no feed that can be polled.
    public private(set) var refusals: [Refusal] = []

    /// Names the feeds of `list`, apart from those that are configured.
    public init(_ list: OPML, besides configured: [FeedSettings]) {
        var names = Set(configured.map(\.name))
        var urls = Set(configured.map(\.url))
        for entry in list.entries {
            do {
                let url = try Self.checked(entry.url)
                guard urls.insert(url).inserted else {
                    known += 1
                    continue
                }
                let tags = entry.folders.map(Self.slug).filter { !$0.isEmpty }
                feeds.append(
                    Feed(
                        name: Self.name(entry.title, at: url, besides: &names), title: entry.title, url: url,
                        tags: Array(Set(tags)).sorted()))
            } catch {
                refusals.append(Refusal(url: entry.url, reason: error.message))
            }
        }
    }

    /// The file's text.
    public func text(from source: String) -> String {
        let lines = feeds.map { feed in
            let tags = feed.tags.isEmpty ? "" : ", tags: [\(feed.tags.joined(separator: ", "))]"
            let comment = feed.title.isEmpty ? "" : "  # \(feed.title.oneLine)\n"
            return "\(comment)  \(feed.name): {url: \(Self.quoted(feed.url))\(tags)}\n"
        }
        return "# Imported from \(source.oneLine). agency, interval and language are yours to add.\nfeeds:\n\(lines.joined())"
    }
}

extension ImportedFeeds {
    /// A list from elsewhere may name web addresses, and no file of this machine.
    private static func checked(_ url: String) throws(SettingFlaw) -> String {
        let url = url.lowercased().hasPrefix("feed:") ? "https:" + url.dropFirst("feed:".count) : url
        let checked = try FeedURL.read(url, in: "/")
        guard FeedSettings.host(of: checked) != nil else { throw SettingFlaw("a list may not name files of this machine") }
        return checked
    }

    private static func name(_ title: String, at url: String, besides names: inout Set<String>) -> String {
        let words = slug(title)
        let stem = words.isEmpty ? slug(FeedSettings.host(of: url) ?? "feed") : words
        var (name, number) = (stem, 2)
        while !names.insert(name).inserted {
            name = "\(stem)-\(number)"
            number += 1
        }
        return name
    }

    /// Letters and digits of ASCII, joined by hyphens, 60 at most.
    private static func slug(_ text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return String(words.joined(separator: "-").prefix(60))
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
