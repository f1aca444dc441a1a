// SPDX-License-Identifier: Apache-2.0

// A headline that ran into the story: `Traders leave Lagos LAGOS, Jan. 9 (Xinhua) -- Traders`.

extension Line {
    /// Scalars of the longest headline that runs into a story.
    private static let longestHeadline = 200
    private static let mostCandidates = 24

    /// Where a dateline begins that stands behind a headline in the same paragraph; nil without one.
    ///
    /// Only a place in capitals with a day and an agency that we know counts, behind a headline without the end of a sentence: no
    /// story says this in its running text.
    func joinedDateline(places: PlaceTable) -> Int? {
        guard let mark = firstAgency() else { return nil }
        var candidates = 0
        for position in 1..<max(1, mark) where scalars[position].isUppercase && self[position + 1].isUppercase {
            let isWordStart = self[position - 1].isSpace || self[position - 1].isLowercase
            guard isWordStart, candidates < Self.mostCandidates else { continue }
            candidates += 1
            guard let match = placeForm(at: position, places: places), match.isAgencyKnown, match.day != nil else { continue }
            guard let place = match.place, isUppercase(place.first.city), isHeadline(0..<position) else { continue }
            return position
        }
        return nil
    }

    /// An agency in parentheses or slashes within reach, so that nearly every paragraph is done with at once.
    private func firstAgency() -> Int? {
        let limit = min(count, Self.longestHeadline + 80)
        for position in 0..<limit {
            if scalars[position] == "(" || scalars[position] == "/", agencyMark(at: position)?.isKnown == true { return position }
        }
        return nil
    }

    private func isHeadline(_ range: Range<Int>) -> Bool {
        let bounds = trimmed(range)
        guard (8...Self.longestHeadline).contains(bounds.count), self[bounds.upperBound - 1] != "," else { return false }
        return !bounds.contains { (self[$0] == "." || self[$0] == "!") && self[$0 + 1].isSpace && self[$0 - 2].isLowercase }
    }
}
