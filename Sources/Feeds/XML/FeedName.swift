// SPDX-License-Identifier: Apache-2.0
import Markup

/// The local names of elements and attributes that a feed reader knows; what one means depends on its namespace.
enum FeedName: UInt8, CaseIterable {
    case unknown
    // Documents and their parts
    case rss, rdf, feed, channel, item, entry, urlset, url, loc, news
    // RSS
    case title, link, description, language, copyright, managingEditor, pubDate, lastBuildDate, category, generator, ttl
    case image, skipHours, skipDays, hour, day, author, guid, enclosure, source, expirationDate, body, fullItem, tags, comments, cloud
    // Atom
    case id, updated, published, issued, modified, created, subtitle, tagline, rights, summary, content, contributor, name, email, uri
    case homepage, logo, icon, deletedEntry, comment
    // Dublin Core
    case creator, date, subject, publisher, identifier, type, available, valid
    // Media RSS
    case group, thumbnail, credit, keywords, text, rating, status
    // Others
    case publication, encoded, owner, origLink, updatePeriod, updateFrequency, point, pos, lat, long, lastMod, publicationDate, abstract,
        license, inReplyTo, commentRss, section, prismDate, publicationName, genres, caption
    case line, polygon, box, posList, lineString, envelope, lowerCorner, upperCorner
    // Attributes
    case href, rel, version, about, resource, isPermaLink, domain, scheme, label, term, src, mode, base, lang, length, medium, width
    case height, fileSize, duration, role, state, reason, ref, when, path, port

    /// The name as documents spell it; case does not matter.
    private var spelling: String {
        switch self {
        case .deletedEntry: "deleted-entry"
        case .publicationDate: "publication_date"
        case .prismDate: "publicationDate"
        case .inReplyTo: "in-reply-to"
        default: "\(self)"
        }
    }

    /// The vocabulary of all feeds.
    static let vocabulary = XMLVocabulary(
        names: Dictionary(uniqueKeysWithValues: allCases.dropFirst().map { ($0.spelling, $0.rawValue) }),
        addresses: FeedNamespace.addresses, prefixes: FeedNamespace.prefixes)
}
