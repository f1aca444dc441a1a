// SPDX-License-Identifier: Apache-2.0
import Markup

/// Dublin Core elements and terms of an item.
extension ItemReader {
    mutating func readDublinCore() throws(XMLFault) {
        switch cursor.name {
        case .title: title.offer(try cursor.looseText(limit: FeedLimits.title), rank: Rank.dublinCore)
        case .description: summary.offer(try cursor.looseText(limit: FeedLimits.body)?.asHTML, rank: Rank.dublinCore)
        case .creator, .author: persons.add(try cursor.text().flatMap { Person(text: $0) }, rank: Rank.dublinCore)
        case .contributor: persons.addContributor(try cursor.text().flatMap { Person(text: $0) })
        case .publisher: item.publisher = try cursor.text() ?? item.publisher
        case .date:
            let date = try cursor.date()
            published.offer(date, rank: Rank.dublinCore)
            updated.offer(date, rank: Rank.guess)
        case .subject:
            let category = try cursor.text().map { FeedCategory(term: $0) }
            item.categories.append(category, limit: FeedLimits.categories)
        case .language: language.offer(try cursor.text(), rank: Rank.dublinCore)
        case .rights: rights.offer(try cursor.looseText(limit: FeedLimits.title), rank: Rank.dublinCore)
        case .identifier: item.identifier = try cursor.text(limit: FeedLimits.guid) ?? item.identifier
        case .type: item.type = try cursor.text() ?? item.type
        default: break
        }
    }

    mutating func readDublinTerms() throws(XMLFault) {
        switch cursor.name {
        case .issued: published.offer(try cursor.date(), rank: Rank.module)
        case .modified: updated.offer(try cursor.date(), rank: Rank.dublinCore)
        case .created: item.created = try cursor.date() ?? item.created
        case .available: item.available = try cursor.date().map { Self.start(of: $0, timeZone: cursor.source.timeZone) }
        case .valid: item.expires = try cursor.date().map { Self.end(of: $0, timeZone: cursor.source.timeZone) }
        case .abstract: summary.offer(try cursor.looseText(limit: FeedLimits.body), rank: Rank.module)
        default: try readDublinCore()
        }
    }

    /// The first date of a DCMI period `start=2024-01-01; end=2024-02-01`; anything else as it is.
    private static func start(of date: FeedDate, timeZone: String?) -> FeedDate {
        part("start=", of: date, timeZone: timeZone)
    }

    private static func end(of date: FeedDate, timeZone: String?) -> FeedDate {
        part("end=", of: date, timeZone: timeZone)
    }

    private static func part(_ name: String, of date: FeedDate, timeZone: String?) -> FeedDate {
        guard let found = date.raw.firstRange(of: name) else { return date }
        let text = date.raw[found.upperBound...].prefix { $0 != ";" }
        return FeedDate.read(String(text), timeZone: timeZone)
    }
}
