// SPDX-License-Identifier: Apache-2.0

extension Agency {
    /// Every agency we know, those with a profile of their own first.
    public static let known: [Agency] = profiles + others

    /// The agency with this code of ours.
    public static func code(_ code: String) -> Agency? {
        spellings.codes[code].map { known[$0] }
    }

    /// The agency that is spelled `raw`; of two that sign together (`Dow Jones/AP`, `ats afp`), the first that is known.
    public static func named(_ raw: String) -> Agency? {
        named(raw.unicodeScalars)
    }

    /// The same of scalars that need not be a string yet.
    static func named(_ raw: some BidirectionalCollection<Unicode.Scalar>) -> Agency? {
        if let one = spellings.index(of: raw) { return known[one] }
        // Two names are joined by one of these; nearly nothing that is asked for has one.
        guard raw.contains(where: { $0 == "/" || $0 == " " || $0 == "-" }) else { return nil }
        return joined(String(String.UnicodeScalarView(raw)))
    }

    private static func joined(_ raw: String) -> Agency? {
        guard raw.utf8.count <= AgencySpellings.longest else { return nil }
        let slashed = raw.split(separator: "/")
        if slashed.count > 1 {
            return slashed.allSatisfy(mayJoin) ? slashed.lazy.compactMap { one($0) }.first : nil
        }
        let hyphened = raw.split(separator: "-")
        if hyphened.count > 1 { return both(hyphened) }
        let spaced = raw.split(separator: " ")
        return spaced.count == 2 ? both(spaced) : nil
    }

    private static func both(_ names: [Substring]) -> Agency? {
        let both = names.compactMap { one($0) }
        return both.count == names.count ? both.first : nil
    }

    private static func one(_ name: Substring) -> Agency? {
        spellings.index(of: name.unicodeScalars).map { known[$0] }
    }

    /// A person's name or `Photo` beside an agency is a credit; a bureau (`dpa/lno`) or another paper is one word.
    private static func mayJoin(_ part: Substring) -> Bool {
        if one(part) != nil { return true }
        return part.utf8.count <= 6 && !part.contains(" ") && !["photo", "pool", "file"].contains(part.lowercased())
    }

    private static let spellings = AgencySpellings(known)
}
