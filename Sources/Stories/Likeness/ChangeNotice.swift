// SPDX-License-Identifier: Apache-2.0
import Articles

/// Where a story says that it corrects or repeats an earlier one, beyond the markers of its headline.
///
/// Only in the shapes that agencies use. The words alone say nothing: markets see corrections, and champions repeat.
enum ChangeNotice {
    static func stands(in article: Article, text: Letters) -> Bool {
        let announced = (article.markers ?? []).contains { [.correction, .minorCorrection, .repetition].contains($0.class) }
        return announced || isTitle(article.headlineRaw.isEmpty ? article.headline : article.headlineRaw)
            || isSlug(article.slug ?? "") || isSlug(article.ids.identifier ?? "") || isNote(article.advisory ?? "")
            || isLead(Letters(codes: Array(text.codes.prefix(60)))) || isTail(Letters(codes: Array(text.codes.suffix(260))))
    }

    /// `Figures - CORRECTION`, `Corrected: …`, `Bank corrects figures`.
    private static func isTitle(_ title: String) -> Bool {
        let words = Words(Letters(title))
        if isDense(words.letters.codes.prefix(6)) { return true }
        guard let first = words.list.first, let last = words.list.last else { return false }
        if notices.contains(first.hash), words.isMark(after: first) { return true }
        if notices.contains(last.hash), words.isMark(before: last) { return true }
        if first.hash == corrected || last.hash == corrected { return true }
        return words.list.contains { $0.hash == corrects }
    }

    /// `BC-CORRECTED-SINGAPORE-A`, `PM-TARIFF CORRECTION`: short codes, cut anywhere.
    private static func isSlug(_ slug: String) -> Bool {
        guard !slug.isEmpty, slug.utf8.count <= 80, !slug.contains("://") else { return false }
        let words = Words(Letters(slug))
        // A slug is cut where it becomes too long, but not before its seventh letter.
        return words.list.contains { notices.contains($0.hash) || words.letters.hash($0.range.prefix(7)) == correct }
    }

    /// `(Corrects figure in third paragraph)`.
    private static func isNote(_ note: String) -> Bool { Words(Letters(note)).list.first.map { verbs.contains($0.hash) } ?? false }

    /// The word in capitals, alone on its line or at the very start; `In item headlined …`.
    private static func isLead(_ lead: Letters) -> Bool {
        let words = Words(lead)
        if isDense(lead.codes.prefix(8)) { return true }
        if let first = words.list.first, notices.contains(first.hash), words.isMark(after: first) { return true }
        return words.list.enumerated().contains { index, word in
            if word.hash == inWord, index + 1 < words.list.count, words.list[index + 1].hash == itemWord { return true }
            if verbs.contains(word.hash), words.isMark(before: word) { return true }
            return notices.contains(word.hash) && (words.isCapitals(word) || words.isAlone(word))
        }
    }

    /// `(Corrects year-ago figure)`, `-- correcting the date`, `Company corrects …`.
    private static func isTail(_ tail: Letters) -> Bool {
        let words = Words(tail)
        return words.list.contains { word in
            word.hash == corrects || (verbs.contains(word.hash) && (words.isMark(before: word) || words.beginsSentence(word)))
        }
    }

    private static func isDense(_ codes: ArraySlice<UInt32>) -> Bool {
        dense.contains { word in codes.indices.contains { codes[$0...].starts(with: word) } }
    }

    private static let corrects = Letters.hash("corrects")
    private static let corrected = Letters.hash("corrected")
    private static let correct = Letters.hash("correct")
    private static let inWord = Letters.hash("in")
    private static let itemWord = Letters.hash("item")
    private static let notices = Lexicon.set(
        "corrected correction corrects correcting refile refiles rpt repeat repetition resend clarification clarifies")
    private static let verbs = Lexicon.set(
        "corrects correcting corrected correction refiles refiled repeats repeating clarifies clarifying")
    private static let dense = ["更正", "訂正", "정정"].map { $0.unicodeScalars.map(\.value) }
}

/// The words of a short text, and what stands around them.
private struct Words {
    struct Word {
        var range: Range<Int>
        var hash: UInt64
    }

    let letters: Letters
    let list: [Word]

    init(_ letters: Letters) {
        self.letters = letters
        var list: [Word] = []
        list.reserveCapacity(letters.codes.count / 5)
        var (start, hash) = (0, Mix.seed)
        for (index, code) in letters.codes.enumerated() {
            if Letters.isAlphanumeric(code) {
                hash = Mix.step(hash, Letters.lower(code))
            } else {
                if start < index { list.append(Word(range: start..<index, hash: hash)) }
                (start, hash) = (index + 1, Mix.seed)
            }
        }
        if start < letters.codes.count { list.append(Word(range: start..<letters.codes.count, hash: hash)) }
        self.list = list
    }

    /// A bracket, a hyphen or a colon stands before the word, blanks aside.
    func isMark(before word: Word) -> Bool { isMark(letters.codes[..<word.range.lowerBound].last { $0 != 0x20 }) }

    /// The same behind it.
    func isMark(after word: Word) -> Bool { isMark(letters.codes[word.range.upperBound...].first { $0 != 0x20 }) }

    /// A full stop, a quotation mark or a line's end stands before the word.
    func beginsSentence(_ word: Word) -> Bool {
        letters.codes[..<word.range.lowerBound].last { $0 != 0x20 }.map { [0x2E, 0x0A, 0x22, 0x201D].contains($0) } ?? false
    }

    func isCapitals(_ word: Word) -> Bool { word.range.allSatisfy { Letters.lower(letters.codes[$0]) != letters.codes[$0] } }

    /// Nothing else is on the word's line; a wide gap is as good as a line's end.
    func isAlone(_ word: Word) -> Bool {
        let before = letters.codes[..<word.range.lowerBound].suffix(2)
        let after = letters.codes[word.range.upperBound...].prefix(2)
        return isGap(before) && isGap(after)
    }

    private func isGap(_ codes: ArraySlice<UInt32>) -> Bool {
        codes.isEmpty || codes.contains(0x0A) || (codes.count == 2 && codes.allSatisfy { $0 == 0x20 })
    }

    private func isMark(_ code: UInt32?) -> Bool { code.map { "-–—:()[]/".unicodeScalars.map(\.value).contains($0) } ?? false }
}
