// SPDX-License-Identifier: Apache-2.0

/// What two stories have in common, and where their facts contradict each other.
public struct Comparison: Hashable, Sendable {
    /// The shared part of the smaller set of runs of words, 0…1.
    public var containment = 0.0
    /// The shared part of both sets together, 0…1.
    public var jaccard = 0.0
    /// The shared part of the words of both headlines, 0…1.
    public var headlines = 0.0
    /// Hours from the earlier story to the later one.
    public var hours = 0.0
    /// Numbers that each story has and the other lacks; where only one has more, it is longer, not another.
    public var numberConflicts = 0
    /// Names, counted in the same way.
    public var nameConflicts = 0
    /// Up to five of them, the earlier story's before the later's.
    public var conflicts: [String] = []

    /// The earlier is a headline alone, the later has the text.
    var isSnap = false
    var isSame = false
    var words = 0
    var isDense = false
    var lacksHeadline = false
    var fewerNumbers = 0
    /// Numbers that both state and nobody states by chance: `254,000`.
    var sharedFigures = 0
    var fewerNames = 0
    /// The later has all numbers of the earlier in their order, and more between them: the blanks of a table were filled.
    var isFilled = false
    /// The share of content words of one headline that the other story mentions; the smaller of both directions.
    var subject = 1.0
    var leadsDiffer = false
    /// Each headline has a content word that the other story lacks altogether.
    var headlinesDiffer = false
    /// The same, but for numbers.
    var subjectsDiffer = false
    /// The numbers in conflict are counts: whole, and below ten thousand.
    var conflictsAreCounts = false
    var headlineNumbersDiffer = false
    var weekdaysDiffer = false
    var clocksDiffer = false
    var editionsDiffer = false
    var digitShare = 0.0
    var isDigest = false
    var announcesChange = false
}

extension Comparison {
    /// - Parameter hours: between the two, if both have a date.
    init(_ earlier: Portrait, _ later: Portrait, hours: Double) {
        self.hours = hours
        compareTexts(earlier.body, later.body)
        compareFacts(earlier, later)
        compareHeadlines(earlier, later)
        clocksDiffer = !earlier.clocks.isEmpty && !later.clocks.isEmpty && earlier.clocks.isDisjoint(with: later.clocks)
        editionsDiffer = earlier.editions != 0 && later.editions != 0 && earlier.editions & later.editions == 0
        isDigest = earlier.isDigest || later.isDigest
        announcesChange = later.clues.announcesChange
    }

    var numberRatio: Double { Double(numberConflicts) / Double(max(1, fewerNumbers)) }
    var nameRatio: Double { Double(nameConflicts) / Double(max(1, fewerNames)) }

    /// The headlines speak of the same thing.
    var agrees: Bool { subject >= 0.5 || headlines >= 0.4 }

    private mutating func compareTexts(_ one: BodyPortrait, _ two: BodyPortrait) {
        isSnap = one.tokens.hashes.isEmpty && !two.tokens.hashes.isEmpty
        isDense = one.tokens.isDense || two.tokens.isDense
        words = min(one.tokens.words, two.tokens.words)
        digitShare = min(one.digitShare, two.digitShare)
        isSame = !one.tokens.hashes.isEmpty && one.tokens.hashes == two.tokens.hashes
        let shared = one.shingles.shared(with: two.shingles)
        containment = Double(shared) / Double(max(1, min(one.shingles.count, two.shingles.count)))
        jaccard = Double(shared) / Double(max(1, one.shingles.count + two.shingles.count - shared))
    }

    private mutating func compareFacts(_ one: Portrait, _ two: Portrait) {
        let numbers = (one.body.numbers.lacking(in: two.body), two.body.numbers.lacking(in: one.body))
        let names = (one.body.names.unmentioned(in: two.vocabulary), two.body.names.unmentioned(in: one.vocabulary))
        numberConflicts = min(numbers.0.count, numbers.1.count)
        nameConflicts = min(names.0.count, names.1.count)
        fewerNumbers = min(one.body.numbers.count, two.body.numbers.count)
        conflictsAreCounts = (numbers.0 + numbers.1).allSatisfy(\.isCount)
        isFilled =
            one.body.column.count >= 6 && one.body.column.count < two.body.column.count && one.body.column.isPart(of: two.body.column)
        sharedFigures = one.body.figures.shared(with: two.body.figures)
        fewerNames = min(one.body.names.count, two.body.names.count)
        weekdaysDiffer = one.body.weekdays & ~two.body.weekdays != 0 && two.body.weekdays & ~one.body.weekdays != 0
        conflicts = Comparison.examples(numbers, count: numberConflicts) + Comparison.examples(names, count: nameConflicts)
        conflicts = Array(conflicts.prefix(5))
    }

    private mutating func compareHeadlines(_ one: Portrait, _ two: Portrait) {
        let (first, second) = (one.headline, two.headline)
        let shared = first.tokens.shared(with: second.tokens)
        headlines = Double(shared) / Double(max(1, first.tokens.count + second.tokens.count - shared))
        lacksHeadline = first.tokens.isEmpty || second.tokens.isEmpty
        let numbers = first.numbers.shared(with: second.numbers)
        headlineNumbersDiffer = numbers < first.numbers.count && numbers < second.numbers.count
        leadsDiffer = first.leads.contains { !two.vocabulary.holds($0) } && second.leads.contains { !one.vocabulary.holds($0) }
        guard !lacksHeadline else { return }
        let shares = (first.words.share(mentionedIn: two.vocabulary), second.words.share(mentionedIn: one.vocabulary))
        subject = min(shares.0, shares.1)
        headlinesDiffer = max(shares.0, shares.1) < 1
        let plain = (first.plainWords.share(mentionedIn: two.vocabulary), second.plainWords.share(mentionedIn: one.vocabulary))
        subjectsDiffer = max(plain.0, plain.1) < 1
    }

    /// `12 → 15`, `lahore → quetta`.
    private static func examples(_ facts: (ours: [Fact], theirs: [Fact]), count: Int) -> [String] {
        zip(facts.ours, facts.theirs).prefix(count).map { "\($0.text) → \($1.text)" }
    }
}

extension [Fact] {
    /// The numbers that the other side has neither as they are nor, where one side leaves `million` out, in the same digits.
    fileprivate func lacking(in other: BodyPortrait) -> [Fact] {
        filter { fact in
            if other.numberKeys.holds(fact.key) { return false }
            return fact.parts.isEmpty ? !other.digitKeys.holds(fact.key) : !fact.parts.allSatisfy(other.plainKeys.holds)
        }
    }

    fileprivate func unmentioned(in vocabulary: [UInt64]) -> [Fact] {
        filter { !$0.parts.allSatisfy(vocabulary.holds) }
    }
}

extension [[UInt64]] {
    /// The share of words of which the other story mentions a part.
    fileprivate func share(mentionedIn vocabulary: [UInt64]) -> Double {
        guard !isEmpty else { return 0 }
        return Double(count { $0.contains(where: vocabulary.holds) }) / Double(count)
    }
}
