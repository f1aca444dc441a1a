// SPDX-License-Identifier: Apache-2.0

// The forms in which wires of press releases and of markets join place, agency and day:
//
//     TAMPA--(BUSINESS WIRE)--May 3--          WASHINGTON -(Dow Jones)-
//     TORONTO, ONTARIO--(Marketwire - Nov. 24, 2009) -
//     VANCOUVER, BC / ACCESSWIRE / May 3, 2023 /

extension Line {
    /// Reads what follows `place` in one of these forms.
    func releaseForm(_ place: PlacePhrase) -> DatelineMatch? {
        let next = skippingSpaces(place.end)
        if self[next] == "/" { return slashedForm(place, at: next) }
        guard let dash = separator(at: place.end), dash.kind == .dash || dash.kind == .doubleDash, self[dash.end] == "(" else { return nil }
        if let match = markedForm(place, at: dash.end) { return match }
        guard let agency = parenthesizedAgency(at: dash.end), agency.isKnown, let second = separator(at: agency.end) else { return nil }
        guard dash.kind == .doubleDash, let (day, end) = monthDay(at: second.end), let third = separator(at: end) else {
            return DatelineMatch(.placeAgency, place: place, agency: agency, end: second.end)
        }
        return DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: third.end)
    }
}

private extension Line {
    /// `/ ACCESSWIRE / May 3, 2023 /`.
    func slashedForm(_ place: PlacePhrase, at start: Int) -> DatelineMatch? {
        guard let agency = slashedAgency(at: start), agency.isKnown else { return nil }
        guard let (day, end) = monthDay(at: skippingSpaces(agency.end)), self[skippingSpaces(end)] == "/" else { return nil }
        let story = skippingSpaces(skippingSpaces(end) + 1)
        return DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: story)
    }

    /// `(Marketwire - Nov. 24, 2009) -`.
    func markedForm(_ place: PlacePhrase, at start: Int) -> DatelineMatch? {
        guard let agency = bareAgency(at: start + 1), let dash = separator(at: agency.end), dash.kind == .dash else { return nil }
        guard let (day, end) = monthDay(at: dash.end), self[end] == ")", let last = separator(at: end + 1) else { return nil }
        return DatelineMatch(.placeDateAgency, place: place, day: day, agency: agency, end: last.end)
    }
}
