// SPDX-License-Identifier: Apache-2.0

/// Sorts the parts of a credit into a person and agencies.
struct CreditReading {
    private var names: [String] = []
    private var notes: [String] = []
    private var agencies: [String] = []

    /// The first name that is no agency, with `(Pool)` or `(Handout)`.
    var person: String? {
        guard let name = names.first else { return nil }
        return ([name] + notes.map { "(\($0))" }).joined(separator: " ")
    }

    /// As written, several joined by a slash.
    var agency: String? { agencies.isEmpty ? nil : agencies.joined(separator: " / ") }

    mutating func add(_ part: String) {
        let part = Self.withoutDecoration(part)
        switch part.lowercased() {
        case "", "photo", "photos", "image", "file", "file photo", "picture", "...", "…": break
        case "pool", "handout", "pool photo": notes.append(part)
        default:
            if Self.isPictureAgency(part) {
                if !agencies.contains(where: { $0.lowercased() == part.lowercased() }) { agencies.append(part) }
            } else {
                names.append(part)
            }
        }
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
        "getty images", "getty", "alamy", "epa", "epa-efe", "shutterstock", "imago", "zuma press", "picture alliance", "nurphoto", "sipa",
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
