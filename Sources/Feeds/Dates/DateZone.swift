// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What a date says about its zone.
enum DateZone: Hashable, Sendable {
    /// Seconds east of UTC.
    case offset(Int)
    /// An abbreviation that means several zones, and the seconds east of UTC of its most common meaning.
    case ambiguous(Int)
    /// An IANA zone, whose offset depends on the date.
    case rules(String)
    /// A zone that nobody knows, or an offset that can't be.
    case unknown

    /// The zone of that name, in lower case: an abbreviation, or nil.
    static func named(_ word: String) -> DateZone? {
        if let minutes = abbreviations[word] { return .offset(minutes * 60) }
        if let minutes = ambiguousAbbreviations[word] { return .ambiguous(minutes * 60) }
        return regions[word].map { .rules($0) }
    }

    /// The seconds east of UTC that the IANA zone `identifier` has when its clocks show `local` seconds since 1970; nil if there is none.
    static func offset(of identifier: String, local: Int) -> Int? {
        guard identifier.utf8.count <= 40, !identifier.utf8.contains(UInt8(ascii: ".")) else { return nil }
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        // The clocks' time is taken for UTC first: the offset found is right but for hours around a change, hence the second look.
        let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local - guess)))
    }
}

extension DateZone {
    /// Minutes east of UTC.
    private static let abbreviations: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "cet": 60, "cest": 120, "met": 60, "mest": 120, "mez": 60, "mesz": 120,
        "eet": 120, "eest": 180, "msk": 180, "мск": 180, "msd": 240, "trt": 180, "sast": 120, "cat": 120, "eat": 180, "wat": 60,
        "irst": 210,
        "irdt": 270, "pkt": 300, "npt": 345, "mmt": 390, "ict": 420, "wib": 420, "wita": 480, "wit": 540, "hkt": 480, "sgt": 480,
        "myt": 480,
        "pht": 480, "jst": 540, "kst": 540, "awst": 480, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
        "nst": -210, "ndt": -150, "adt": -180, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
        "akst": -540, "akdt": -480, "hst": -600, "brt": -180, "art": -180, "clt": -240, "cot": -300, "pet": -300,
    ]

    private static let ambiguousAbbreviations: [String: Int] = [
        "cst": -360, "ist": 330, "bst": 60, "ast": -240, "gst": 240, "sst": -660, "wst": 480, "bdt": 360,
    ]

    /// Abbreviations without a season.
    private static let regions: [String: String] = [
        "at": "America/Halifax", "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
    ]
}
