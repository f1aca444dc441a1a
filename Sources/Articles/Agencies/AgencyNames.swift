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
        index(of: raw).map { known[$0] }
    }

    /// An agency that we know is spelled `raw`; costs less than to have it.
    static func isKnown(_ raw: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        index(of: raw) != nil
    }

    private static func index(of raw: some BidirectionalCollection<Unicode.Scalar>) -> Int? {
        spellings.index(of: raw) ?? joined(raw)
    }

    private static func joined(_ raw: some BidirectionalCollection<Unicode.Scalar>) -> Int? {
        // Nearly nothing that is asked for is two names; most are a person's two or three.
        var (slashes, hyphens, spaces, length) = (0, 0, 0, 0)
        var firstWord = AgencySpellings.Key()
        for scalar in raw {
            length += UTF8.width(scalar)
            switch scalar {
            case "/", "=", "＝": slashes += 1
            case "-": hyphens += 1
            case " ": spaces += 1
            default: if spaces == 0 { firstWord.add(scalar) }
            }
        }
        guard slashes + hyphens + spaces > 0, length <= AgencySpellings.longest else { return nil }
        if slashes + hyphens == 0, let key = firstWord.value, !spellings.mayHold(key) { return nil }
        let scalars = Array(raw)
        let slashed = slashes > 0 ? scalars.split { $0 == "/" || $0 == "=" || $0 == "＝" } : []
        if slashed.count > 1 { return slashed.allSatisfy(mayJoin) ? slashed.lazy.compactMap { spellings.index(of: $0) }.first : nil }
        let hyphened = hyphens > 0 ? scalars.split(separator: "-") : []
        if hyphened.count > 1 { return all(hyphened) }
        let spaced = spaces > 0 ? scalars.split(separator: " ") : []
        return spaced.count == 2 ? all(spaced) : nil
    }

    /// The first of the names, if each is an agency's.
    private static func all(_ names: [ArraySlice<Unicode.Scalar>]) -> Int? {
        var first: Int?
        for name in names {
            guard let agency = spellings.index(of: name) else { return nil }
            first = first ?? agency
        }
        return first
    }

    /// A person's name or `Photo` beside an agency is a credit; a bureau (`dpa/lno`) or another paper is one word.
    private static func mayJoin(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
        let isWord = part.reduce(0) { $0 + UTF8.width($1) } <= 6 && !part.contains(" ") && !pictureWords.contains(part)
        return isWord || spellings.index(of: part) != nil
    }

    private static let pictureWords = WordTable(["photo", "pool", "file"])

    private static let spellings = AgencySpellings(known)
}
