// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Markup

extension Normalizer {
    /// Fills headline and markers, and what the markers say about status, urgency and the reason of a change.
    func addHeadline(of item: ParsedItem, to article: inout Article) {
        article.urgency = context.urgency
        guard let title = item.title else { return }
        let headline = Headline.read(title.plain.collapsed, agency: statedAgency(of: item))
        article.headlineRaw = title.value.trimmed
        article.headline = headline.text
        article.markers = headline.markers.isEmpty ? nil : headline.markers
        article.urgency = headline.urgency ?? context.urgency
        article.changeType = headline.changeType
        article.status = headline.status ?? .usable
    }

    /// Takes embargo, captions, advisory, byline, dateline and end mark off the body.
    func lead(of body: ItemBody, _ item: ParsedItem, received: Date) -> Lead {
        // A figure may hold a table or a listing; its text stays where it is.
        let pictured = Set(body.images.compactMap(\.figure))
        var paragraphs = body.blocks.map { block in
            let isPictured = block.figure.map(pictured.contains) ?? false
            let isCaption = block.kind == .caption && (isPictured || CreditLine.ending(block.text) != nil)
            return Lead.Paragraph(block.text, isCaption: isCaption)
        }
        let published = (item.published ?? item.updated)?.instant
        guard context.readsEmbargoLines else { return peeled(paragraphs, item, published: published, received: received) }
        let embargo = Lead.takeEmbargo(from: &paragraphs, near: published ?? received, timeZone: context.timeZone)
        var lead = peeled(paragraphs, item, published: published, received: received)
        lead.embargo = embargo
        return lead
    }

    private func peeled(_ paragraphs: [Lead.Paragraph], _ item: ParsedItem, published: Date?, received: Date) -> Lead {
        Lead.peel(paragraphs, agency: statedAgency(of: item), published: published, received: received, places: places)
    }

    /// Fills text, summary and what the lead held; the summary only where it says more than the text's beginning.
    func addText(_ lead: Lead, _ body: ItemBody, of item: ParsedItem, to article: inout Article) {
        article.text = joined(lead.paragraphs)
        article.bodyStart = lead.bodyStart
        article.bodyComplete = body.isComplete && !article.text.isEmpty
        article.html = body.html
        article.dateline = lead.dateline
        article.preface = lead.preface
        article.advisory = lead.advisory
        article.endMark = lead.endMark
        for warning in lead.warnings { article.warn(warning) }
        guard !body.isSummary, let summary = item.summary?.plain.collapsed, !summary.isEmpty else { return }
        let isTold = Summary.isPrefix(summary, of: article.text) || Summary.isPrefix(summary, of: body.beginning(summary.utf8.count * 2))
        article.summary = isTold ? nil : summary
    }

    /// The paragraphs with a blank line between two; the standard library's `joined` asks for room again and again.
    private func joined(_ paragraphs: [String]) -> String {
        var text = ""
        text.reserveCapacity(paragraphs.reduce(0) { $0 + $1.utf8.count + 2 })
        for index in paragraphs.indices {
            if index > 0 { text += "\n\n" }
            text += paragraphs[index].trimmed
        }
        return text
    }

    /// The agency that the item or the operator names, before anything is read from the text.
    func statedAgency(of item: ParsedItem) -> Agency? {
        item.publisher.flatMap(Agency.named) ?? context.agency
    }
}
