// SPDX-License-Identifier: Apache-2.0

/// Reads who took a picture and for whom.
public enum CreditLine {
    /// Splits a text known to be a credit: `(Xinhua/Wang Fang)`, `Photo courtesy Acme`, `© AFP 2019 / Ann Lee`.
    ///
    /// A pool or a handout stays with the person (`Ann Lee (Pool)`); agencies joined by `via` with each other (`AFP / Getty Images`).
    public static func read(_ raw: String) -> Credit {
        let reading = reading(of: raw)
        return Credit(raw: raw, person: reading.person, agency: reading.agency)
    }

    /// An agency or a dealer in pictures that we know is among the names.
    static func namesAgency(_ raw: String) -> Bool { !reading(of: raw, upToAgency: true).agencies.isEmpty }

    /// Takes the credit off the end of a caption; nil where the text ends in no known form of one,
    /// or is longer than captions are.
    public static func ending(_ paragraph: String) -> (caption: String, credit: Credit)? {
        split(paragraph).map { ($0.caption, read($0.credit)) }
    }

    /// The same for callers who may not need to know whom the credit names.
    static func split(_ paragraph: String) -> (caption: String, credit: String)? {
        guard mayEnd(paragraph) else { return nil }
        let line = Line(paragraph)
        guard let start = line.creditStart() else { return nil }
        return (line.text(0..<start), line.text(line.trimmed(start..<line.count)))
    }
}

extension CreditLine {
    /// A credit can be in the last words: a slash, a ©, `Photo`, `Courtesy`. Most captions are done with in this one look.
    static func mayEnd(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var word: UInt32 = 0
        var index = bytes.count
        while index > max(0, bytes.count - 520) {
            index -= 1
            let byte = bytes[index]
            if byte == UInt8(ascii: "/") || byte == 0xA9 { return true }
            word = word >> 8 | UInt32(byte | 0x20) << 24
            // `hoto`, `tesy`, `Foto`; 摄 and 攝 with the same bit set
            if word == 0x686F_746F || word == 0x7465_7379 || word == 0x666F_746F { return true }
            if word >> 8 == 0xE6B1A4 || word >> 8 == 0xE6B4BD { return true }
        }
        return false
    }
}

extension CreditLine {
    /// The names in `raw`, sorted; where `upToAgency`, no further than the first agency.
    static func reading(of raw: String, upToAgency: Bool = false) -> CreditReading {
        var reading = CreditReading()
        let line = Line(raw)
        if let (agency, person) = line.chineseCredit(endingAt: line.count) {
            reading.add(line.text(agency))
            reading.add(line.text(person))
            return reading
        }
        add(partsOf: core(of: line), to: &reading, upToAgency: upToAgency)
        return reading
    }

    /// The names in the credit, without brackets, openers and what sites append.
    private static func core(of line: Line) -> Line {
        var line = line
        for suffix in furniture { line = line.droppingSuffix(suffix) }
        line = line.droppingBrackets()
        if openerInitials.contains(line[line.skippingSpaces(0)].lowered) { for opener in openers { line = line.droppingPrefix(opener) } }
        return line.droppingLabel().droppingFurniture()
    }

    /// In ASCII.
    private static let furniture = [" Acquire Licensing Rights", ", opens new tab", "|"]

    private static let openers = [
        "©", "(c)", "copyright", "photo by", "pool photo by", "photos by", "image by", "picture by", "photo courtesy of", "photo courtesy",
        "courtesy of",
        "courtesy", "photo:", "photos:", "photographer:", "photograph:", "image:", "composite:", "illustration:", "credit:", "foto:",
        "fot.", "bild:", "by",
    ]

    private static let openerInitials = Set(openers.compactMap(\.unicodeScalars.first))

    /// Cut at slashes, `via`, commas, and before a bracket.
    private static func add(partsOf line: Line, to reading: inout CreditReading, upToAgency: Bool) {
        var start = 0
        for position in 0..<line.count {
            let length: Int
            switch line.scalars[position] {
            case "/", ",", "(": length = 1
            case " " where line.has(" via ", at: position): length = 5
            default: continue
            }
            guard position >= start else { continue }
            add(start..<position, of: line, to: &reading)
            if upToAgency, !reading.agencies.isEmpty { return }
            start = position + length
        }
        add(start..<line.count, of: line, to: &reading)
    }

    private static func add(_ part: Range<Int>, of line: Line, to reading: inout CreditReading) {
        let name = line.trimmed(part)
        if !name.isEmpty { reading.add(line.text(name), isBracketed: line[part.lowerBound - 1] == "(") }
    }
}

extension Line {
    /// Without `prefix`, which is in lower case, where it opens the line in any case.
    func droppingPrefix(_ prefix: String) -> Line {
        let start = skippingSpaces(0)
        guard opens(with: prefix, at: start) else { return self }
        let end = start + prefix.unicodeScalars.count
        return self[end].isLetter && prefix.unicodeScalars.last?.isLetter == true ? self : Line(text(skippingSpaces(end)..<count))
    }

    /// Without the `Montage:` that stands before a name.
    func droppingLabel() -> Line {
        var end = 0
        while self[end].isLetter, end < 16 { end += 1 }
        return end > 2 && self[end] == ":" && self[end + 1].isSpace ? Line(text(skippingSpaces(end + 1)..<count)) : self
    }

    /// Without the address of a page or a bar, and what follows it.
    func droppingFurniture() -> Line {
        let start = scalars.indices.first { position in
            switch scalars[position] {
            case "h": has("http://", at: position) || has("https://", at: position)
            case "|": true
            default: false
            }
        }
        return start.map { Line(text(0..<$0)) } ?? self
    }

    /// Without `suffix`, which is in ASCII.
    func droppingSuffix(_ suffix: String) -> Line {
        let bounds = trimmed(0..<count)
        let start = bounds.upperBound - suffix.utf8.count
        return start >= 0 && has(suffix, at: start) ? Line(text(0..<start)) : self
    }

    func droppingBrackets() -> Line {
        let bounds = trimmed(0..<count)
        guard bounds.count > 2 else { return self }
        let isRound = self[bounds.lowerBound] == "(" && self[bounds.upperBound - 1] == ")"
        let isSquare = self[bounds.lowerBound] == "[" && self[bounds.upperBound - 1] == "]"
        return isRound || isSquare ? Line(text(bounds.lowerBound + 1..<bounds.upperBound - 1)) : self
    }
}
