// SPDX-License-Identifier: Apache-2.0

/// The codes of decisions in words for editors (docs/decisions/0009-versions.md).
enum RuleWords {
    static func of(_ code: String) -> String {
        guard let words = table[code] ?? table[String(code.prefix { $0 != " " })] else { return code }
        return "\(words) (\(code))"
    }

    /// `, 86 % of the shorter text in common, 1.3 h apart, 2 numbers against it`.
    static func numbers(_ numbers: [String: Double]) -> String {
        var parts: [String] = []
        if let share = numbers["C3"] { parts.append("\(Int((share * 100).rounded())) % of the shorter text in common") }
        if let hours = numbers["dt"] { parts.append("\(hours.formatted2) h apart") }
        if let count = numbers["nconf"], count > 0 { parts.append("\(Int(count)) numbers against it") }
        if let count = numbers["econf"], count > 0 { parts.append("\(Int(count)) names against it") }
        return parts.map { ", " + $0 }.joined()
    }

    private static let table = [
        "key-guid": "it has the same guid", "key-link": "it has the same link", "key-content": "it has the same headline and day",
        "deleted-entry": "the publisher deleted it", "gone": "the publisher took it out of the feed before it could scroll out",
        "recycled-key": "its guid or link was another story's before", "targetNotFound": "it changes a story that is not known",
        "R1": "more than 96 hours lie between them", "R2": "it says that it corrects or repeats the other",
        "R2 quoted": "it corrects the headline that it quotes",
        "R3": "the text is the very same", "R3 other subject": "the same short text about another subject",
        "R3 recurring": "the same text of a series that recurs", "R3b": "bulletins of different hours",
        "R4": "tables, which differ in figures only", "R4 completed": "the table was completed", "R4 corrected": "the table was corrected",
        "R5": "a headline that recurs, with other facts", "R6": "short texts that do not agree enough",
        "R6 contained": "a short text contained in the other", "R6 no conflict": "short texts without contradiction",
        "R6 few numbers": "short texts of which few numbers changed", "R6 same figures": "the same figures under one headline",
        "R7 text": "much of the text in common and no contradiction",
        "R7 headline": "one headline, some of the text, and no contradiction", "R8": "their facts contradict each other",
        "R8 table": "tables with other figures", "R8 contained": "all but a few words stand in the other",
        "R8 toll": "one event, its dead or missing counted again",
        "R8 quick re-issue": "sent again at once with a figure or two changed",
        "R8 few conflicts": "few facts changed", "R8 mostly identical": "most of the text is the same",
        "R8 long repeat": "a long text nearly the same", "R8 long rewrite": "a long text rewritten",
        "R9 edition": "opening, midday and closing reports", "R9 digest": "a digest contains other stories",
        "headline": "it names the other's headline", "language": "they are in different languages",
        "snap": "the full story behind a headline",
    ]
}
