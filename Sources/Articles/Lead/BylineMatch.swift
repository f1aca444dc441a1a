// SPDX-License-Identifier: Apache-2.0

/// A byline found on a line: `By Ann Lee`, alone or before a dateline.
struct BylineMatch: Hashable, Sendable {
    var range: Range<Int>
    var people: [String]
}

extension Line {
    private static let mostWords = 14
    private static let longestByline = 100

    /// Reads the byline at `start`, if a dateline that names an agency follows it or it is all that the line holds.
    ///
    /// Nothing but blanks stands between a byline and its place, so the two are told apart by a wide blank, else by the longest
    /// place that `places` knows, else by the change to capitals, else by taking two words, or one, as the place.
    func byline(at start: Int, places: PlaceTable) -> BylineMatch? {
        guard has("By ", at: start) || has("BY ", at: start) else { return nil }
        let words = bylineWords(from: skippingSpaces(start + 3))
        if let split = split(words, places: places) { return match(start..<split) }
        guard let last = words.last, words.count >= 2, skippingSpaces(wordEnd(last)) >= count else { return nil }
        return match(start..<count)
    }

    private func match(_ range: Range<Int>) -> BylineMatch? {
        let people = Byline.people(in: text(range.lowerBound + 3..<range.upperBound))
        return people.isEmpty ? nil : BylineMatch(range: range, people: people)
    }

    /// Where each word begins, as far as all of them can be names.
    private func bylineWords(from start: Int) -> [Int] {
        var words: [Int] = []
        var position = start
        while words.count < Self.mostWords, position < count, position - start < Self.longestByline {
            let end = wordEnd(position)
            guard self[position].isUppercase || Self.joining.contains(text(position..<end)) else { break }
            words.append(position)
            position = skippingSpaces(end)
        }
        return words
    }

    private static let joining: Set<String> = [
        "and", "&", "de", "da", "van", "von", "der", "den", "al", "el", "bin", "und", "y", "di", "la", "del",
    ]

    private func split(_ words: [Int], places: PlaceTable) -> Int? {
        let candidates = words.dropFirst().filter { word in
            guard self[trimmed(0..<word).upperBound - 1] != ",", let match = placeForm(at: word, places: places) else { return false }
            return match.isAgencyKnown
        }
        guard let last = candidates.last else { return nil }
        if let wide = candidates.last(where: { self[$0 - 1] == "\n" || self[$0 - 2].isSpace }) { return wide }
        if let known = candidates.first(where: { isKnownPlace(at: $0, places: places) }) { return known }
        if let change = candidates.first(where: { isCapitals(at: $0) }), !isCapitals(at: words[0]) { return change }
        return words.count { $0 <= last } > 3 ? candidates.dropLast().last ?? last : last
    }

    /// A place that opens at `start` has a city that `places` knows.
    func isKnownPlace(at start: Int, places: PlaceTable) -> Bool {
        placePhrase(at: start).map { places.city(named: text($0.first.city)) != nil } ?? false
    }

    /// The word at `word` is in capitals.
    func isCapitals(at word: Int) -> Bool {
        let letters = scalars[word..<wordEnd(word)].filter(\.isLetter)
        return letters.count >= 2 && letters.allSatisfy { !$0.isLowercase }
    }
}
