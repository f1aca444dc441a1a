// SPDX-License-Identifier: Apache-2.0
public import Feeds
public import FoundationEssentials

/// What stands around a story's text in its first and last paragraphs, taken off in the order agencies put it on:
/// captions, advisory, byline, an aggregator's prefix, dateline, and at the tail the end mark. A headline that ran into the dateline
/// is taken off too.
///
/// Only known forms are taken; in doubt the text stays. Nothing is lost: every scalar of the paragraphs is in one of the parts.
public struct Lead: Hashable, Sendable {
    /// One paragraph as sent.
    public struct Paragraph: Hashable, Sendable {
        /// Plain text.
        public var text: String
        /// It stood in a `figure`, so it is a caption wherever it stands.
        public var isCaption: Bool

        /// A paragraph of plain text.
        public init(_ text: String, isCaption: Bool = false) {
            self.text = text
            self.isCaption = isCaption
        }
    }

    /// The text of a picture that the item shows or names.
    public struct Caption: Hashable, Sendable {
        /// Without the credit.
        public var text: String
        /// Absent where the caption ends in no known form of one.
        public var credit: Credit?

        init(text: String, credit: Credit?) {
            self.text = text
            self.credit = credit
        }
    }

    /// What ran into the first paragraph before its dateline, mostly the headline once more.
    public internal(set) var preface: String?
    /// In the order of the paragraphs.
    public internal(set) var captions: [Caption] = []
    /// What is said to editors, as written: `(Adds details)`, `Eds: Adds quotes.`; several are lines.
    public internal(set) var advisory: String?
    /// People only, in the order given.
    public internal(set) var byline: [String] = []
    /// The byline as written: `By Ann Lee and Bob Roe`.
    public internal(set) var bylineRaw: String?
    /// With its year where that can be told.
    public internal(set) var dateline: Dateline?
    /// The agency that the dateline names, if we know it.
    public internal(set) var agency: Agency?
    /// The story, beginning behind the dateline. A place that stands alone stays in the text.
    public internal(set) var paragraphs: [String] = []
    /// The offset in Unicode scalars at which the story begins in its first paragraph as sent; absent without a story.
    public internal(set) var bodyStart: Int?
    /// Until when a line before the story holds it back; without an instant where the line's time can't be told.
    public internal(set) var embargo: FeedDate?
    /// As written: `Enditem`; several are lines.
    public internal(set) var endMark: String?
    /// Every doubt, in words for people.
    public internal(set) var warnings: [String] = []

    init() {}

    /// Takes apart what stands before and behind a story.
    ///
    /// `agency` is what the feed or the item's elements say, where they do. The dateline's year is the one nearest to `published`,
    /// else to `received`.
    public static func peel(
        _ paragraphs: [Paragraph], agency: Agency? = nil, published: Date?, received: Date, places: PlaceTable = .base
    ) -> Lead {
        var lead = Lead()
        lead.take(paragraphs, agency: agency, with: LeadPeeler(places: places, instant: published ?? received))
        return lead
    }

    /// Never inlined: what touches single fields of a lead makes the compiler return a copy of it, with all its strings.
    @inline(never)
    private mutating func take(_ paragraphs: [Paragraph], agency stated: Agency?, with peeler: LeadPeeler) {
        peeler.peel(paragraphs, into: &self)
        if dateline?.date?.utf8.first == UInt8(ascii: "-") { warnings.append("the year of the dateline can't be told") }
        agency = dateline?.agencyRaw.flatMap(Agency.named)
        takeEndMarks(of: agency ?? stated)
    }
}
