// SPDX-License-Identifier: Apache-2.0

// The forms that open with a place:
//
//     LAGOS, Jan. 9 (Xinhua) --      place, day, agency
//     TULSA, Okla. (AP) —            place, agency
//     QUITO, June 4 -                place, day
//     QUITO -                        place alone
//
// and their punctuation by agency: `MINSK. Apr 2 (Interfax) -`, `KAZAN, May 11. /TASS/.`, `ОМСК, 7 мая — РИА Новости.`,
// `NAGOYA, Japan, Feb. 6 Kyodo -`, `Tehran, Apr 17, IRNA –`, `ASTANA. KAZINFORM –`. Those of press releases: `ReleaseForms.swift`.

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
        if let match = releaseForm(place) { return match }
        var position = skippingSpaces(place.end)
        let isPunctuated = self[position] == "." || self[position] == ","
        if isPunctuated { position = skippingSpaces(position + 1) }
        if let (day, end) = monthDay(at: position) { return datedForm(place, day, behind: end, places: places) }
        if let agency = agencyMark(at: position) { return undatedForm(place, agency, places: places) }
        if isPunctuated, let agency = bareAgency(at: position), isPlausible(place, places), let separator = separator(at: agency.end) {
            return separator.kind == .fullStop ? nil : DatelineMatch(.placeAgency, place: place, agency: agency, end: separator.end)
        }
        return placeAlone(place, places: places)
    }

    /// `MONDAY` and `The Associated Press` are no places.
    func isPossible(_ place: PlacePhrase) -> Bool {
        let first = word(place.first.city)
        return !Weekdays.contains(first) && Months.number(of: first) == nil && !Agency.isKnown(first)
    }

    func datedForm(_ place: PlacePhrase, _ day: MonthDay, behind end: Int, places: PlaceTable) -> DatelineMatch? {
        var position = end
        if self[position] == "." || self[position] == "," { position += 1 }
        let next = skippingSpaces(position)
        if let agency = agencyMark(at: next) {
            guard let story = datedStoryStart(behind: agency) else { return nil }
            return DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: story)
        }
        if let match = bareForm(place, day, at: next, isPunctuated: position > end) { return match }
        guard let separator = separator(at: end) else {
            let isStop = self[end - 1] == "."
            return isStop ? sentenceForm(place, day, behind: Separator(kind: .fullStop, isSpaced: false, end: skippingSpaces(end))) : nil
        }
        if let match = signedForm(place, day, behind: separator) { return match }
        if separator.kind == .fullStop { return sentenceForm(place, day, behind: separator) }
        guard isPlausible(place, places) else { return nil }
        return DatelineMatch(.placeDate, place: place, day: day, end: separator.end)
    }

    /// `Feb. 6 Kyodo -`, `Apr 17, IRNA –`, `April 17, AZERTAC The`: an agency that nothing encloses.
    func bareForm(_ place: PlacePhrase, _ day: MonthDay, at start: Int, isPunctuated: Bool) -> DatelineMatch? {
        guard let agency = bareAgency(at: start) else { return nil }
        let end = separator(at: agency.end)?.end ?? (isPunctuated ? storyStart(behind: agency) : nil)
        return end.map { DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: $0) }
    }

    /// `— РИА Новости.`, `- РИА Новости, Анна Лисина.`, `- (Adnkronos) -`: the agency stands between two separators.
    func signedForm(_ place: PlacePhrase, _ day: MonthDay, behind separator: Separator) -> DatelineMatch? {
        if separator.kind == .dash, let agency = parenthesizedAgency(at: separator.end), agency.isKnown,
            let story = storyStart(behind: agency)
        {
            return DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: story)
        }
        guard separator.kind != .fullStop, let agency = bareAgency(at: separator.end) else { return nil }
        var match = DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: 0)
        var end = agency.end
        if self[end] == ",", let person = person(at: skippingSpaces(end + 1)), self[person.upperBound] == "." {
            match.reporters = [text(person)]
            end = person.upperBound
        }
        guard let stop = self.separator(at: end), stop.kind == .fullStop else { return nil }
        match.end = stop.end
        return match
    }

    /// `NEW DELHI, SEPT. 24. The`: only a place in capitals, since a sentence may end in a place and a day.
    func sentenceForm(_ place: PlacePhrase, _ day: MonthDay, behind stop: Separator) -> DatelineMatch? {
        guard isUppercase(place.first.city), opensSentence(at: stop.end) else { return nil }
        return DatelineMatch(.placeDate, place: place, day: day, end: stop.end)
    }

    /// Two or three capitalised words.
    func person(at start: Int) -> Range<Int>? {
        var end = start
        var words = 0
        var position = start
        while words < 3, self[position].isUppercase {
            var wordEnd = position
            while self[wordEnd].isLetter || self[wordEnd] == "-" { wordEnd += 1 }
            end = wordEnd
            words += 1
            position = skippingSpaces(wordEnd)
            if position == wordEnd { break }
        }
        return words >= 2 ? start..<end : nil
    }

    /// An unknown agency needs a separator behind it: `WASHINGTON, October 08 (Online):`.
    func datedStoryStart(behind agency: AgencyMark) -> Int? {
        if agency.isKnown { return storyStart(behind: agency) }
        guard !Weekdays.contains(word(agency.raw)) else { return nil }
        return separator(at: agency.end)?.end
    }

    func undatedForm(_ place: PlacePhrase, _ agency: AgencyMark, places: PlaceTable) -> DatelineMatch? {
        guard agency.isKnown || isSite(agency.raw), let story = storyStart(behind: agency) else { return nil }
        let isSeparated = separator(at: agency.end) != nil
        let isSure = isSeparated && agency.isKnown && (!agency.isAlsoAWord || isUppercase(place.first.city))
        guard isSure || (isKnown(place, places) && (isSeparated || agency.isKnown)) else { return nil }
        return DatelineMatch(.placeAgency, place: place, agency: agency, end: story)
    }

    /// Capitals (`QUITO - Rain`) pass with any sign behind them, a name as in a sentence (`Quito - Rain`) only with a spaced dash.
    func placeAlone(_ place: PlacePhrase, places: PlaceTable) -> DatelineMatch? {
        guard let separator = separator(at: place.end), separator.kind != .fullStop, opensSentence(at: separator.end) else { return nil }
        guard separator.kind != .dash || separator.isSpaced || self[place.end] == "—", isKnownCity(place, places) else { return nil }
        let isRoute = placePhrase(at: separator.end).map { isKnownCity($0, places) } ?? false
        guard isUppercase(place.first.city) || (separator.kind != .colon && separator.isSpaced && !isRoute) else { return nil }
        return DatelineMatch(.place, place: place, end: separator.end)
    }

    func isPlausible(_ place: PlacePhrase, _ places: PlaceTable) -> Bool {
        isUppercase(place.first.city) || place.isBracketed || isKnown(place, places)
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
