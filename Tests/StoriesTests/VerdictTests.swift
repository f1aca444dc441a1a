// SPDX-License-Identifier: Apache-2.0
import Articles
import Stories
import Testing

/// An article, what is known, and the verdict in words.
struct VerdictExample: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var article: Article
    var known: [KnownStory]
    var verdict: String
}

private let first = Article.sample()
private let later = "2026-03-01T11:30:00Z"
private let rewritten = Article.sampleText.replacing("214 people", with: "231 people") + "\n\nThe owners promised an inquiry."

private func known(_ article: Article = first, _ change: (inout KnownStory) -> Void) -> [KnownStory] {
    var story = KnownStory.of(article)
    change(&story)
    return [story]
}

private let sameKey = [
    VerdictExample(testDescription: "nothing known", article: first, known: [], verdict: "new"),
    VerdictExample(testDescription: "the same again", article: first, known: [.of(first)], verdict: "unchanged"),
    VerdictExample(
        testDescription: "only the date changed", article: .sample(date: later), known: [.of(first)], verdict: "unchanged"),
    VerdictExample(
        testDescription: "only the link changed", article: .sample(link: "https://wire.example/b"), known: [.of(first)],
        verdict: "unchanged"),
    VerdictExample(
        testDescription: "only white space and punctuation changed",
        article: .sample(text: Article.sampleText.replacing(", the", with: "  - the")), known: [.of(first)], verdict: "unchanged"),
    VerdictExample(
        testDescription: "only categories, media and rights changed",
        article: first.with { $0.categories = [Article.Category(raw: "shipping")] }, known: [.of(first)], verdict: "unchanged"),
    VerdictExample(testDescription: "other text", article: .sample(text: rewritten), known: [.of(first)], verdict: "update by key-guid"),
    VerdictExample(
        testDescription: "other guid, same link, other text", article: .sample(guid: "g2", text: rewritten),
        known: [.of(first, found: .link)],
        verdict: "update by key-link"),
    VerdictExample(
        testDescription: "headline only", article: .sample(headline: "Ferry freed"), known: [.of(first)], verdict: "update by key-guid"),
    VerdictExample(
        testDescription: "found by its day and headline", article: .sample(guid: nil, link: nil, text: rewritten),
        known: [.of(first, found: .content)], verdict: "update by key-content"),
    VerdictExample(
        testDescription: "unchanged where it was seen, though the story went on elsewhere", article: first,
        known: known(.sample(text: rewritten)) { $0.lastSeen = first.fingerprint }, verdict: "unchanged"),
    VerdictExample(
        testDescription: "an earlier revision from a cache", article: first,
        known: known(.sample(text: rewritten, date: later)) { $0.earlierHashes = [first.hashes.content: 1] }, verdict: "unchanged, stale"),
    VerdictExample(
        testDescription: "a change that was taken back", article: first,
        known: known(.sample(text: rewritten)) { $0.earlierHashes = [first.hashes.content: 1] }, verdict: "update by key-guid"),
    VerdictExample(
        testDescription: "a text that goes to and fro", article: first,
        known: known(.sample(text: rewritten)) { $0.earlierHashes = [first.hashes.content: 2] }, verdict: "unchanged, stale"),
    VerdictExample(
        testDescription: "an earlier text with a later date is meant", article: .sample(date: later),
        known: known(.sample(text: rewritten)) { $0.earlierHashes = [first.hashes.content: 2] }, verdict: "update by key-guid"),
]

private let marked = [
    VerdictExample(
        testDescription: "correction", article: .sample(text: rewritten, markers: [.init(.correction, raw: "CORRECTED-")]),
        known: [.of(first)], verdict: "correction by key-guid"),
    VerdictExample(
        testDescription: "refile", article: .sample(text: rewritten, markers: [.init(.minorCorrection, raw: "REFILE-")]),
        known: [.of(first)],
        verdict: "refile by key-guid"),
    VerdictExample(
        testDescription: "repeat of the same text", article: .sample(markers: [.init(.repetition, raw: "RPT-")]), known: [.of(first)],
        verdict: "repeat by key-guid"),
    VerdictExample(
        testDescription: "second update of the same text", article: .sample(markers: [.init(.revision, raw: "UPDATE 2-", n: 2)]),
        known: [.of(.sample(markers: [.init(.revision, raw: "UPDATE 1-", n: 1)]))], verdict: "update by key-guid"),
    VerdictExample(
        testDescription: "a correction seen again", article: .sample(markers: [.init(.correction, raw: "CORRECTED-")]),
        known: [.of(.sample(markers: [.init(.correction, raw: "CORRECTED-")]))], verdict: "unchanged"),
    VerdictExample(
        testDescription: "a correction that changed again without a new marker",
        article: .sample(text: rewritten, markers: [.init(.correction, raw: "CORRECTED-")]),
        known: [.of(.sample(markers: [.init(.correction, raw: "CORRECTED-")]))], verdict: "update by key-guid"),
    VerdictExample(
        testDescription: "a label of a series announces nothing", article: .sample(markers: [.init(.series, raw: "METALS-")]),
        known: [.of(first)], verdict: "unchanged"),
    VerdictExample(
        testDescription: "a correction of an unknown story", article: .sample(markers: [.init(.correction, raw: "CORRECTED-")]), known: [],
        verdict: "new, no target for correction"),
    VerdictExample(
        testDescription: "an update of an unknown story", article: .sample(markers: [.init(.revision, raw: "UPDATE 1-", n: 1)]), known: [],
        verdict: "new"),
]

