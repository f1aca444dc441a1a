// SPDX-License-Identifier: Apache-2.0

/// Tells people from the desks, houses and sites that stand where a person's name is expected.
enum PersonName {
    /// The name of a person as far as its words tell, without the place it was filed from; nil for anybody else.
    ///
    /// `Ann Lee in Lagos` is Ann Lee; `Associated Press in Lagos`, `agencies`, `Wire Staff` and `example.com` are nobody.
    static func person(in name: String) -> String? {
        let name = withoutPlace(name)
        guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }), !Agency.isKnown(name.unicodeScalars) else { return nil }
        guard !name.utf8.contains(where: isForeign), !name.hasPrefix("http"), !Byline.isInitials(name) else { return nil }
        let words = name.split(separator: " ").map { $0.lowercased().trimming(",:;") }
        guard !words.contains(where: { desks.contains($0) || isSite($0) }), !words.starts(with: ["no", "reply"]), words.last != "staff"
        else { return nil }
        return isRole(words) ? nil : name
    }

    /// `Acme TV`, `City of Lagos`, `Alamy Stock Photo`: the words name a house, not somebody.
    ///
    /// - Parameter isAlone: no agency stands beside the name, so that `White House` is no Ms House.
    static func namesHouse(_ name: some StringProtocol, isAlone: Bool = false) -> Bool {
        let words = name.split(separator: " ").map { $0.lowercased() }
        return words.contains { houses.contains($0) || desks.contains($0) || isSite($0) || (isAlone && surnames.contains($0)) }
    }

    /// `example.com`, `BreakingNews.ie`.
    static func isSite(_ word: String) -> Bool {
        guard word.utf8.contains(UInt8(ascii: ".")), let dot = word.lastIndex(of: "."), word.distance(from: word.startIndex, to: dot) >= 2
        else { return false }
        return topLevels.contains(String(word[word.index(after: dot)...]))
    }
}

private extension PersonName {
    /// The `@` of an address, the `|` between two desks.
    static func isForeign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "@") || byte == UInt8(ascii: "|") }

    static func withoutPlace(_ name: String) -> String {
        let line = Line(name)
        let end = line.scalars.indices.first { line.scalars[$0] == " " && line.has(" in ", at: $0) && line[$0 + 4].isUppercase }
        guard let end else { return name }
        return line.text(0..<end)
    }

    /// `Lagos Reporter`, `A correspondent in Lagos`: somebody, but no name.
    static func isRole(_ words: [String]) -> Bool { words.prefix(2).contains(where: roles.contains) }

    static let roles: Set<String> = ["reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "writer", "writers"]

    static let desks: Set<String> = [
        "agencies", "agencias", "agencia", "agências", "agenzie", "agences", "agenturen", "agentur", "agentury", "agency", "redaktion",
        "redaktionen", "redakcja", "redakce", "redacción", "redaccion", "rédaction", "redazione", "redação", "redactie", "редакция",
        "newsroom", "bureau", "desk", "team", "webmaster", "webredaktion", "noreply", "no-reply", "department", "ministry",
        "survey", "gmbh", "inc", "inc.", "ltd", "ltd.", "llc", "kg", "s.a.",
    ]

    static let houses: Set<String> = [
        "tv", "times", "news", "images", "photos", "photo", "police", "office", "county", "laboratory", "university",
        "museum", "studio", "studios", "records", "entertainment", "institute", "center", "centre",
        "company", "pictures", "archive", "archives", "archivo", "service", "services", "media", "collection", "group", "wire", "city",
        "handout", "pessoal", "twitter", "facebook", "instagram", "youtube", "tiktok", "flickr", "wikimedia", "unsplash",
    ]

    /// Houses and surnames.
    static let surnames: Set<String> = ["house", "court", "post", "stock", "press"]

    static let topLevels: Set<String> = [
        "com", "net", "org", "info", "tv", "de", "at", "ch", "fr", "es", "it", "ie", "uk", "nl", "be", "se", "no", "dk", "fi", "pl", "cz",
        "sk", "ru", "ua", "cn", "jp", "kr", "in", "au", "nz", "ca", "br", "mx", "za", "eu",
    ]
}
