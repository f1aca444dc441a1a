// SPDX-License-Identifier: Apache-2.0

/// Reads the people who signed a story.
public enum Byline {
    /// The people that `raw` names, in order: `Ann Lee and Bob Roe`, `a@b.example (Ann Lee)`, `By ANN LEE, Associated Press`.
    ///
    /// Agencies and the initials of a desk (`asl/tib/pid`) are no people; a text that holds only such names none.
    public static func people(in raw: String) -> [String] {
        let line = Line(withoutEmployer(raw)).droppingPrefix("by ")
        let text = mailbox(on: line).map(line.text) ?? line.text(line.trimmed(0..<line.count))
        guard !isInitials(text) else { return [] }
        return names(in: text).filter { !$0.isEmpty && !Agency.isKnown($0.unicodeScalars) && !isInitials($0) && !isTitle($0) }
    }

    /// Nothing in `raw` joins two names or adds a title: most authors are done with in this one look.
    static func isOneName(_ raw: String) -> Bool {
        var isBehindSpace = false
        for byte in raw.utf8 {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "("): return false
            // `and`, `und`, `y`, `AND`
            case 0x61, 0x75, 0x79, 0x41: if isBehindSpace { return false }
            default: break
            }
            isBehindSpace = byte == UInt8(ascii: " ")
        }
        return !raw.hasPrefix("By ") && !raw.hasPrefix("BY ")
    }

    /// Lower-case groups of two to four letters joined by slashes: the initials of those who wrote, edited and sent.
    static func isInitials(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "/")) else { return false }
        let groups = text.split(separator: "/", omittingEmptySubsequences: false)
        return groups.count >= 2
            && groups.allSatisfy { (2...4).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
    }
}

private extension Byline {
    /// The name in `a@b.example (Ann Lee)`, or nothing of a bare address.
    static func mailbox(on line: Line) -> Range<Int>? {
        guard let at = line.scalars.firstIndex(of: "@") else { return nil }
        guard let open = (at..<line.count).first(where: { line[$0] == "(" }) else { return 0..<0 }
        guard let close = (open..<line.count).first(where: { line[$0] == ")" }) else { return 0..<0 }
        return line.trimmed(open + 1..<close)
    }

    /// `Ann Lee, for Example.com` is Ann Lee.
    static func withoutEmployer(_ raw: String) -> String {
        let line = Line(raw)
        let comma = line.scalars.indices.first { line[$0] == "," && line.has(", for ", at: $0) }
        return comma.map { line.text(0..<$0) } ?? raw
    }

    /// Cut at `and`, `&`, `;`, `、`; at commas too if that leaves first and last names together.
    static func names(in text: String) -> [String] {
        let rough = split(text, at: [" and ", " AND ", " & ", ";", "、", " und ", " y "])
        return rough.flatMap { part in
            let pieces = split(part, at: [","]).filter { !$0.isEmpty }
            let areNames = pieces.allSatisfy {
                $0.unicodeScalars.contains(where: \.isSpace) || Agency.isKnown($0.unicodeScalars) || isSuffix($0)
            }
            return areNames ? joiningSuffixes(pieces) : [part]
        }
    }

    static func split(_ text: String, at separators: [String]) -> [String] {
        let line = Line(text)
        var pieces: [String] = []
        var start = 0
        var position = 0
        while position < line.count {
            guard let found = separators.first(where: { line.has($0, at: position) }) else {
                position += 1
                continue
            }
            pieces.append(line.text(line.trimmed(start..<position)))
            position += found.unicodeScalars.count
            start = position
        }
        return pieces + [line.text(line.trimmed(start..<line.count))]
    }

    static func isSuffix(_ text: String) -> Bool { ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"].contains(text) }

    /// `Ann Lee`, `Jr.` are one.
    static func joiningSuffixes(_ pieces: [String]) -> [String] {
        pieces.reduce(into: []) { names, piece in
            if isSuffix(piece), let last = names.popLast() {
                names.append("\(last), \(piece)")
            } else {
                names.append(piece)
            }
        }
    }

    /// `Associated Press Writer`, `AFP correspondent`.
    static func isTitle(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        let titles: Set<String> = [
            "writer", "writers", "correspondent", "reporter", "staff", "news", "editor", "bureau", "business", "sports",
        ]
        guard let last = words.last, titles.contains(last.lowercased()) else { return false }
        let name = words.filter { !titles.contains($0.lowercased()) }.joined(separator: " ")
        return name.isEmpty || Agency.isKnown(name.unicodeScalars)
    }
}