private let withdrawn = [
    VerdictExample(
        testDescription: "kill by marker", article: .sample(headline: "Story withdrawn", text: "", markers: [.init(.kill, raw: "KILL")]),
        known: [.of(first)], verdict: "kill by key-guid"),
    VerdictExample(
        testDescription: "kill by status, the words unchanged", article: first.with { $0.status = .canceled }, known: [.of(first)],
        verdict: "kill by key-guid"),
    VerdictExample(
        testDescription: "kill under another key, found by its text", article: Article.sample(guid: "k").with { $0.status = .canceled },
        known: [.of(first, found: .identicalText)], verdict: "kill by R3"),
    VerdictExample(
        testDescription: "a kill seen again", article: first.with { $0.status = .canceled },
        known: [.of(first.with { $0.status = .canceled })], verdict: "unchanged"),
    VerdictExample(
        testDescription: "kill without a target", article: first.with { $0.status = .canceled }, known: [],
        verdict: "new, no target for kill"),
    VerdictExample(
        testDescription: "hold", article: first.with { $0.status = .withheld }, known: [.of(first)], verdict: "hold by key-guid"),
    VerdictExample(
        testDescription: "an embargo is no hold",
        article: first.with {
            $0.status = .withheld
            $0.embargoedUntil = Article.Moment(utc: "2026-03-02T00:00:00Z", quality: "exact")
        }, known: [], verdict: "new"),
    VerdictExample(
        testDescription: "a cache does not bring a killed story back", article: first,
        known: known(first.with { $0.status = .canceled }) { $0.lastSeen = "" }, verdict: "unchanged"),
    VerdictExample(
        testDescription: "a publisher with a later date does", article: .sample(date: later),
        known: known(first.with { $0.status = .canceled }) { $0.lastSeen = "" }, verdict: "update by key-guid"),
]

