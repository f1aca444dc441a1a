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
        guard raw.utf8.count <= AgencyNames.longest, raw.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: " ") }) else {
            return nil
        }
        let slashed = raw.split(separator: "/")
        if slashed.count > 1 {
            return slashed.allSatisfy(mayJoin) ? slashed.lazy.compactMap { names.agency(spelled: String($0)) }.first : nil
        }
        let spaced = raw.split(separator: " ")
        guard spaced.count == 2 else { return nil }
        let both = spaced.compactMap { names.agency(spelled: String($0)) }
        return both.count == spaced.count ? both.first : nil
    }

    /// A person's name or `Photo` beside an agency is a credit; a bureau (`dpa/lno`) or another paper is one word.
    private static func mayJoin(_ part: Substring) -> Bool {
        if names.agency(spelled: String(part)) != nil { return true }
        return part.utf8.count <= 6 && !part.contains(" ") && !["photo", "pool", "file"].contains(part.lowercased())
    }

    private static let names = AgencyNames(known)
}

/// Looks agencies up by their spellings.
private struct AgencyNames: Sendable {
    /// Bytes; nothing longer is looked at.
    static let longest = 80

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
        guard raw.utf8.count <= Self.longest else { return nil }
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
