// SPDX-License-Identifier: Apache-2.0

/// The place and day a story was filed from, as the agency writes it: `MOSCOW, Feb. 20 (Xinhua) --`.
public struct Dateline: Hashable, Sendable, Codable {
    /// The line as it stood in the text, its separator included.
    public var raw: String
    /// The place as written, with its region: `CHEYENNE, Wyo.`.
    public var place: String?
    /// Each place of a double dateline (`WASHINGTON/NEW YORK`), without region.
    public var places: [String]?
    /// The first place without its region, as written: what the place table is asked for.
    public var city: String?
    /// State, province or other part of a country, as written.
    public var region: String?
    /// ISO 3166-1 alpha-2, only where the place table or the line itself says so.
    public var country: String?
    /// Degrees north of the equator, from the place table only.
    public var lat: Double?
    /// Degrees east of Greenwich, from the place table only.
    public var lon: Double?
    /// `YYYY-MM-DD`, or `--MM-DD` where the year can't be told.
    public var date: String?
    /// `day`, the only precision a dateline has; absent without a date.
    public var datePrecision: String?
    /// The agency as written.
    public var agencyRaw: String?
    /// The name of the form that matched: `place-date-agency`, `place-agency`, `date-agency`, `agency`, `chinese`…
    public var form: String
    /// Percent.
    public var confidence: Int

    /// A dateline of which only the line and its form are known.
    public init(raw: String, form: String, confidence: Int) {
        self.raw = raw
        self.form = form
        self.confidence = confidence
    }
}
