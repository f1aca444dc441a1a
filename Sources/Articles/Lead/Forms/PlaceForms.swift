// SPDX-License-Identifier: Apache-2.0

// The forms that open with a place:
//
//     LAGOS, Jan. 9 (Xinhua) --      place, day, agency
//     TULSA, Okla. (AP) —            place, agency
//     QUITO, June 4 -                place, day
//     QUITO -                        place alone
//
// and their punctuation by agency: `MINSK. Apr 2 (Interfax) -`, `KAZAN, May 11. /TASS/.`, `ОМСК, 7 мая — РИА Новости.`,
// `NAGOYA, Japan, Feb. 6 Kyodo -`, `TAMPA--(BUSINESS WIRE)--May 3--`.

extension Line {
    /// Reads a dateline that opens with a place.
    ///
    /// An unknown agency counts only beside a day, or where it is a site's name. Place and day alone, or a place alone, count where
    /// the place is written as datelines write it and, alone, where `places` knows it.
    func placeForm(at start: Int, places: PlaceTable) -> DatelineMatch? {
        guard let place = placePhrase(at: start), let match = form(behind: place, places: places), isPossible(place) else { return nil }
        return match
    }

    /// Reads the name of an agency in parentheses or between slashes.
    func agencyMark(at start: Int) -> AgencyMark? {
        parenthesizedAgency(at: start) ?? slashedAgency(at: start)
    }

    /// Where the story begins behind a known agency: behind the separator, or at once where a sentence opens.
    func storyStart(behind agency: AgencyMark) -> Int? {
        if let separator = separator(at: agency.end) { return separator.end }
        let next = skippingSpaces(agency.end)
        return next >= count || opensSentence(at: next) ? next : nil
    }
}

private extension Line {
    func form(behind place: PlacePhrase, places: PlaceTable) -> DatelineMatch? {
        if let match = businessWireForm(place) { return match }
        var position = place.end
        if self[skippingSpaces(position)] == "." || self[skippingSpaces(position)] == "," { position = skippingSpaces(position) + 1 }
        if let (day, end) = monthDay(at: skippingSpaces(position)) { return datedForm(place, day, behind: end, places: places) }
        if let agency = agencyMark(at: skippingSpaces(position)) { return undatedForm(place, agency, places: places) }
        return placeAlone(place, places: places)
    }

    /// `MONDAY` and `The Associated Press` are no places.
    func isPossible(_ place: PlacePhrase) -> Bool {
        let first = text(place.first.city)
        return !Weekdays.contains(first) && Months.number(of: first) == nil && Agency.named(first) == nil
    }

    func datedForm(_ place: PlacePhrase, _ day: MonthDay, behind end: Int, places: PlaceTable) -> DatelineMatch? {
        var position = end
        if self[position] == "." || self[position] == "," { position += 1 }
        let next = skippingSpaces(position)
        if let agency = agencyMark(at: next) {
            guard let story = datedStoryStart(behind: agency) else { return nil }
            return DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: story)
        }
        if let agency = bareAgency(at: next), let separator = separator(at: agency.end) {
            return DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: separator.end)
        }
        guard let separator = separator(at: end), separator.kind != .fullStop else { return nil }
        if let agency = bareAgency(at: separator.end), let stop = self.separator(at: agency.end), stop.kind == .fullStop {
            return DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: stop.end)
        }
        guard isUppercase(place.first.city) || place.isBracketed || isKnown(place, places) else { return nil }
        return DatelineMatch(.placeDate, place: place, day: day, end: separator.end)
    }

    /// An unknown agency needs a separator behind it: `WASHINGTON, October 08 (Online):`.
    func datedStoryStart(behind agency: AgencyMark) -> Int? {
        if agency.isKnown { return storyStart(behind: agency) }
        guard !Weekdays.contains(text(agency.raw)) else { return nil }
        return separator(at: agency.end)?.end
    }

    func undatedForm(_ place: PlacePhrase, _ agency: AgencyMark, places: PlaceTable) -> DatelineMatch? {
        guard agency.isKnown || isSite(agency.raw), let story = storyStart(behind: agency) else { return nil }
        let isSeparated = separator(at: agency.end) != nil
        guard agency.isKnown ? isSeparated || isKnown(place, places) : isSeparated && isKnown(place, places) else { return nil }
        return DatelineMatch(.placeAgency, place: place, agency: agency, end: story)
    }

    func businessWireForm(_ place: PlacePhrase) -> DatelineMatch? {
        guard let dash = separator(at: place.end), dash.kind == .doubleDash else { return nil }
        guard let agency = parenthesizedAgency(at: dash.end), agency.isKnown else { return nil }
        guard let second = separator(at: agency.end), second.kind == .doubleDash else { return nil }
        guard let (day, end) = monthDay(at: second.end), let third = separator(at: end) else {
            return DatelineMatch(.placeAgency, place: place, agency: agency, end: second.end)
        }
        return DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: third.end)
    }

    func placeAlone(_ place: PlacePhrase, places: PlaceTable) -> DatelineMatch? {
        guard let separator = separator(at: place.end), separator.kind != .fullStop, opensSentence(at: separator.end) else { return nil }
        guard separator.kind != .dash || separator.isSpaced || self[place.end] == "—" else { return nil }
        guard isUppercase(place.first.city), isKnownCity(place, places) else { return nil }
        return DatelineMatch(.place, place: place, end: separator.end)
    }

    func isKnown(_ place: PlacePhrase, _ places: PlaceTable) -> Bool {
        isKnownCity(place, places) || (place.regions.isEmpty && places.place(named: text(place.first.city)) != nil)
    }

    /// A country alone (`UK: Police`) is more often a heading than a place.
    func isKnownCity(_ place: PlacePhrase, _ places: PlaceTable) -> Bool {
        guard let region = place.regions.last else { return places.city(named: text(place.first.city)) != nil }
        return places.country(ofRegion: text(region)) != nil
    }
}
