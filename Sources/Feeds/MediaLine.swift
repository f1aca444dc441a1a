// SPDX-License-Identifier: Apache-2.0

/// One rendition of a media asset, on one line.
struct MediaLine: Hashable {
    var url: String?
    var type: String?
    var credit: String?
    var description: String?

    /// The bytes of its words, which its asset's other renditions repeat, and other assets where they stand in the item for all.
    private var repeatable: Int { (credit?.utf8.count ?? 0) + (description?.utf8.count ?? 0) }

    /// The most bytes that the lines of one item repeat.
    private static let limit = 64 << 10

    /// The lines of an item without the words that stood before, where all of them would be thousands of times what the publisher sent.
    static func sparing(_ lines: [MediaLine]) -> [MediaLine] {
        guard lines.reduce(0, { $0 + $1.repeatable }) > limit else { return lines }
        var seen: Set<MediaLine> = []
        var latest: MediaLine?
        return lines.map { line in
            let words = MediaLine(credit: line.credit, description: line.description)
            // Renditions of one asset share their words; only those of another are worth a hash.
            defer { latest = words }
            return words != latest && seen.insert(words).inserted ? line : MediaLine(url: line.url, type: line.type)
        }
    }
}
