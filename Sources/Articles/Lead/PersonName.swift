// SPDX-License-Identifier: Apache-2.0
import Markup

/// Tells people from the desks, houses and sites that stand where a person's name is expected.
enum PersonName {
    /// The name of a person as far as its words tell, without the place it was filed from; nil for anybody else.
    ///
    /// `Ann Lee in Lagos` is Ann Lee; `Associated Press in Lagos`, `agencies`, `Wire Staff` and `example.com` are nobody.
    static func person(in name: String) -> String? {
        let name = withoutPlace(name)
        guard name.unicodeScalars.contains(where: \.isLetter), !Agency.isKnown(name.unicodeScalars) else { return nil }
        guard !name.utf8.contains(where: isForeign), !name.hasPrefix("http"), !Byline.isInitials(name) else { return nil }
        return isNobody(name) ? nil : name
    }

    /// `Acme TV`, `City of Lagos`, `Alamy Stock Photo`: the words name a house, not somebody.
    ///
    /// - Parameter isAlone: no agency stands beside the name, so that `White House` is no Ms House.
    static func namesHouse(_ name: String, isAlone: Bool = false) -> Bool {
        name.containsWord { word in
            switch kinds[word] {
            case .house, .desk: true
            case .surname: isAlone
            case .role, .no, .reply, .staff, nil: isSite(word)
            }
        }
    }

    /// `example.com`, `BreakingNews.ie`.
    static func isSite(_ word: some StringProtocol) -> Bool {
        guard word.utf8.contains(UInt8(ascii: ".")), let dot = word.lastIndex(of: "."), word.distance(from: word.startIndex, to: dot) >= 2
        else { return false }
        return topLevels.contains(word[word.index(after: dot)...])
    }
}

private extension PersonName {
    /// The `@` of an address, the `|` between two desks.
    static func isForeign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "@") || byte == UInt8(ascii: "|") }

    static func withoutPlace(_ name: String) -> String {
        guard name.holds(" in ") else { return name }
        let line = Line(name)
        let end = line.scalars.indices.first { line.scalars[$0] == " " && line.has(" in ", at: $0) && line[$0 + 4].isUppercase }
        guard let end else { return name }
        return line.text(0..<end)
    }

    /// Behind a word there may be the sign that leads on to another.
    static func withoutSign(_ word: Substring) -> Substring {
        let last = word.utf8.lastIndex { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
        return last.map { word[..<word.utf8.index(after: $0)] } ?? ""
    }

    /// A word says that the name is a desk's, a site's or a role's.
    static func isNobody(_ name: String) -> Bool {
        var place = 0
        var kind: Kind?
        let isForeign = name.containsWord { word in
            let word = withoutSign(word)
            let isBehindNo = place == 1 && kind == .no
            kind = kinds[word]
            place += 1
            return switch kind {
            case .desk: true
            // `Lagos Reporter`, `A correspondent in Lagos`: somebody, but no name.
            case .role: place <= 2
            case .reply: isBehindNo
            case .house, .surname, .no, .staff, nil: isSite(word)
            }
        }
        return isForeign || kind == .staff
    }

    enum Kind { case desk, house, surname, role, no, reply, staff }

    static let kinds = WordTable(
        desks.map { (word: $0, value: Kind.desk) } + houses.map { (word: $0, value: .house) }
            + surnames.map { (word: $0, value: .surname) } + roles.map { (word: $0, value: .role) }
            + [(word: "no", value: .no), (word: "reply", value: .reply), (word: "staff", value: .staff)])

    static let desks = [
        "agencies", "agencias", "agencia", "agências", "agenzie", "agences", "agenturen", "agentur", "agentury", "agency", "redaktion",
        "redaktionen", "redakcja", "redakce", "redacción", "redaccion", "rédaction", "redazione", "redação", "redactie", "редакция",
        "newsroom", "bureau", "desk", "team", "webmaster", "webredaktion", "noreply", "no-reply", "department", "ministry",
        "survey", "gmbh", "inc", "inc.", "ltd", "ltd.", "llc", "kg", "s.a.",
    ]

    static let houses = [
        "tv", "times", "news", "images", "photos", "photo", "police", "office", "county", "laboratory", "university",
        "museum", "studio", "studios", "records", "entertainment", "institute", "center", "centre",
        "company", "pictures", "archive", "archives", "archivo", "service", "services", "media", "collection", "group", "wire", "city",
        "handout", "pessoal", "twitter", "facebook", "instagram", "youtube", "tiktok", "flickr", "wikimedia", "unsplash",
    ]

    /// Houses and surnames.
    static let surnames = ["house", "court", "post", "stock", "press"]

    static let roles = ["reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "writer", "writers"]

    static let topLevels = WordTable([
        "com", "net", "org", "info", "tv", "de", "at", "ch", "fr", "es", "it", "ie", "uk", "nl", "be", "se", "no", "dk", "fi", "pl", "cz",
        "sk", "ru", "ua", "cn", "jp", "kr", "in", "au", "nz", "ca", "br", "mx", "za", "eu",
    ])
}
