// SPDX-License-Identifier: Apache-2.0
public import Articles
public import Spool

/// One directory that one consumer, or a group of like consumers, empties.
public struct OutletSettings: Sendable, Hashable {
    /// How files are laid out for the consumer.
    public enum Layout: String, Sendable, Hashable, CaseIterable {
        /// `new/`, `cur/`, `bad/`: files are claimed by rename.
        case spool
        /// Files appear in the directory itself, for software that lists and deletes.
        case drop
    }

    /// Where a new outlet begins in the catalog.
    public enum Start: Sendable, Hashable {
        case beginning, now
        case sequence(Int64)
    }

    /// The name in the configuration, the log and `--outlet`.
    public var name: String
    /// Absolute.
    public var path: String
    /// The form of the records.
    public var format = OutputFormat.native
    /// How files are laid out for the consumer.
    public var layout = Layout.spool
    /// Only stories of the feeds whose names match one of these.
    public var feeds: [Glob] = [.all]
    /// Only stories of feeds with a tag that matches one of these; nil takes all.
    public var tags: [Glob]?
    /// Only stories of agencies whose code matches one of these; nil takes all.
    public var agencies: [Glob]?
    /// Only stories in one of these languages; `en` takes `en-GB` too. Nil takes all.
    public var languages: [String]?
    /// Only revisions with one of these states; nil takes all.
    public var statuses: [Article.Status]?
    /// Where it begins when it is new.
    public var from = Start.beginning
    /// How much of what nobody takes stays.
    public var keep = Keeping()
    /// The number of waiting files at which the outlet pauses; nil is no limit.
    public var maxFiles: Int?
    /// The bytes of waiting files at which the outlet pauses; nil is no limit.
    public var maxBytes: Int?
    /// The number of versions that the outlet may be behind the catalog before polling pauses.
    public var maxBehind = 1_000_000
    /// Accept a file system that is not known to rename atomically: duplicates become possible there.
    public var allowsAnyFileSystem = false

    /// An outlet with the defaults of every other key.
    public init(name: String, path: String) {
        self.name = name
        self.path = path
    }

    /// Its consumer may let only so much wait.
    var isLimited: Bool { maxFiles != nil || maxBytes != nil }

    /// Stories of the feed belong into this outlet.
    public func takes(feed: String) -> Bool {
        feeds.contains { $0.matches(feed) }
    }

    /// The feed's name alone doesn't tell whether a story belongs into this outlet.
    var asksForArticle: Bool { tags != nil || agencies != nil || languages != nil || statuses != nil }

    /// A revision of a feed that the outlet takes belongs into it.
    ///
    /// A kill that says nothing of agency or language goes to every outlet that asks for one: who has the story must hear of it.
    public func takes(_ article: Article) -> Bool {
        let isKill = article.status == .canceled
        func matches(_ patterns: [Glob]?, _ values: [String]) -> Bool {
            guard let patterns else { return true }
            return values.isEmpty ? isKill : values.contains { value in patterns.contains { $0.matches(value) } }
        }
        return matches(tags, article.feed.tags ?? []) && matches(agencies, [article.agency?.code].compactMap(\.self))
            && takes(language: article.language, isKill: isKill) && statuses?.contains(article.status) != false
    }

    private func takes(language: String?, isKill: Bool) -> Bool {
        guard let languages else { return true }
        guard let language = language?.lowercased() else { return isKill }
        return languages.contains { language == $0.lowercased() || language.hasPrefix($0.lowercased() + "-") }
    }
}
