// SPDX-License-Identifier: Apache-2.0

/// A place as a dateline opens with it: `JAKARTA/BANGKOK`, `CHEYENNE, Wyo.`, `Manchester (United Kingdom)`.
struct PlacePhrase: Hashable, Sendable {
    /// A city, and the region that follows it.
    struct Spot: Hashable, Sendable {
        var city: Range<Int>
        var regions: [Range<Int>] = []
    }

    private(set) var first: Spot
    /// The further places of a double dateline.
    var others: [Spot] = []
    /// Behind the last of them and its closing bracket.
    var end: Int
    /// The country is given in brackets, which nothing but a dateline does: `Bengaluru (Karnataka) [India]`.
    var isBracketed = false

    init(_ first: Spot, end: Int) {
        self.first = first
        self.end = end
    }

    init(city: Range<Int>) {
        self.init(Spot(city: city), end: city.upperBound)
    }

    /// The region of the first place, or the one that all of them share: `KYIV/LVIV, Ukraine`.
    var regions: [Range<Int>] {
        first.regions.isEmpty ? others.last?.regions ?? [] : first.regions
    }
}

extension Line {
    private static let mostCities = 4
    private static let mostRegions = 2
    private static let mostWords = 6
    private static let longestName = 60

    /// Reads the place that opens a dateline, with its region; nil where the words are none.
    func placePhrase(at start: Int) -> PlacePhrase? {
        guard var phrase = spot(at: start) else { return nil }
        while phrase.others.count < Self.mostCities - 1, self[phrase.end] == "/", let next = spot(at: phrase.end + 1) {
            phrase.others.append(next.first)
            phrase.end = next.end
        }
        return phrase
    }

    /// The end of up to six capitalised words that can be a place's name: `Dar es Salaam`, `ST. GEORGE'S`, `B.C.`.
    func placeName(at start: Int) -> Int? {
        guard var end = placeWord(at: start) else { return nil }
        for _ in 1..<Self.mostWords {
            let next = skippingSpaces(end)
            guard next > end, next - start < Self.longestName, continuesName(end, with: next) else { break }
            guard let wordEnd = placeWord(at: next) ?? connectorEnd(at: next) else { break }
            end = wordEnd
        }
        return end - start <= Self.longestName ? end : nil
    }

    /// No lower-case letter stands in the words of `range`, but for those that join them.
    func isUppercase(_ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        var capitals = 0
        while position < range.upperBound {
            let end = min(wordEnd(position), range.upperBound)
            if connectorEnd(at: position) == nil {
                let letters = scalars[position..<end].filter(\.isLetter)
                let isScottish = has("Mc", at: position)
                guard letters.dropFirst(isScottish ? 2 : 0).allSatisfy({ !$0.isLowercase }) else { return false }
                capitals += letters.count(where: \.isUppercase)
            }
            position = skippingSpaces(end)
        }
        return capitals >= 2
    }
}

private extension Line {
    /// One place with its regions.
    func spot(at start: Int) -> PlacePhrase? {
        guard let cityEnd = placeName(at: start) else { return nil }
        var phrase = PlacePhrase(city: start..<cityEnd)
        var regions: [Range<Int>] = []
        while regions.count < Self.mostRegions, let region = region(behind: phrase.end) {
            regions.append(region.name)
            phrase.end = region.end
            phrase.isBracketed = phrase.isBracketed || region.isBracketed
        }
        guard !regions.isEmpty else { return PlacePhrase(city: start..<withoutFullStop(cityEnd)) }
        var spot = PlacePhrase(PlacePhrase.Spot(city: start..<cityEnd, regions: regions), end: phrase.end)
        spot.isBracketed = phrase.isBracketed
        return spot
    }

