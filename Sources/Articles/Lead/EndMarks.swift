// SPDX-License-Identifier: Apache-2.0
import Markup

extension Lead {
    /// Takes the end marks off the very end of the last paragraph, which may be more than one: the initials of a desk, then `EFE`.
    ///
    /// Signs that stand for nothing else count for every agency, ordinary words only for the agency that uses them so.
    mutating func takeEndMarks(of agency: Agency?) {
        for _ in 0..<3 {
            guard takeEndMark(of: agency) else { return }
        }
    }

    private mutating func takeEndMark(of agency: Agency?) -> Bool {
        guard let last = paragraphs.last, !Self.endsAsSentence(last) else { return false }
        let line = Line(last: 48, of: last)
        let end = line.trimmed(0..<line.count).upperBound
        guard let start = Self.markStart(on: line, end: end, of: agency) else { return false }
        let mark = line.text(line.trimmed(start..<end))
        endMark = endMark.map { mark + "\n" + $0 } ?? mark
        let rest = line.text(before: start).trimming("")
        if rest.isEmpty {
            paragraphs.removeLast()
            if paragraphs.isEmpty { bodyStart = nil }
        } else {
            paragraphs[paragraphs.count - 1] = rest
        }
        return true
    }

    /// The text ends in a full stop behind a letter, as nearly all do and no mark does; behind an imprint there may be anything.
    private static func endsAsSentence(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        guard bytes.count > 2, !text.holds("©") else { return false }
        let last = (bytes[bytes.count - 3], bytes[bytes.count - 2], bytes[bytes.count - 1])
        // `。`
        return last == (0xE3, 0x80, 0x82) || (last.2 == UInt8(ascii: ".") && ((0x61...0x7A).contains(last.1 | 0x20) || last.1 >= 0x80))
    }

    private static func markStart(on line: Line, end: Int, of agency: Agency?) -> Int? {
        for mark in agency?.endMarks ?? [] {
            if let start = line.start(of: mark, endingAt: end) { return start }
        }
        return line.signStart(endingAt: end)
    }

    /// The marks that stand for nothing else, by their last scalars.
    fileprivate static let signs = Dictionary(grouping: Agency.known.flatMap(\.endMarks).filter { lastScalar(of: $0) != nil }) {
        lastScalar(of: $0) ?? "\0"
    }

    /// Those behind which more may stand.
    fileprivate static let imprints = Agency.known.flatMap(\.endMarks).filter { if case .imprint = $0 { true } else { false } }

    /// Nil of a mark that may as well be a part of the story, and of an imprint.
    private static func lastScalar(of mark: Agency.EndMark) -> Unicode.Scalar? {
        switch mark {
        case .sign(let sign): sign.unicodeScalars.last
        case .signature: ")"
        case .word, .initials, .mailbox, .imprint: nil
        }
    }
}

extension Line {
    /// The line ends in an agency's sign for the end, which may look like a credit: `(SDA/xy)`, `/ritzau/`.
    var endsInSign: Bool {
        isWhole && signStart(endingAt: trimmed(0..<count).upperBound) != nil
    }

    /// Where an agency's sign begins that ends at `end` and stands for nothing else.
    fileprivate func signStart(endingAt end: Int) -> Int? {
        start(ofFirst: Lead.signs[self[end - 1]], endingAt: end)
            ?? (scalars.contains("©") ? start(ofFirst: Lead.imprints, endingAt: end) : nil)
    }
}

private extension Line {
    func start(ofFirst marks: [Agency.EndMark]?, endingAt end: Int) -> Int? {
        guard let marks else { return nil }
        for mark in marks {
            if let start = start(of: mark, endingAt: end) { return start }
        }
        return nil
    }

    func start(of mark: Agency.EndMark, endingAt end: Int) -> Int? {
        switch mark {
        case .sign(let sign): signStart(sign, endingAt: end)
        case .word(let word): wordMarkStart(word, endingAt: end)
        case .signature(let agency): signatureStart(agency, endingAt: end)
        case .imprint(let sign): imprintStart(sign, before: end)
        case .mailbox: isWhole && isMailbox(trimmed(0..<end)) ? 0 : nil
        case .initials: isWhole && Byline.isInitials(text(trimmed(0..<end))) ? 0 : nil
        }
    }

    /// `kim@agency.example` and nothing else.
    func isMailbox(_ range: Range<Int>) -> Bool {
        let address = scalars[range]
        return address.count { $0 == "@" } == 1 && address.last?.isLetter == true && address.allSatisfy { $0.isASCII && !$0.isSpace }
    }

    /// `Enditem` behind a blank, a period or a quotation mark.
    func signStart(_ sign: String, endingAt end: Int) -> Int? {
        var start = end
        for scalar in sign.unicodeScalars.reversed() {
            start -= 1
            guard self[start] == scalar else { return nil }
        }
        return !self[start - 1].isLetter || !self[start].isLetter ? start : nil
    }

    func imprintStart(_ sign: String, before end: Int) -> Int? {
        let first = sign.unicodeScalars.first
        return (0..<end).last { scalars[$0] == first && has(sign, at: $0) }
    }

    /// The word stands behind the end of a sentence.
    func wordMarkStart(_ word: String, endingAt end: Int) -> Int? {
        guard let start = signStart(word, endingAt: end), start > 0, self[start - 1].isSpace else { return nil }
        let before = trimmed(0..<start).upperBound
        return ".!?\"”»)’'".unicodeScalars.contains(self[before - 1]) ? start : nil
    }

    /// `(SDA/xy)`.
    func signatureStart(_ agency: String, endingAt end: Int) -> Int? {
        guard self[end - 1] == ")" else { return nil }
        var start = end - 2
        while start > 0, self[start].isLowercase { start -= 1 }
        let opening = "(\(agency)/"
        let first = start + 1 - opening.unicodeScalars.count
        guard (2...5).contains(end - 2 - start), first >= 0, has(opening, at: first) else { return nil }
        return first
    }
}
