// SPDX-License-Identifier: Apache-2.0

/// Whether two stories are one: the rules R1 to R9 of docs/decisions/0009-versions.md, of which the first that applies decides.
///
/// A revision adds facts on one side or takes them away; a template swaps them on both.
enum PairRule {
    /// How sure it is that two stories are one.
    enum Tier: Int, Comparable, Sendable {
        case apart, related, sure

        static func < (one: Tier, other: Tier) -> Bool { one.rawValue < other.rawValue }
    }

    struct Finding: Hashable, Sendable {
        var tier: Tier
        /// The rule that decided: `R7 text`.
        var code: String
    }

    /// Hours beyond which similar text is a series, not a revision.
    static let window = 96.0

    /// - Parameter isRecurring: a headline of the same series was seen before, earlier than 18 hours before the earlier story.
    static func judge(_ pair: Comparison, isRecurring: Bool) -> Finding {
        let (matches, code) = match(pair, isRecurring: isRecurring)
        guard matches else { return Finding(tier: .apart, code: code) }
        return tier(of: pair, code)
    }
}

extension PairRule {
    private typealias Outcome = (matches: Bool, code: String)

    private static func match(_ pair: Comparison, isRecurring: Bool) -> Outcome {
        if pair.hours > window { return (false, "R1") }
        if pair.isSnap { return (pair.headlines >= 0.4 && pair.hours <= 1, "snap") }
        let isListing = pair.digitShare >= 0.28 && (pair.lacksHeadline || isRecurring)
        if let code = announced(pair, isListing: isListing) { return (true, code) }
        if pair.clocksDiffer, !pair.isSame { return (false, "R3b") }
        if pair.isSame { return same(pair, isRecurring: isRecurring) }
        if isListing { return listing(pair) }
        if isRecurring {
            let isClean = pair.hasNoConflict && !pair.weekdaysDiffer
            return (isClean && pair.containment >= 0.9 && pair.hours <= 12, "R5")
        }
        if pair.words < 40 { return short(pair) }
        return pair.hasNoConflict ? undisputed(pair) : disputed(pair)
    }

    /// R2: it says itself that it corrects or repeats. A correction changes the very facts that the other rules compare.
    private static func announced(_ pair: Comparison, isListing: Bool) -> String? {
        guard pair.announcesChange, !isListing, pair.nameRatio <= 0.5, pair.nameConflicts <= 3 else { return nil }
        // `Results of A` and `CORRECTED - Results of B` have the frame in common, and no more.
        let isOfOne = !pair.leadsDiffer || pair.containment >= 0.5
        if isOfOne, pair.containment >= 0.12, pair.subject >= 0.4 || pair.headlines >= 0.25 { return "R2 text" }
        let isHeadline = pair.headlines >= 0.5 && pair.subject >= 0.8 && pair.numberRatio <= 0.5
        return isHeadline ? "R2 headline" : nil
    }

    /// R3: the very same words, which still need not be the same story.
    private static func same(_ pair: Comparison, isRecurring: Bool) -> Outcome {
        if pair.words < 40, !pair.agrees || pair.leadsDiffer { return (false, "R3 other subject") }
        if isRecurring, pair.hours > 18 { return (false, "R3 recurring") }
        return (true, "R3")
    }

    /// R4: tables differ in figures only; the completion of a broken one and a correction are the same story.
    private static func listing(_ pair: Comparison) -> Outcome {
        let isClean = pair.numberConflicts == 0 && pair.nameConflicts == 0
        let isFilled = pair.isFilled && pair.containment >= 0.6
        if isClean, pair.containment >= 0.9 || isFilled, pair.hours <= 0.5 { return (true, "R4 completed") }
        if pair.announcesChange, pair.containment >= 0.8, pair.hours <= 2 { return (true, "R4 corrected") }
        return (false, "R4")
    }

    /// R6: in a short text overlap means little and the subject all.
    private static func short(_ pair: Comparison) -> Outcome {
        let (matches, code) = shortText(pair)
        return matches || !pair.hasSameFigures ? (matches, code) : (true, "R6 same figures")
    }

    private static func shortText(_ pair: Comparison) -> Outcome {
        let isOneSubject = pair.agrees && !pair.leadsDiffer && !pair.headlineNumbersDiffer
        guard isOneSubject, pair.nameConflicts == 0, !pair.weekdaysDiffer else { return (false, "R6") }
        if pair.numberConflicts == 0 {
            if pair.containment >= 0.95, pair.hours <= 48 { return (true, "R6 contained") }
            if pair.containment >= 0.42, pair.hours <= 12 { return (true, "R6 no conflict") }
        }
        let isFew = pair.numberRatio <= 0.25 && pair.fewerNumbers >= 4
        return isFew && pair.containment >= 0.45 && pair.hours <= 5 ? (true, "R6 few numbers") : (false, "R6")
    }

    /// R7: no fact against it; one is longer than the other, or rewritten.
    private static func undisputed(_ pair: Comparison) -> Outcome {
        if pair.containment >= pair.atLeast(0.42) {
            return (pair.hours <= 18 || pair.jaccard >= 0.55 || pair.containment >= 0.9, "R7 text")
        }
        let isHeadline = !pair.isDense && pair.containment >= 0.22 && pair.headlines >= 0.35 && pair.hours <= 14
        return (isHeadline, "R7 headline")
    }

