// SPDX-License-Identifier: Apache-2.0

/// Sorts the parts of a credit into a person and agencies.
struct CreditReading {
    private var names: [String] = []
    private var notes: [String] = []
    private(set) var agencies: [String] = []
    /// Who else a picture was taken for: `for The Example Times`, `(EXAMPLE)`.
    private var employers: [String] = []

    /// The first name that is no agency, with `(Pool)` or `(Handout)`.
    var person: String? {
        guard let name = names.first else { return nil }
        return ([name] + notes.map { "(\($0))" }).joined(separator: " ")
    }

    /// As written, several joined by a slash.
    var agency: String? {
        guard agencies.isEmpty else { return agencies.joined(separator: " / ") }
        return employers.first ?? (names.count > 1 ? names.last : nil)
    }

    mutating func add(_ part: String, isBracketed: Bool = false) {
        let part = Self.withoutDecoration(part)
        if let (name, employer) = Self.employment(part) {
            employers.append(employer)
            return name.isEmpty ? () : add(name)
        }
        if let dealer = Self.dealer(part) { return add(dealer, isBracketed: true) }
        switch part.lowercased() {
        case "none", "n/a", "unknown", "divulgação", "reprodução": break
        case "", "photo", "photos", "image", "file", "file photo", "picture", "...", "…": break
        case "pool", "handout", "pool photo": notes.append(part)
        default:
            if Self.isPictureAgency(part) {
                if !agencies.contains(where: { $0.lowercased() == part.lowercased() }) { agencies.append(part) }
            } else if isBracketed || PersonName.namesHouse(part) || Self.isAcronym(part) {
                employers.append(part)
            } else {
                names.append(part)
            }
        }
    }

    /// `Ann Lee for The Example Times`, `For The Times`.
    private static func employment(_ part: String) -> (name: String, employer: String)? {
        for opener in ["for ", "For "] where part.hasPrefix(opener) { return ("", String(part.dropFirst(opener.count))) }
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
    static func isPictureAgency(_ name: String) -> Bool {
        pictureAgencies.contains(name.lowercased()) || Agency.named(name) != nil
    }

    /// `AP Photo` is AP, `AFP 2019` is AFP, `John Woods.` ends a sentence, `xinhua)` closed a bracket.
    static func withoutDecoration(_ part: String) -> String {
        var words = part.split(whereSeparator: \.isWhitespace).map(String.init)
        while let last = words.last, words.count > 1 {
            let isYear = last.utf8.count == 4 && last.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let isLabel = ["photo", "photos", "pool", "file", "all rights reserved"].contains(last.lowercased())
            let isDesk = (2...4).contains(last.utf8.count) && last.utf8.allSatisfy { (0x41...0x5A).contains($0) }
            let isDeskBehindName = isDesk && words[words.count - 2].utf8.count > 2 && words[words.count - 2].hasSuffix(".")
            guard isYear || isDeskBehindName || (isLabel && isPictureAgency(words.dropLast().joined(separator: " "))) else { break }
            words.removeLast()
        }
        return words.joined(separator: " ").trimming(")].:;")
    }

    private static let pictureAgencies: Set<String> = [
        "getty images", "getty", "istockphoto", "rex", "rex features", "swns", "invision", "polaris", "redux", "alamy", "epa", "epa-efe",
        "shutterstock", "imago", "zuma press", "picture alliance", "nurphoto", "sipa",
        "sipa usa", "abaca", "magnum", "wireimage", "istock", "icon sportswire", "usa today sports", "imagn images", "agencies",
        "china daily",
        "xinhua photo", "vcg", "ic", "kcna via kns", "kns", "nasa", "noaa",
    ]
}

extension String {
    /// The text without any of `scalars` at its end.
    func trimming(_ scalars: String) -> String {
        var view = unicodeScalars[...]
        while let last = view.last, scalars.unicodeScalars.contains(last) || last.isSpace { view.removeLast() }
        return String(view)
    }
}
