// SPDX-License-Identifier: Apache-2.0

/// A dateline found on a line, as positions; it becomes a `Dateline` when the year and the country are known.
struct DatelineMatch: Hashable, Sendable {
    /// The name of the form, and how sure it is.
    enum Form: String, Hashable, Sendable {
        case placeDateAgency = "place-date-agency"
        case placeAgency = "place-agency"
        case placeDate = "place-date"
        case place
        case dateAgency = "date-agency"
        case agency
        case agencyPlaceDate = "agency-place-date"
        case chinese
        case bracketed

        /// Percent.
        var confidence: Int {
            switch self {
            case .placeDateAgency, .agencyPlaceDate, .chinese, .bracketed: 98
            case .placeAgency: 95
            case .dateAgency: 92
            case .agency: 85
            case .placeDate: 80
            case .place: 60
            }
        }
    }

    var form: Form
    var place: PlacePhrase?
    var day: MonthDay?
    /// The agency as written.
    var agency: Range<Int>?
    var isAgencyKnown = false
    /// Reporters who stand inside the dateline, as in `新华社北京8月12日电（记者罗沙）`.
    var reporters: [String] = []
    /// Where the story begins.
    var end: Int

    init(_ form: Form, place: PlacePhrase? = nil, day: MonthDay? = nil, agency: AgencyMark? = nil, end: Int) {
        self.form = form
        self.place = place
        self.day = day
        self.agency = agency?.raw
        self.isAgencyKnown = agency?.isKnown ?? false
        self.reporters = agency?.reporters ?? []
        self.end = end
    }

    /// A known agency or a date makes it sure enough to take the line off the text.
    var isCertain: Bool { day != nil || agency != nil }
}