    /// R8: few facts changed, as a toll that rises. A table in which figures changed is the next table.
    private static func disputed(_ pair: Comparison) -> Outcome {
        guard pair.digitShare < 0.28 else { return (false, "R8 table") }
        let isLong = pair.words >= 150
        let (numbers, names) = (pair.numberRatio, pair.nameRatio)
        let isQuick = pair.hours <= 2 && pair.containment >= pair.atLeast(0.72) && pair.nameConflicts == 0
        // Of few figures one is a large share.
        let isOne = pair.numberConflicts == 1 && pair.containment >= 0.85 && pair.headlines >= 0.5 && !pair.headlinesDiffer
        if isQuick, pair.numberConflicts <= 2, numbers <= 0.34 || isOne { return (true, "R8 quick re-issue") }
        if pair.isContained { return (true, "R8 contained") }
        if pair.isToll { return (true, "R8 toll") }
        if pair.hours <= 18 {
            let isSettled = isLong || !(pair.headlineNumbersDiffer || pair.weekdaysDiffer)
            if numbers <= 0.20, names <= 0.12, pair.containment >= pair.atLeast(0.55), isSettled { return (true, "R8 few conflicts") }
            let isMostlySame = pair.words >= 80 && pair.containment >= pair.atLeast(0.7) && pair.jaccard >= 0.6
            if isMostlySame, numbers <= 0.34, names <= 0.25, !pair.headlineNumbersDiffer { return (true, "R8 mostly identical") }
        }
        if pair.hours <= 72, isLong, pair.jaccard >= 0.80, numbers <= 0.10, names <= 0.10 { return (true, "R8 long repeat") }
        let isRewrite = pair.hours <= 6 && pair.words >= 300 && pair.containment >= pair.atLeast(0.6) && numbers <= 0.2 && names <= 0.2
        return isRewrite ? (true, "R8 long rewrite") : (false, "R8")
    }
}

extension PairRule {
    private static func tier(of pair: Comparison, _ code: String) -> Finding {
        switch code.prefix(2) {
        case "R2": return Finding(tier: .sure, code: code)
        // A text that stands under any headline is a notice of the feed's, not a story.
        case "sn": return Finding(tier: .related, code: code)
        // Nor is a teaser that stands there again the next day.
        case "R3": return Finding(tier: pair.agrees && (pair.words >= 28 || pair.hours <= 18) ? .sure : .related, code: code)
        default: break
        }
        if pair.editionsDiffer, pair.numberConflicts + pair.nameConflicts > 0 { return Finding(tier: .apart, code: "R9 edition") }
        if pair.isDigest { return Finding(tier: .apart, code: "R9 digest") }
        return Finding(tier: isSure(pair, code) ? .sure : .related, code: code)
    }

    private static func isSure(_ pair: Comparison, _ code: String) -> Bool {
        // Texts that share a frame under headlines of their own: an advertisement, a programme's credits.
        let hasOwnHeadline = !pair.lacksHeadline && pair.subject < 0.4 && pair.headlines < 0.25
        switch code.prefix(2) {
        case "R6":
            if pair.hasSameFigures, pair.headlines >= 0.5 { return true }
            let isClean = pair.numberConflicts == 0 && (pair.headlines >= 0.5 || pair.containment >= 0.9)
            return !pair.lacksHeadline && (isClean || (pair.headlines >= 0.6 && pair.containment >= 0.6))
        case "R7":
            let isRewritten = pair.containment >= 0.42 && pair.headlines >= 0.3 && pair.jaccard >= 0.2
            return !hasOwnHeadline && (pair.containment >= 0.6 || isRewritten)
        case "R8":
            if code == "R8 toll" { return pair.hours <= 3 }
            let isNear = pair.containment >= 0.75 && (pair.headlines >= 0.5 || pair.hours <= 2)
            return (isNear || pair.isContained) && !pair.headlinesDiffer && !hasOwnHeadline
        default: return true
        }
    }
}

extension Comparison {
    fileprivate var hasNoConflict: Bool { numberConflicts == 0 && nameConflicts == 0 && !headlineNumbersDiffer }

    /// Two reports of one result: figures that nobody states by chance, under one headline, within hours.
    fileprivate var hasSameFigures: Bool {
        guard hours <= 6, nameConflicts <= (headlines >= 0.8 ? 1 : 0), numberRatio <= 0.34, !headlineNumbersDiffer, !weekdaysDiffer, agrees
        else { return false }
        if numberConflicts == 0, sharedFigures >= 5 { return true }
        return !leadsDiffer && (sharedFigures >= 3 || (sharedFigures >= 2 && headlines >= 0.8))
    }

    /// The dead, the injured and the missing of one event are counted again: the same names, a handful of whole numbers among many words.
    fileprivate var isToll: Bool {
        guard hours <= 6, words >= 40, digitShare < 0.12, containment >= 0.72, nameConflicts == 0, fewerNames >= 2 else { return false }
        guard conflictsAreCounts, numberConflicts <= 3, headlines >= 0.5, !subjectsDiffer, !leadsDiffer else { return false }
        return !weekdaysDiffer && !clocksDiffer && !editionsDiffer
    }

    /// All but a few words of one stand in the other, under one headline; a name may be spelt otherwise.
    fileprivate var isContained: Bool {
        containment >= 0.95 && words >= 80 && numberConflicts == 0 && nameConflicts <= 1 && hours <= 18 && headlines >= 0.6
            && !headlinesDiffer && !weekdaysDiffer
    }

    /// Scripts without capitals name nobody, so that more of the text must agree.
    fileprivate func atLeast(_ share: Double) -> Double { isDense ? max(share, 0.75) : share }
}
