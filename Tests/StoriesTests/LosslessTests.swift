// SPDX-License-Identifier: Apache-2.0
import Articles
import Stories
import TestSupport
import Testing

extension Article {
    private static let sentences = [
        "Ferry Aurelia ran aground with 214 people on board.", "Nobody was hurt.", "Tugs from 3 harbours were on their way.",
        "渡轮周日上午搁浅。", "Der Hafen von Bari blieb gesperrt.", "(Corrects figure)", "The owners promised an inquiry, 12 said.", "No.",
    ]

    /// Any article: its words, keys, dates and markers are thrown.
    static func thrown(_ dice: inout Dice) -> Article {
        let count = Int.random(in: 0...5, using: &dice)
        let text = (0..<count).map { _ in sentences.randomElement(using: &dice) ?? "" }.joined(separator: "\n\n")
        let headlines = [
            "Ferry aground", "Ferry freed", "更正：渡轮", "", "5.1 quake hits Bari", "KILL-Ferry aground near Bari", "Ferry aground near Bari",
        ]
        let headline = headlines.randomElement(using: &dice) ?? ""
        let classes: [Marker.Class?] = [nil, nil, nil, .correction, .repetition, .revision, .kill, .hold]
        let markers = classes.randomElement(using: &dice).flatMap(\.self).map { [Marker($0, raw: "MARK-")] }
        var article = Article.wire(headline, text, minutes: Int.random(in: 0...9000, using: &dice), markers: markers ?? [])
        article.ids.guid = ["a", "b", "c"].randomElement(using: &dice) ?? nil
        article.canonicalLink = ["https://wire.example/1", "https://wire.example/2", nil].randomElement(using: &dice) ?? nil
        article.link = article.canonicalLink
        return article
    }

    fileprivate var withdraws: Bool { announcements.contains("kill") || announcements.contains("hold") }

    /// The words that a reader would miss.
    fileprivate var readable: [UInt8] { Tokens.normalized(headline) + [0] + Tokens.normalized(text) }
}

@Test(arguments: 1...40)
func `loses no text, whatever two articles are given`(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    for _ in 0..<250 {
        let (first, second) = (Article.thrown(&dice), Article.thrown(&dice))
        var known: [KnownStory] = []
        if first.ids.guid == second.ids.guid { known.append(.of(first)) }
        if first.canonicalLink != nil, first.canonicalLink == second.canonicalLink { known.append(.of(first, found: .link)) }
        if first.hashes.content == second.hashes.content, !first.text.isEmpty { known.append(.of(first, found: .identicalText)) }
        let likeness = Likeness.of(second, to: first, isRecurring: Bool.random(using: &dice))
        switch Verdict.on(second, given: known, resembling: [likeness]) {
        case .unchanged, .duplicate:
            // A withdrawal that is known already says nothing but that.
            #expect(second.readable == first.readable || second.withdraws && first.withdraws, "dropped: \(second.headline) \(second.text)")
        case .new(let novelty):
            #expect(second.beginning("tag:x", as: novelty).readable == second.readable)
        case .revision(let story, let change, let match):
            let next = second.following(story, as: change, matchedBy: match)
            guard change == .kill || change == .hold else {
                #expect(next.readable == second.readable)
                continue
            }
            // What a tombstone leaves out stands in the version before.
            let kept = Set(Tokens.normalized("\(story.text) \(next.advisory ?? "")").split(separator: UInt8(ascii: " ")))
            #expect(Tokens.normalized(second.text).split(separator: UInt8(ascii: " ")).allSatisfy(kept.contains))
        }
    }
}
