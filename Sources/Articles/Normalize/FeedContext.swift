// SPDX-License-Identifier: Apache-2.0

/// What the operator says about a feed; where it and the feed disagree, each rule of `Normalizer` says who wins.
public struct FeedContext: Hashable, Sendable {
    /// The feed's name in the configuration.
    public var name: String
    /// The configured address; a user name or password in it never reaches a record.
    public var url: String
    /// A title for people, before the feed's own.
    public var title: String?
    /// The agency whose feed it is.
    public var agency: Agency?
    /// BCP 47; used where neither the item nor the feed names a language.
    public var language: String?
    /// Labels of the operator's for the feed's stories.
    public var tags: [String]
    /// Whose the stories are and what may be done with them; before anything that the feed says.
    public var rights: Article.Rights
    /// IPTC urgency of a story whose headline names none, 1 (highest) to 9.
    public var urgency: Int
    /// IANA name; of a time in the text that names no zone.
    public var timeZone: String?
    /// A line before the story may say until when it is held back.
    public var readsEmbargoLines: Bool
    /// A story that comes before its embargo is over is withheld.
    public var holdsEmbargoed: Bool

    /// A feed of which only name and address are known.
    public init(
        name: String, url: String, title: String? = nil, agency: Agency? = nil, language: String? = nil, tags: [String] = [],
        rights: Article.Rights = Article.Rights(), urgency: Int = 5, timeZone: String? = nil,
        readsEmbargoLines: Bool = false, holdsEmbargoed: Bool = false
    ) {
        self.name = name
        self.url = url
        self.title = title
        self.agency = agency
        self.language = language
        self.tags = tags
        self.rights = rights
        self.urgency = urgency
        self.timeZone = timeZone
        self.readsEmbargoLines = readsEmbargoLines
        self.holdsEmbargoed = holdsEmbargoed
    }
}
