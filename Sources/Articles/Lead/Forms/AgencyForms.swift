// SPDX-License-Identifier: Apache-2.0

// The forms that open with an agency or a day:
//
//     (ANSA) - TORINO, 5 GIU -       agency, place, day
//     (Bloomberg) --                 agency
//     Nov. 2 (UPI) --                day, agency
//     AFP - A squadron               the prefix of an aggregator, behind which a dateline may follow

extension Line {
    /// Reads a dateline that opens with an agency in parentheses.
    func agencyForm(at start: Int) -> DatelineMatch? {
        guard let agency = parenthesizedAgency(at: start), agency.isKnown, let story = storyStart(behind: agency) else { return nil }
        if separator(at: agency.end) != nil, let match = placeAndDay(behind: agency, at: story) { return match }
        return DatelineMatch(.agency, agency: agency, end: story)
    }

    /// Reads a dateline that opens with a day.
    ///
    /// An unknown agency needs a separator behind it, or must be a site's name: `Aug. 3, 2004 (Example.com) Shares`.
    func dayForm(at start: Int) -> DatelineMatch? {
        guard let (day, dayEnd) = monthDay(at: start) else { return nil }
        let position = self[dayEnd] == "," || self[dayEnd] == "." ? dayEnd + 1 : dayEnd
        guard let agency = agencyMark(at: skippingSpaces(position)), !Weekdays.contains(text(agency.raw)) else { return nil }
        guard agency.isKnown || separator(at: agency.end) != nil || isSite(agency.raw) else { return nil }
        return storyStart(behind: agency).map { DatelineMatch(.dateAgency, day: day, agency: agency, end: $0) }
    }

    /// Reads the prefix that an aggregator puts before a line, and the dateline behind it if there is one.
    func prefixedForm(at start: Int, places: PlaceTable) -> DatelineMatch? {
        guard let (prefix, separator) = prefix(at: start), opensSentence(at: separator.end) else { return nil }
        guard var match = dayForm(at: separator.end) ?? placeForm(at: separator.end, places: places) else {
            return DatelineMatch(.agency, agency: prefix, end: separator.end)
        }
        if match.agency == nil {
            match.agency = prefix.raw
            match.isAgencyKnown = true
            match.form = match.day == nil ? .placeAgency : .placeDateAgency
        }
        return match
    }

    /// Up to four words before a spaced dash, if they name an agency. The dash is looked for first, which costs next to nothing.
    private func prefix(at start: Int) -> (AgencyMark, Separator)? {
        var position = start
        for _ in 0..<4 {
            let end = wordEnd(position)
            guard end > position, end - start <= Self.longestAgency, self[position] != "(", self[end - 1] != "," else { return nil }
            if let separator = separator(at: end), separator.kind == .dash, separator.isSpaced {
                guard Agency.named(text(start..<end)) != nil else { return nil }
                return (AgencyMark(raw: start..<end, isKnown: true, end: end), separator)
            }
            position = skippingSpaces(end)
        }
        return nil
    }

    private func placeAndDay(behind agency: AgencyMark, at start: Int) -> DatelineMatch? {
        guard let place = placePhrase(at: start), self[place.end] == "," || self[place.end].isSpace else { return nil }
        let position = skippingSpaces(self[place.end] == "," ? place.end + 1 : place.end)
        guard let (day, dayEnd) = monthDay(at: position), let separator = separator(at: dayEnd) else { return nil }
        return DatelineMatch(.agencyPlaceDate, place: place, day: day, agency: agency, end: separator.end)
    }
}
