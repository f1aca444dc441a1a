// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// A story that an article resembles, and what speaks for and against their being one.
public struct Likeness: Hashable, Sendable {
    /// The story as it stands.
    public var story: KnownStory
    /// What was compared.
    public var comparison: Comparison
    /// The rule that decided: `R7 text`, `R8`.
    public var code: String
    /// The article's own publisher.
    var publisher: String
    var tier: PairRule.Tier
    /// The article withdraws the story, though its words alone would not say so.
    let isWithdrawn: Bool

    /// - Parameters:
    ///   - portrait: the article's.
    ///   - version: the portrait of the version that was found, which need not be the story's latest.
    ///   - publisher: the article's.
    ///   - isRecurring: the series of either headline was seen more than 18 hours before that version.
    ///   - isNamed: no other story of the publisher fits the words of a withdrawal's headline better.
    public init(
        _ portrait: Portrait, to story: KnownStory, version: Portrait, isRecurring: Bool, publisher: String, isNamed: Bool = false
    ) {
        self.story = story
        self.publisher = publisher
        isWithdrawn = portrait.clues.doubtedKey != nil && portrait.clues.doubtedKey == version.clues.headlineKey
        let seconds = portrait.effective.flatMap { later in version.effective.map { later.timeIntervalSince($0).magnitude } }
        comparison = Comparison(version, portrait, hours: (seconds ?? 0) / 3600)
        let recurs = isRecurring || portrait.isSeries || version.isSeries
        var finding = PairRule.judge(comparison, isRecurring: recurs)
        if let one = portrait.language, let other = version.language, one != other {
            finding = PairRule.Finding(tier: .apart, code: "language")
        }
        if comparison.hours <= PairRule.window { finding = portrait.naming(version, isNamed: isNamed || isWithdrawn) ?? finding }
        (tier, code) = (finding.tier, finding.code)
    }

    /// `sure`, `related` or `apart`.
    public var verdict: String {
        switch tier {
        case .sure: "sure"
        case .related: "related"
        case .apart: "apart"
        }
    }

    /// The story is of the article's own publisher.
    var isOfSamePublisher: Bool { publisher == story.publisher }

    /// What was measured, by its name in the log.
    public var numbers: [String: Double] { comparison.measured }

    /// The surest, then the one with most text in common, then the most recent.
    func isBetter(than other: Likeness) -> Bool {
        if tier != other.tier { return tier > other.tier }
        let (mine, theirs) = (comparison.containment, other.comparison.containment)
        return mine == theirs ? comparison.hours < other.comparison.hours : mine > theirs
    }
}

extension Sequence<Likeness> {
    /// The best of those that are the same story, or may be.
    var best: Likeness? {
        reduce(nil) { best, next in
            guard next.tier > .apart else { return best }
            return best.map { next.isBetter(than: $0) ? next : $0 } ?? next
        }
    }
}

extension Portrait {
    /// What follows from the other's headline alone: a correction or a withdrawal quotes it, or a withdrawal bears it.
    fileprivate func naming(_ other: Portrait, isNamed: Bool) -> PairRule.Finding? {
        if isNamed { return PairRule.Finding(tier: .related, code: "headline") }
        guard let key = other.clues.headlineKey else { return nil }
        let isQuoted = other.headline.tokens.count >= 3 && clues.quotedKeys.contains(key)
        if clues.isWithdrawal { return isQuoted || clues.headlineKey == key ? PairRule.Finding(tier: .related, code: "headline") : nil }
        return isQuoted ? PairRule.Finding(tier: .sure, code: "R2 quoted") : nil
    }
}

extension Comparison {
    /// By the names that docs/decisions/0009-versions.md gives them.
    var measured: [String: Double] {
        [
            "C3": Comparison.rounded(containment), "J3": Comparison.rounded(jaccard), "JH": Comparison.rounded(headlines),
            "dt": Comparison.rounded(hours), "nconf": Double(numberConflicts), "econf": Double(nameConflicts),
        ]
    }

    static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
