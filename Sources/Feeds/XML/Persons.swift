// SPDX-License-Identifier: Apache-2.0
import Markup

/// The authors and contributors of a feed, an item or a source, as they are met.
struct Persons {
    var authors: [Person] = []
    var contributors: [Person] = []
    /// The display string of the best author: the format's own element before Dublin Core's and others'.
    private var best = Preferred<String>()

    /// The author as one display string.
    var author: String? { best.value }

    /// Adds an author; the same person by the same name comes once.
    mutating func add(_ person: Person?, rank: Int = 0) {
        guard let person, !authors.contains(person) else { return }
        best.offer(person.display, rank: rank)
        if let name = person.name, let index = authors.firstIndex(where: { $0.name == name }) {
            authors[index].email = authors[index].email ?? person.email
            authors[index].uri = authors[index].uri ?? person.uri
        } else {
            authors.append(person, limit: FeedLimits.persons)
        }
    }

    mutating func addContributor(_ person: Person?) {
        contributors.append(person, limit: FeedLimits.persons)
    }
}

extension FeedCursor {
    /// An Atom person construct; text without elements is read as in RSS.
    func person() throws(XMLFault) -> Person? {
        let level = depth
        var person = Person()
        var text = ValidText()
        reading: while true {
            switch try advance() {
            case .start where depth == level + 1:
                identify()
                try readPart(of: &person)
            case .text where text.bytes.count < FeedLimits.word: reader.appendText(to: &text)
            case .end where depth < level: break reading
            case .finish: break reading
            default: continue
            }
        }
        text.cut(to: FeedLimits.word)
        if person.name == nil, let written = string(text) {
            let read = Person(text: written)
            person = Person(name: read?.name, email: person.email ?? read?.email, uri: person.uri)
        }
        return person == Person() ? nil : person
    }

    private func readPart(of person: inout Person) throws(XMLFault) {
        switch name {
        case .name: person.name = try text() ?? person.name
        case .email: person.email = try text() ?? person.email
        case .uri, .url, .homepage: person.uri = try addressText() ?? person.uri
        default: break
        }
    }
}
