// SPDX-License-Identifier: Apache-2.0

/// Takes the parts of a lead off the paragraphs, one paragraph after the other.
struct LeadPeeler {
    /// More paragraphs than any agency puts before a story.
    private static let deepest = 8

    private(set) var lead = Lead()
    private let places: PlaceTable

    init(places: PlaceTable) {
        self.places = places
    }

    mutating func peel(_ paragraphs: [Lead.Paragraph]) {
        var rest = paragraphs[...]
        for _ in 0..<Self.deepest {
            guard let first = rest.first, takeWhole(first) else { break }
            rest.removeFirst()
        }
        if let first = rest.first {
            open(first)
            rest.removeFirst()
        }
        for paragraph in rest {
            if paragraph.isCaption {
                takeCaption(paragraph.text)
            } else {
                lead.paragraphs.append(paragraph.text)
            }
        }
        if lead.bodyStart == nil, !lead.paragraphs.isEmpty { lead.bodyStart = 0 }
    }
}

private extension LeadPeeler {
    /// Takes a paragraph that is nothing but a caption, an advisory or a byline; false where the story may begin.
    mutating func takeWhole(_ paragraph: Lead.Paragraph) -> Bool {
        if paragraph.isCaption {
            takeCaption(paragraph.text)
            return true
        }
        let line = Line(paragraph.text)
        if line.skippingSpaces(0) >= line.count { return true }
        let opening = LeadOpening(on: line, from: 0, places: places)
        if opening.dateline != nil { return false }
        if opening.end >= line.count, opening.end > 0 {
            take(opening, on: line)
            return true
        }
        guard line.gluedCaption(places: places) == nil, let (caption, credit) = CreditLine.ending(paragraph.text) else { return false }
        lead.captions.append(Lead.Caption(text: caption.trimming(""), credit: credit))
        return true
    }

    mutating func takeCaption(_ text: String) {
        if let (caption, credit) = CreditLine.ending(text) {
            lead.captions.append(Lead.Caption(text: caption.trimming(""), credit: credit))
        } else {
            lead.captions.append(Lead.Caption(text: text, credit: nil))
        }
    }

    /// Takes the parts that stand before the story in its own first paragraph.
    mutating func open(_ paragraph: Lead.Paragraph) {
        let line = Line(paragraph.text)
        var start = 0
        if LeadOpening(on: line, from: 0, places: places).end == 0, let glued = line.gluedCaption(places: places) {
            let credit = CreditLine.read(line.text(line.trimmed(glued.credit)))
            lead.captions.append(Lead.Caption(text: line.text(line.trimmed(0..<glued.credit.lowerBound)), credit: credit))
            start = glued.end
        }
        let opening = LeadOpening(on: line, from: start, places: places)
        take(opening, on: line)
        let end = max(start, opening.end)
        let text = String(String.UnicodeScalarView(paragraph.text.unicodeScalars.dropFirst(end)))
        guard text.unicodeScalars.contains(where: { !$0.isSpace }) else { return }
        lead.paragraphs.append(text)
        lead.bodyStart = end
    }

    mutating func take(_ opening: LeadOpening, on line: Line) {
        if let advisory = opening.advisory { lead.advisory = line.text(advisory) }
        if let byline = opening.byline {
            lead.bylineRaw = line.text(line.trimmed(byline.range))
            lead.byline = byline.people
        }
        guard let match = opening.dateline else { return }
        let start = opening.datelineStart
        lead.dateline = Dateline(match, on: line, from: start, places: places)
        if !match.reporters.isEmpty { lead.byline += match.reporters }
    }
}
