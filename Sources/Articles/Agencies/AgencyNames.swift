// SPDX-License-Identifier: Apache-2.0

extension Agency {
    /// Every agency we know, those with a profile of their own first.
    public static let known: [Agency] =
        [
            .xinhua, .reuters, .ap, .afp, .dpa, .tass, .ria, .interfax, .kyodo, .yonhap, .kcna, .efe, .ansa, .upi, .pti, .bernama, .antara,
            .ats, .anp, .europaPress, .prensaLatina, .canadianPress,
        ] + others

    /// The agency with this code of ours.
    public static func code(_ code: String) -> Agency? {
        names.codes[code].map { known[$0] }
    }

    /// The agency that is spelled `raw`; of two that sign together (`Dow Jones/AP`, `ats afp`), the first that is known.
    public static func named(_ raw: String) -> Agency? {
        if let one = names.agency(spelled: raw) { return one }
        let slashed = raw.split(separator: "/")
        if slashed.count > 1 { return slashed.lazy.compactMap { names.agency(spelled: String($0)) }.first }
        let spaced = raw.split(separator: " ")
        guard spaced.count == 2 else { return nil }
        let both = spaced.compactMap { names.agency(spelled: String($0)) }
        return both.count == spaced.count ? both.first : nil
    }

    private static let names = AgencyNames(known)
}

/// Looks agencies up by their spellings.
private struct AgencyNames: Sendable {
    private(set) var codes: [String: Int] = [:]
    private var exact: [String: Int] = [:]
    private var folded: [String: Int] = [:]

    init(_ agencies: [Agency]) {
        for (index, agency) in agencies.enumerated() {
            codes[agency.code] = index
            for spelling in agency.spellings {
                exact[spelling] = exact[spelling] ?? index
                let key = Self.fold(spelling)
                if key.unicodeScalars.count > 4 { folded[key] = folded[key] ?? index }
            }
        }
    }

    func agency(spelled raw: String) -> Agency? {
        guard raw.utf8.count <= 80 else { return nil }
        let index = exact[raw] ?? exact[Self.trimmed(raw)] ?? folded[Self.fold(raw)]
        return index.map { Agency.known[$0] }
    }

    /// Letters and digits only, in lower case: `Itar-Tass` and `ITAR TASS` are one.
    private static func fold(_ raw: String) -> String {
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: raw.unicodeScalars.lazy.filter { $0.isLetter || $0.isDigit })
        return String(kept).lowercased()
    }

    private static func trimmed(_ raw: String) -> String {
        var scalars = raw.unicodeScalars[...]
        while let first = scalars.first, first.isSpace { scalars.removeFirst() }
        while let last = scalars.last, last.isSpace { scalars.removeLast() }
        return String(scalars)
    }
}