private let otherKeys = [
    VerdictExample(
        testDescription: "recycled guid",
        article: .sample(link: "https://wire.example/tax", headline: "Sugar tax raised", text: Article.otherText), known: [.of(first)],
        verdict: "new, recycled key"),
    VerdictExample(
        testDescription: "recycled guid without links", article: .sample(link: nil, headline: "Sugar tax raised", text: Article.otherText),
        known: [.of(.sample(link: nil))], verdict: "new, recycled key"),
    VerdictExample(
        testDescription: "a rewrite under the same guid and link", article: .sample(headline: "Sugar tax raised", text: Article.otherText),
        known: [.of(first)], verdict: "update by key-guid"),
    VerdictExample(
        testDescription: "a moved page with much of its text",
        article: .sample(link: "https://wire.example/b", headline: "Freed", text: rewritten),
        known: [.of(first)], verdict: "update by key-guid"),
    VerdictExample(
        testDescription: "a rewrite under a guid made from the headline",
        article: .sample(guid: "g9", headline: "Sugar tax raised", text: Article.otherText),
        known: [.of(first, found: .link)], verdict: "update by key-link"),
    VerdictExample(
        testDescription: "recycled link, days later",
        article: .sample(guid: "g9", headline: "Sugar tax raised", text: Article.otherText, date: "2026-03-06T10:00:00Z"),
        known: [.of(first, found: .link)], verdict: "new, recycled key"),
    VerdictExample(
        testDescription: "a page whose address has its headline behind its number",
        article: .sample(link: "https://wire.example/300409264/sugar", headline: "Sugar tax raised", text: Article.otherText),
        known: [.of(.sample(link: "https://wire.example/300409264/ferry"))], verdict: "update by key-guid"),
    VerdictExample(
        testDescription: "a page whose address ends in its guid",
        article: .sample(
            guid: "p54mfx", link: "https://wire.example/sugar-p54mfx.html", headline: "Sugar tax raised", text: Article.otherText),
        known: [.of(.sample(guid: "p54mfx", link: "https://wire.example/ferry-p54mfx.html"))], verdict: "update by key-guid"),
    VerdictExample(
        testDescription: "recycled guid with the same day in its address",
        article: .sample(link: "https://wire.example/20260301/sugar", headline: "Sugar tax raised", text: Article.otherText),
        known: [.of(.sample(link: "https://wire.example/20260301/ferry"))], verdict: "new, recycled key"),
    VerdictExample(
        testDescription: "a recycled guid whose link is known",
        article: .sample(link: "https://wire.example/tax", headline: "Sugar tax raised", text: Article.otherText),
        known: [
            .of(first),
            .of(.sample(link: "https://wire.example/tax", headline: "Sugar tax raised", text: Article.otherText), found: .link),
        ], verdict: "unchanged"),
    VerdictExample(
        testDescription: "identical text within 72 hours", article: .sample(guid: "g2", link: nil, date: "2026-03-04T09:00:00Z"),
        known: [.of(first, found: .identicalText)], verdict: "duplicate by R3"),
    VerdictExample(
        testDescription: "identical text within 96 hours", article: .sample(guid: "g2", link: nil, date: "2026-03-04T11:00:00Z"),
        known: [.of(first, found: .identicalText)], verdict: "repeat by R3"),
    VerdictExample(
        testDescription: "identical text after 96 hours", article: .sample(guid: "g2", link: nil, date: "2026-03-05T11:00:00Z"),
        known: [.of(first, found: .identicalText)], verdict: "new"),
    VerdictExample(
        testDescription: "identical text, marked", article: .sample(guid: "g2", link: nil, markers: [.init(.repetition, raw: "RPT-")]),
        known: [.of(first, found: .identicalText)], verdict: "repeat by R3"),
    VerdictExample(
        testDescription: "identical short text", article: .sample(guid: "g2", link: nil, text: "Markets are closed today."),
        known: [.of(.sample(text: "Markets are closed today."), found: .identicalText)], verdict: "new"),
    VerdictExample(
        testDescription: "the text of an earlier revision, late", article: .sample(guid: "g2", link: nil, date: "2026-03-04T11:00:00Z"),
        known: [.of(.sample(text: rewritten), found: .identicalText)], verdict: "duplicate by R3"),
    VerdictExample(
        testDescription: "the text of a killed story", article: .sample(guid: "g2", link: nil),
        known: [.of(first.with { $0.status = .canceled }, found: .identicalText)], verdict: "new"),
]

@Test(arguments: sameKey + marked + withdrawn + otherKeys)
func `judges`(example: VerdictExample) {
    #expect(Verdict.on(example.article, given: example.known).words == example.verdict)
}

@Test func `ends a story whose text changes by itself, and hears of it again when the headline changes`() {
    var story = KnownStory.of(first)
    story.silentRevisions = Verdict.silentRevisionLimit - 1
    #expect(Verdict.on(.sample(text: rewritten), given: [story]).words == "update by key-guid")
    story.silentRevisions = Verdict.silentRevisionLimit
    #expect(Verdict.on(.sample(text: rewritten), given: [story]).words == "unchanged, churning")
    #expect(Verdict.on(.sample(headline: "Ferry freed", text: rewritten), given: [story]).words == "update by key-guid")
    let marked = Article.sample(text: rewritten, markers: [.init(.correction, raw: "CORRECTED-")])
    #expect(Verdict.on(marked, given: [story]).words == "correction by key-guid")
}

@Test func `tells how much of the text stayed`() throws {
    guard case .revision(_, _, let match) = Verdict.on(.sample(text: rewritten), given: [.of(first)]) else {
        Issue.record("not a revision")
        return
    }
    let share = try #require(match.numbers?["C3"])
    #expect((0.5..<1).contains(share))
}

@Test func `compares Chinese text by characters`() {
    let before = Article.sample(guid: "z", link: "https://wire.example/z1", headline: "渡轮搁浅", text: "渡轮周日上午在北角附近搁浅船上有二百一十四人海岸警卫队说")
    let edited = Article.sample(guid: "z", link: "https://wire.example/z2", headline: "渡轮脱浅", text: "渡轮周日上午在北角附近搁浅船上有二百三十人海岸警卫队说")
    let other = Article.sample(guid: "z", link: "https://wire.example/z3", headline: "议会加税", text: "议会周一深夜投票决定提高糖税辩论持续了九个小时南部农民反对")
    #expect(Verdict.on(edited, given: [.of(before)]).words == "update by key-guid")
    #expect(Verdict.on(other, given: [.of(before)]).words == "new, recycled key")
}
