// SPDX-License-Identifier: Apache-2.0

/// Reads who took a picture and for whom.
public enum CreditLine {
    /// Splits a text known to be a credit: `(Xinhua/Wang Fang)`, `Photo courtesy Acme`, `© AFP 2019 / Ann Lee`.
    ///
    /// A pool or a handout stays with the person (`Ann Lee (Pool)`); agencies joined by `via` with each other (`AFP / Getty Images`).
    public static func read(_ raw: String) -> Credit {
        var reading = CreditReading()
        for part in parts(of: core(of: raw)) { reading.add(part) }
        return Credit(raw: raw, person: reading.person, agency: reading.agency)
    }

    /// Takes the credit off the end of a caption; nil where the text ends in no known form of one,
    /// or is longer than captions are.
    public static func ending(_ paragraph: String) -> (caption: String, credit: Credit)? {
        let line = Line(paragraph)
        guard let start = line.creditStart() else { return nil }
        return (line.text(0..<start), read(line.text(line.trimmed(start..<line.count))))
    }
}

private extension CreditLine {
    /// The names in the credit, without brackets, openers and what sites append.
    static func core(of raw: String) -> Line {
        var line = Line(raw)
        for furniture in [" Acquire Licensing Rights", ", opens new tab", "|"] { line = line.droppingSuffix(furniture) }
        line = line.droppingBrackets()
        for opener in [
            "©", "(c)", "Copyright", "Photo by", "Photos by", "Image by", "Picture by", "Photo courtesy of", "Photo courtesy",
            "Courtesy of",
            "Courtesy", "Photo:", "Photos:", "Image:", "Credit:", "Foto:", "By",
        ] {
            line = line.droppingPrefix(opener)
        }
        return line
    }

    /// Cut at slashes, `via`, commas, and before a bracket.
    static func parts(of line: Line) -> [String] {
        var parts: [String] = []
        var start = 0
        for position in 0..<line.count {
            let length = line.has(" via ", at: position) ? 5 : "/,(".unicodeScalars.contains(line[position]) ? 1 : 0
            guard length > 0, position >= start else { continue }
            parts.append(line.text(line.trimmed(start..<position)))
            start = position + length
        }
        parts.append(line.text(line.trimmed(start..<line.count)))
        return parts.filter { !$0.isEmpty }
    }
}

extension Line {
    func droppingPrefix(_ prefix: String) -> Line {
        let start = skippingSpaces(0)
        guard hasIgnoringCase(prefix, at: start) else { return self }
        let end = start + prefix.unicodeScalars.count
        return self[end].isLetter && prefix.unicodeScalars.last?.isLetter == true ? self : Line(text(skippingSpaces(end)..<count))
    }

    func droppingSuffix(_ suffix: String) -> Line {
        let bounds = trimmed(0..<count)
        let start = bounds.upperBound - suffix.unicodeScalars.count
        return start >= 0 && has(suffix, at: start) ? Line(text(0..<start)) : self
    }

    func droppingBrackets() -> Line {
        let bounds = trimmed(0..<count)
        guard bounds.count > 2 else { return self }
        let isRound = self[bounds.lowerBound] == "(" && self[bounds.upperBound - 1] == ")"
        let isSquare = self[bounds.lowerBound] == "[" && self[bounds.upperBound - 1] == "]"
        return isRound || isSquare ? Line(text(bounds.lowerBound + 1..<bounds.upperBound - 1)) : self
    }

    /// `literal` stands at `position` in upper or lower case; ASCII only.
    func hasIgnoringCase(_ literal: String, at position: Int) -> Bool {
        var next = position
        for scalar in literal.unicodeScalars {
            guard self[next].properties.lowercaseMapping == scalar.properties.lowercaseMapping else { return false }
            next += 1
        }
        return true
    }
}
