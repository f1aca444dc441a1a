// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import Markup

/// A format that articles are spooled in (docs/ARTICLE.md).
public enum OutputFormat: String, CaseIterable, Hashable, Sendable, Codable {
    /// `wirespool.article/1`, which holds everything.
    case native
    /// IPTC ninjs 3.1.
    case ninjs31
    /// IPTC ninjs 1.6.
    case ninjs16
    /// The flat ninjs-like record that Superdesk's ingest reads.
    case superdesk

    /// The article as one JSON object on one line, valid in its format whatever the article holds.
    ///
    /// - Parameters:
    ///   - versionCreated: when this revision was made. Superdesk takes a revision only if this is later than the last one's, and a
    ///     kill only if it is recent: give the time of the decision, at least a second later than the story's last. The other
    ///     formats say `effective`, the publisher's own time.
    ///   - firstCreated: the story's earliest date; without it this revision's own publication date.
    public func render(_ article: Article, versionCreated: Date, firstCreated: Date? = nil) -> [UInt8] {
        var json = JSONWriter(escapesNonASCII: self == .superdesk, capacity: article.text.utf8.count * 2 + 4096)
        switch self {
        case .native: article.write(into: &json)
        case .ninjs31: Ninjs31(Publication(article, firstCreated: firstCreated)).write(into: &json)
        case .ninjs16: Ninjs16(Publication(article, firstCreated: firstCreated)).write(into: &json)
        case .superdesk: Superdesk(Publication(article, firstCreated: firstCreated), versionCreated: versionCreated).write(into: &json)
        }
        json.newline()
        return json.bytes
    }
}
