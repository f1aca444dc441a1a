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
            guard let first = rest.popFirst(), take(first, isLast: rest.isEmpty) else { break }
        }
        for paragraph in rest {
            if paragraph.isCaption {
                takeCaption(Line(paragraph.text), paragraph.text)
            } else {
                lead.paragraphs.append(paragraph.text)
            }
        }
        lead.takeClosingNote()
        if lead.bodyStart == nil, !lead.paragraphs.isEmpty { lead.bodyStart = 0 }
    }
}

private extension LeadPeeler {
    /// Takes one paragraph, and answers whether the story is still ahead.
    mutating func take(_ paragraph: Lead.Paragraph, isLast: Bool) -> Bool {
        let line = Line(paragraph.text)
        guard !paragraph.isCaption else { return takeCaption(line, paragraph.text) }
        guard line.skippingSpaces(0) < line.count else { return true }
        if !isLast, line.isNoteToEditors {
            lead.addAdvisory(line.text(line.trimmed(0..<line.count)))
            return true
        }
        let opening = LeadOpening(on: line, from: 0, places: places)
        if opening.isEmpty {
            let mayHoldCredit = line.mayHoldCredit
            if mayHoldCredit, let glued = line.gluedCaption(places: places) {
                lead.captions.append(caption(on: line, 0..<glued.credit.lowerBound, credit: glued.credit))
                return begin(LeadOpening(on: line, from: glued.end, places: places), on: line, paragraph.text)
            }
            if mayHoldCredit, line.creditStart() != nil, !line.endsInSign { return takeCaption(line, paragraph.text) }
            if let start = line.joinedDateline(places: places) {
                lead.preface = line.text(line.trimmed(0..<start))
                return begin(LeadOpening(on: line, from: start, places: places), on: line, paragraph.text)
            }
        }
        return begin(opening, on: line, paragraph.text)
    }

    /// Takes a paragraph that is nothing but a caption.
    @discardableResult
    mutating func takeCaption(_ line: Line, _ text: String) -> Bool {
        if let start = line.creditStart() {
            lead.captions.append(caption(on: line, 0..<start, credit: start..<line.count))
        } else {
            lead.captions.append(Lead.Caption(text: text, credit: nil))
        }
        return true
    }

    func caption(on line: Line, _ text: Range<Int>, credit: Range<Int>) -> Lead.Caption {
        Lead.Caption(text: line.text(line.trimmed(text)), credit: CreditLine.read(line.text(line.trimmed(credit))))
    }

    /// Takes the parts that stand before the story, and the first paragraph of the story itself if it holds more than those.
    mutating func begin(_ opening: LeadOpening, on line: Line, _ paragraph: String) -> Bool {
        take(opening, on: line)
        let text = opening.end == 0 ? paragraph : String(paragraph[paragraph.unicodeScalars.prefix(opening.end).endIndex...])
        guard text.unicodeScalars.contains(where: { !$0.isSpace }) else { return opening.dateline == nil }
        lead.paragraphs.append(text)
        lead.bodyStart = opening.end
        return false
    }

    mutating func take(_ opening: LeadOpening, on line: Line) {
        if let advisory = opening.advisory { lead.addAdvisory(line.text(advisory)) }
        if let byline = opening.byline {
            lead.bylineRaw = line.text(line.trimmed(byline.range))
            lead.byline = byline.people
        }
        guard let match = opening.dateline else { return }
        lead.dateline = Dateline(match, on: line, from: opening.datelineStart, places: places)
        lead.byline += match.reporters
    }
}
