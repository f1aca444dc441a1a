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
            guard let first = rest.popFirst(), take(first, before: rest.first) else { break }
        }
        for paragraph in rest {
            if paragraph.isCaption {
                let line = Line(paragraph.text)
                takeCaption(line, paragraph.text, creditStart: line.creditStart())
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
    mutating func take(_ paragraph: Lead.Paragraph, before next: Lead.Paragraph?) -> Bool {
        let line = Line(paragraph.text)
        guard !paragraph.isCaption else {
            takeCaption(line, paragraph.text, creditStart: line.creditStart())
            return true
        }
        let body = line.trimmed(0..<line.count)
        guard !body.isEmpty else { return true }
        let opening = LeadOpening(on: line, from: 0, places: places)
        if let next, takeAside(line, body, opening, before: next) { return true }
        return opening.isEmpty ? takeUnopened(line, opening, paragraph.text) : begin(opening, on: line, paragraph.text)
    }

    /// Takes a paragraph that is no part of the story which follows: a note to editors, a caption that only an agency signs.
    mutating func takeAside(_ line: Line, _ body: Range<Int>, _ opening: LeadOpening, before next: Lead.Paragraph) -> Bool {
        if line.isNoteToEditors {
            lead.addAdvisory(line.text(body))
            return true
        }
        guard let credit = line.agencyAlone(endingAt: body.upperBound), opening.isEmpty || credit == body, opensStory(next) else {
            return false
        }
        lead.captions.append(caption(on: line, 0..<credit.lowerBound, credit: credit))
        return true
    }

    /// Takes a paragraph that opens with no part of a lead: a caption, one that ran into the story, a headline that did.
    mutating func takeUnopened(_ line: Line, _ nothing: LeadOpening, _ text: String) -> Bool {
        let mayHoldCredit = line.mayHoldCredit
        if mayHoldCredit, let glued = line.gluedCaption(places: places) {
            lead.captions.append(caption(on: line, 0..<glued.credit.lowerBound, credit: glued.credit))
            return begin(LeadOpening(on: line, from: glued.end, places: places), on: line, text)
        }
        if mayHoldCredit, let start = line.creditStart(), !line.endsInSign {
            takeCaption(line, text, creditStart: start)
            return true
        }
        guard let start = line.joinedDateline(places: places) else { return begin(nothing, on: line, text) }
        lead.preface = line.text(line.trimmed(0..<start))
        return begin(LeadOpening(on: line, from: start, places: places), on: line, text)
    }

    /// The paragraph surely opens with a dateline, so that what stands before it is no story.
    func opensStory(_ paragraph: Lead.Paragraph) -> Bool {
        LeadOpening(on: Line(paragraph.text), from: 0, places: places).dateline?.isCertain == true
    }

    /// Takes a paragraph that is nothing but a caption.
    mutating func takeCaption(_ line: Line, _ text: String, creditStart: Int?) {
        let credited = creditStart.map { caption(on: line, 0..<$0, credit: $0..<line.count) }
        lead.captions.append(credited ?? Lead.Caption(text: text, credit: nil))
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
