// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// Takes the parts of a lead off the paragraphs, one paragraph after the other.
struct LeadPeeler {
    /// More paragraphs than any agency puts before a story.
    private static let deepest = 8

    let places: PlaceTable
    /// The dateline's year is the one nearest to it.
    let instant: Date

    func peel(_ paragraphs: [Lead.Paragraph], into lead: inout Lead) {
        var rest = paragraphs[...]
        for _ in 0..<Self.deepest {
            guard let first = rest.popFirst(), take(first, before: rest.first, into: &lead) else { break }
        }
        lead.paragraphs.reserveCapacity(rest.count + 1)
        for paragraph in rest {
            if paragraph.isCaption {
                takeCaption(Line(paragraph.text), into: &lead)
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
    func take(_ paragraph: Lead.Paragraph, before next: Lead.Paragraph?, into lead: inout Lead) -> Bool {
        let line = Line(paragraph.text)
        guard !paragraph.isCaption else {
            takeCaption(line, into: &lead)
            return true
        }
        let body = line.trimmed(0..<line.count)
        guard !body.isEmpty else { return true }
        let opening = LeadOpening(on: line, from: 0, places: places)
        if let next, takeAside(line, body, opening, before: next, into: &lead) { return true }
        return opening.isEmpty ? takeUnopened(line, opening, into: &lead) : begin(opening, on: line, into: &lead)
    }

    /// Takes a paragraph that is no part of the story which follows: a note to editors, a caption that only an agency signs.
    func takeAside(
        _ line: Line, _ body: Range<Int>, _ opening: LeadOpening, before next: Lead.Paragraph, into lead: inout Lead
    ) -> Bool {
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
    func takeUnopened(_ line: Line, _ nothing: LeadOpening, into lead: inout Lead) -> Bool {
        let mayHoldCredit = line.mayHoldCredit
        if mayHoldCredit, let glued = line.gluedCaption(places: places) {
            lead.captions.append(caption(on: line, 0..<glued.credit.lowerBound, credit: glued.credit))
            return begin(LeadOpening(on: line, from: glued.end, places: places), on: line, into: &lead)
        }
        if mayHoldCredit, let start = line.creditStart(), !line.endsInSign {
            lead.captions.append(caption(on: line, 0..<start, credit: start..<line.count))
            return true
        }
        guard let start = line.joinedDateline(places: places) else { return begin(nothing, on: line, into: &lead) }
        lead.preface = line.text(line.trimmed(0..<start))
        return begin(LeadOpening(on: line, from: start, places: places), on: line, into: &lead)
    }

    /// The paragraph surely opens with a dateline, so that what stands before it is no story.
    func opensStory(_ paragraph: Lead.Paragraph) -> Bool {
        LeadOpening(on: Line(paragraph.text), from: 0, places: places).dateline?.isCertain == true
    }

    /// Takes a paragraph that is nothing but a caption.
    func takeCaption(_ line: Line, into lead: inout Lead) {
        let credited = line.creditStart().map { caption(on: line, 0..<$0, credit: $0..<line.count) }
        lead.captions.append(credited ?? Lead.Caption(text: String(line.text(from: 0)), credit: nil))
    }

    func caption(on line: Line, _ text: Range<Int>, credit: Range<Int>) -> Lead.Caption {
        Lead.Caption(text: line.text(line.trimmed(text)), credit: CreditLine.read(line.text(line.trimmed(credit))))
    }

    /// Takes the parts that stand before the story, and the first paragraph of the story itself if it holds more than those.
    func begin(_ opening: LeadOpening, on line: Line, into lead: inout Lead) -> Bool {
        take(opening, on: line, into: &lead)
        let text = line.text(from: opening.end)
        guard text.unicodeScalars.contains(where: { !$0.isSpace }) else { return opening.dateline == nil }
        lead.paragraphs.append(String(text))
        lead.bodyStart = opening.end
        return false
    }

    func take(_ opening: LeadOpening, on line: Line, into lead: inout Lead) {
        if let advisory = opening.advisory { lead.addAdvisory(line.text(advisory)) }
        if let byline = opening.byline {
            lead.bylineRaw = line.text(line.trimmed(byline.range))
            lead.byline = byline.people
        }
        guard let match = opening.dateline else { return }
        lead.dateline = Dateline(match, on: line, from: opening.datelineStart, places: places, near: instant)
        lead.byline += match.reporters
    }
}
