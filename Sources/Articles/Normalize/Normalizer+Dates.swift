// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials

extension Normalizer {
    /// Fills the article's dates: what lies before 1990 or more than a day ahead is no date of a story, and the time of the fetch
    /// stands in for it.
    func addDates(of item: ParsedItem, _ lead: Lead = Lead(), received: Date, to article: inout Article) {
        article.published = moment(item.published ?? item.created, "published", received: received, article: &article)
        article.updated = moment(item.updated, "updated", received: received, article: &article)
        if article.published == nil, article.updated == nil { article.published = datelineMoment(article.dateline, received: received) }
        article.effective = sent(article.updated) ?? sent(article.published) ?? article.fetched
        article.embargoedUntil = future(item.available ?? lead.embargo, "embargo", article: &article)
        article.expires = future(item.expires, "expiry", article: &article)
    }

    /// The date that the publisher sent, not the time of the fetch that stands in for it.
    private func sent(_ moment: Article.Moment?) -> Article.Moment? {
        moment?.quality == DateQuality.fetchTime.rawValue ? nil : moment
    }

    private func moment(_ date: FeedDate?, _ name: String, received: Date, article: inout Article) -> Article.Moment? {
        guard let date else { return nil }
        if let instant = date.instant, Self.earliest <= instant, instant <= received.addingTimeInterval(86_400) {
            return Article.Moment(utc: instant.rfc3339, raw: date.raw, quality: date.quality.rawValue)
        }
        article.warn("\(name): no date of a story: \(date.raw.prefix(80))")
        return Article.Moment(utc: received.rfc3339, raw: date.raw, quality: DateQuality.fetchTime.rawValue)
    }

    /// A day of the dateline, where the item itself has no date.
    private func datelineMoment(_ dateline: Dateline?, received: Date) -> Article.Moment? {
        guard let dateline, let date = dateline.date, let instant = Date(rfc3339: date + "T00:00:00Z") else { return nil }
        guard Self.earliest <= instant, instant <= received.addingTimeInterval(86_400) else { return nil }
        return Article.Moment(utc: instant.rfc3339, raw: dateline.raw, quality: DateQuality.day.rawValue)
    }

    /// A date that may lie ahead.
    private func future(_ date: FeedDate?, _ name: String, article: inout Article) -> Article.Moment? {
        guard let date else { return nil }
        guard let instant = date.instant, Self.earliest <= instant, instant < Self.latest else {
            article.warn("\(name): no date: \(date.raw.prefix(80))")
            return nil
        }
        return Article.Moment(utc: instant.rfc3339, raw: date.raw, quality: date.quality.rawValue)
    }

    /// 1990-01-01.
    private static let earliest = Date(timeIntervalSince1970: 631_152_000)
    /// 10000-01-01, the first that RFC 3339 can't write.
    private static let latest = Date(timeIntervalSince1970: 253_402_300_800)
}
