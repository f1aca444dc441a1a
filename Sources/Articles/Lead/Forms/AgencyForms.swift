// SPDX-License-Identifier: Apache-2.0

// The forms that open with an agency or a day:
//
//     (ANSA) - TORINO, 5 GIU -       agency, place, day
//     (Bloomberg) --                 agency
//     Nov. 2 (UPI) --                day, agency
//     2 мая, Гомель /Корр. БЕЛТА/.   day, place, agency
//     ТАСС, 2 мая.                   agency, day
//     AFP - A squadron               the prefix of an aggregator, behind which a dateline may follow

extension Line {
    /// Reads a dateline that opens with an agency in parentheses.
    func agencyForm(at start: Int) -> DatelineMatch? {
        guard let agency = parenthesizedAgency(at: start), agency.isKnown, let story = storyStart(behind: agency) else { return nil }
        if separator(at: agency.end) != nil, let match = placeAndDay(behind: agency, at: story) { return match }
        return agency.isAlsoAWord ? nil : DatelineMatch(.agency, agency: agency, end: story)
    }

    /// Reads `ТАСС, 2 мая.`, where nothing encloses the agency.
    func agencyDayForm(at start: Int) -> DatelineMatch? {
        guard let comma = (start..<start + 30).first(where: { self[$0] == "," || self[$0] == "\0" }), self[comma] == "," else { return nil }
        guard isKnownAgency(start..<comma), let (day, dayEnd) = monthDay(at: skippingSpaces(comma + 1)) else { return nil }
        // The period of the line may have been taken for that of a shortened month.
        guard let end = separator(at: dayEnd)?.end ?? (self[dayEnd - 1] == "." ? skippingSpaces(dayEnd) : nil) else { return nil }
        guard let agency = agency(in: start..<comma), !agency.isAlsoAWord, opensSentence(at: end) || end >= count else { return nil }
        let mark = AgencyMark(raw: start..<comma, isKnown: true, end: comma)
        return DatelineMatch(.dateAgency, day: day, agency: mark, end: end)
    }

    /// Reads a dateline that opens with a day.
    ///
    /// An unknown agency needs a separator behind it, or must be a site's name: `Aug. 3, 2004 (Example.com) Shares`.
    func dayForm(at start: Int) -> DatelineMatch? {
        guard let (day, dayEnd) = monthDay(at: start) else { return nil }
        let position = self[dayEnd] == "," || self[dayEnd] == "." ? dayEnd + 1 : dayEnd
        guard let agency = agencyMark(at: skippingSpaces(position)) else {
            return self[dayEnd] == "," ? placeAndAgency(behind: day, at: skippingSpaces(position)) : nil
        }
        guard !Weekdays.contains(word(agency.raw)) else { return nil }
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
                guard let agency = agency(in: start..<end), !agency.isAlsoAWord else { return nil }
                return (AgencyMark(raw: start..<end, isKnown: true, end: end), separator)
            }
            position = skippingSpaces(end)
        }
        return nil
    }

    private func placeAndAgency(behind day: MonthDay, at start: Int) -> DatelineMatch? {
        guard let place = placePhrase(at: start), let agency = agencyMark(at: skippingSpaces(place.end)), agency.isKnown else { return nil }
        return storyStart(behind: agency).map { DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: $0) }
    }

    private func placeAndDay(behind agency: AgencyMark, at start: Int) -> DatelineMatch? {
        guard let place = placePhrase(at: start), self[place.end] == "," || self[place.end].isSpace else { return nil }
        let position = skippingSpaces(self[place.end] == "," ? place.end + 1 : place.end)
        guard let (day, dayEnd) = monthDay(at: position), let separator = separator(at: dayEnd) else { return nil }
        return DatelineMatch(.agencyPlaceDate, place: place, day: day, agency: agency, end: separator.end)
    }
}
