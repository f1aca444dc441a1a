// SPDX-License-Identifier: Apache-2.0
import Markup

extension ItemSource {
    /// Reads `atom:source`, or RSS's `<source url="…">Title</source>`; nil where it says nothing.
    init?(_ cursor: FeedCursor) throws(XMLFault) {
        self.init()
        let level = cursor.depth
        guard cursor.namespace == .atom else {
            link = cursor.address(.url) ?? cursor.address(.href)
            title = try cursor.text(limit: FeedLimits.title)
            if self == ItemSource() { return nil }
            return
        }
        var persons = Persons()
        while try cursor.nextChild(of: level) { try read(cursor, &persons) }
        author = persons.author
        authors = persons.authors
        if self == ItemSource() { return nil }
    }

    private mutating func read(_ cursor: FeedCursor, _ persons: inout Persons) throws(XMLFault) {
        guard cursor.namespace == .atom else { return }
        switch cursor.name {
        case .title: title = try cursor.construct(limit: FeedLimits.title)?.text.value
        case .id: id = try cursor.text(limit: FeedLimits.guid)
        case .link:
            let relation = cursor.attribute(.rel) ?? "alternate"
            if relation == "alternate" { link = link ?? cursor.address(.href) }
        case .subtitle, .tagline: subtitle = try cursor.construct(limit: FeedLimits.title)?.text.value
        case .rights, .copyright: rights = try cursor.construct(limit: FeedLimits.title)?.text.value
        case .updated, .modified: updated = try cursor.date()
        case .author: persons.add(try cursor.person())
        default: break
        }
    }
}