    /// A capitalised word with what may stand inside one: `AL-FASHER`, `N'Djamena`, `B.C.`, `GEORGE #39;S`.
    func placeWord(at start: Int) -> Int? {
        guard opensPlaceWord(at: start) else { return nil }
        var end = start
        while end < count, end - start < Self.longestName {
            let scalar = scalars[end]
            if scalar.isLetter || scalar.isApostrophe {
                end += 1
            } else if scalar == "-" || scalar == ".", self[end + 1].isLetter {
                end += 2
            } else if let entityEnd = brokenApostropheEnd(at: end) {
                end = entityEnd
            } else {
                break
            }
        }
        return self[end] == "." && endsInAbbreviation(start..<end) ? end + 1 : end
    }

    /// A capital, or a small article bound to one: `al-Hasakah`.
    func opensPlaceWord(at start: Int) -> Bool {
        if self[start].isUppercase { return true }
        if self[start].isApostrophe { return opens(with: "s-", at: start + 1) && self[start + 3].isUppercase }
        guard self[start].isLowercase else { return false }
        let hyphen = (start + 1...start + 3).first { self[$0] == "-" }
        return hyphen.map { self[$0 + 1].isUppercase } ?? false
    }

    /// `Calif.`, `Ont.`, `D.C.`: a period may end it without ending the line.
    func endsInAbbreviation(_ word: Range<Int>) -> Bool {
        word.count <= 5 || scalars[word].contains(".")
    }

    /// `ST. PETERSBURG` goes on behind its period; `Baku. Azerbaijan has` and `LONDON March 5` end.
    func continuesName(_ end: Int, with next: Int) -> Bool {
        if self[end - 1] == "." {
            guard !self[end - 5].isLetter || self[end - 3] == "." else { return false }
        }
        return monthDay(at: next) == nil
    }

    func connectorEnd(at start: Int) -> Int? {
        guard self[start].isLowercase else { return nil }
        let end = wordEnd(start)
        return end - start <= 4 && Self.connectors.contains(text(start..<end)) ? end : nil
    }

    /// `#39;` or ` #39;`: an apostrophe whose ampersand was lost on the way.
    func brokenApostropheEnd(at start: Int) -> Int? {
        let entity = self[start] == " " ? start + 1 : start
        guard has("#39;", at: entity), self[entity + 4].isLetter else { return nil }
        return entity + 4
    }

    /// `, Wyo.`, ` (Karnataka)`, ` [India]`; not an agency's parenthesis and not a day.
    func region(behind end: Int) -> (name: Range<Int>, end: Int, isBracketed: Bool)? {
        let next = skippingSpaces(end)
        switch self[next] {
        case ",":
            let start = skippingSpaces(next + 1)
            guard monthDay(at: start) == nil, let nameEnd = placeName(at: start), !isKnownAgency(start..<nameEnd) else { return nil }
            return (start..<nameEnd, nameEnd, false)
        case "[":
            guard let nameEnd = placeName(at: next + 1), self[nameEnd] == "]" else { return nil }
            return (next + 1..<nameEnd, nameEnd + 1, true)
        case "(":
            guard let nameEnd = placeName(at: next + 1), self[nameEnd] == ")" else { return nil }
            let following = self[skippingSpaces(nameEnd + 1)]
            guard following == "(" || following == "[" || following == ",", !isKnownAgency(next + 1..<nameEnd) else { return nil }
            return (next + 1..<nameEnd, nameEnd + 1, false)
        default:
            return nil
        }
    }

    /// `Baku.` is a place and a full stop; `WASHINGTON D.C.` keeps its period.
    func withoutFullStop(_ end: Int) -> Int {
        self[end - 1] == "." && self[end - 3] != "." ? end - 1 : end
    }

    static let connectors: Set<String> = [
        "de", "del", "la", "las", "los", "le", "les", "el", "al", "da", "do", "dos", "das", "di", "du", "des", "of", "and", "the", "upon",
        "on",
        "an", "am", "a.M.", "d.", "der", "den", "van", "von", "y", "e", "es", "sur", "en", "im", "bei", "na", "zu", "ob", "и", "на",
    ]
}
