// SPDX-License-Identifier: Apache-2.0
import Markup

/// Sorts the parts of a credit into a person and agencies.
struct CreditReading {
    private var notes: [String] = []
    private(set) var agencies: [String] = []
    /// Whatever else is named, and whether it is surely no person. Mostly nobody asks.
    private var others: [(name: String, isEmployer: Bool)] = []

    /// The first name that is no agency, with `(Pool)` or `(Handout)`.
    var person: String? {
        guard let name = others.first(where: { !isEmployer($0) })?.name else { return nil }
        return notes.isEmpty ? name : ([name] + notes.map { "(\($0))" }).joined(separator: " ")
    }

    /// As written, several joined by a slash.
    var agency: String? {
        guard agencies.isEmpty else { return agencies.joined(separator: " / ") }
        return others.first(where: isEmployer)?.name ?? (others.count > 1 ? others.last?.name : nil)
    }

    /// Who else a picture was taken for: `for The Example Times`, `(EXAMPLE)`.
    private func isEmployer(_ other: (name: String, isEmployer: Bool)) -> Bool {
        other.isEmployer || PersonName.namesHouse(other.name) || Self.isAcronym(other.name)
    }

    mutating func add(_ part: String, isBracketed: Bool = false) {
        let part = Self.withoutDecoration(part)
        if let (name, employer) = Self.employment(part) {
            others.append((employer, true))
            return name.isEmpty ? () : add(name)
        }
        if let dealer = Self.dealer(part) { return add(dealer, isBracketed: true) }
        switch Self.fillers[part[...]] {
        case .nothing: break
        case .note: notes.append(part)
        case nil:
            if Self.isPictureAgency(part) {
                if !agencies.contains(where: { $0.lowercased() == part.lowercased() }) { agencies.append(part) }
            } else {
                others.append((part, isBracketed))
            }
        }
    }

    private enum Filler { case nothing, note }

    /// What stands where a name could.
    private static let fillers = WordTable<Filler>([
        ("none", .nothing), ("n/a", .nothing), ("unknown", .nothing), ("divulgação", .nothing), ("reprodução", .nothing), ("", .nothing),
        ("photo", .nothing), ("photos", .nothing), ("image", .nothing), ("file", .nothing), ("file photo", .nothing), ("picture", .nothing),
        ("...", .nothing), ("…", .nothing), ("pool", .note), ("handout", .note), ("pool photo", .note),
    ])

    /// `Ann Lee for The Example Times`, `For The Times`.
    private static func employment(_ part: String) -> (name: String, employer: String)? {
        for opener in ["for ", "For "] where part.hasPrefix(opener) { return ("", String(part.dropFirst(opener.count))) }
        guard part.holds(" for ") else { return nil }
        let words = part.split(separator: " ")
        guard let at = words.firstIndex(of: "for"), at > 0, at + 1 < words.count,
            words[at + 1].first?.isUppercase == true || words[at + 1] == "the"
        else {
            return nil
        }
        return (words[..<at].joined(separator: " "), words[(at + 1)...].joined(separator: " "))
    }

    /// The dealer in `via ZUMA Wire`.
    private static func dealer(_ part: String) -> String? {
        for opener in ["via ", "VIA ", "Via "] where part.hasPrefix(opener) { return String(part.dropFirst(opener.count)) }
        return nil
    }

    /// `RSPCA`: five capitals at most are a body's.
    private static func isAcronym(_ name: String) -> Bool {
        (2...5).contains(name.utf8.count) && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// A news agency, or one that deals in pictures only.
    static func isPictureAgency(_ name: some StringProtocol) -> Bool {
        pictureAgencies.contains(name) || Agency.isKnown(name.unicodeScalars)
    }

    /// `AP Photo` is AP, `AFP 2019` is AFP, `John Woods.` ends a sentence, `xinhua)` closed a bracket.
    static func withoutDecoration(_ part: String) -> String {
        let text = part.collapsed
        let bytes = text.utf8Span.span
        func index(_ offset: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: offset) }
        var end = bytes.count
        while let space = (0..<end).last(where: { bytes[$0] == UInt8(ascii: " ") }), space > 0, space + 1 < end {
            let last = space + 1..<end
            let isYear = last.count == 4 && last.allSatisfy { (0x30...0x39).contains(bytes[$0]) }
            let isDesk = (2...4).contains(last.count) && last.allSatisfy { (0x41...0x5A).contains(bytes[$0]) }
            let isDeskBehindName = isDesk && bytes[space - 1] == UInt8(ascii: ".") && bytes[max(0, space - 3)] != UInt8(ascii: " ")
            let initial = bytes[last.lowerBound] | 0x20
            let mayBeLabel = initial == UInt8(ascii: "p") || initial == UInt8(ascii: "f")
            let isLabel = mayBeLabel && labels.contains(text[index(space + 1)..<index(end)])
            guard isYear || isDeskBehindName || (isLabel && isPictureAgency(text[..<index(space)])) else { break }
            end = space
        }
        return text[..<index(end)].trimming(")].:;")
    }

    private static let labels = WordTable(["photo", "photos", "pool", "file"])

    private static let pictureAgencies = WordTable([
        "getty images", "getty", "istockphoto", "rex", "rex features", "swns", "invision", "polaris", "redux", "alamy", "epa", "epa-efe",
        "shutterstock", "imago", "zuma press", "picture alliance", "nurphoto", "sipa",
        "sipa usa", "abaca", "magnum", "wireimage", "istock", "icon sportswire", "usa today sports", "imagn images", "agencies",
        "china daily",
        "xinhua photo", "vcg", "ic", "kcna via kns", "kns", "nasa", "noaa",
    ])
}
