// SPDX-License-Identifier: Apache-2.0

// A note to editors in parentheses before the story: `(Adds details, background)`, `(ATTN: ADDS photos)`.

extension Line {
    /// The parenthesis of 8 to 160 scalars that opens at `start` and names no agency and no photographer.
    func advisory(at start: Int) -> Range<Int>? {
        guard self[start] == "(", parenthesizedAgency(at: start)?.isKnown != true, bracketedForm(at: start) == nil else { return nil }
        guard let end = (start + 1..<start + 162).first(where: { self[$0] == ")" || self[$0] == "(" || self[$0] == "\0" }) else {
            return nil
        }
        guard self[end] == ")", (8...160).contains(end - start - 1) else { return nil }
        return bracketedCreditStart(endingAt: end + 1) == nil ? start..<end + 1 : nil
    }

    /// The note opens with a word that only editors' notes open with, so that it counts without a dateline behind it.
    func isKnownAdvisory(_ range: Range<Int>) -> Bool {
        let start = skippingSpaces(range.lowerBound + 1)
        var end = start
        while self[end].isLetter { end += 1 }
        return Self.advisoryWords.contains(text(start..<end).lowercased())
    }

    private static let advisoryWords: Set<String> = [
        "attn", "adds", "updates", "recasts", "rewrites", "corrects", "releads", "writes", "refiles", "repeats", "clarifies", "deletes",
        "removes", "fixes", "changes", "edits", "eds",
    ]
}
