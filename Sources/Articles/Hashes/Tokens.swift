// SPDX-License-Identifier: Apache-2.0

/// The words and numbers of a text in one form, whatever its case, spacing, punctuation and width of letters.
///
/// A word is a run of letters, with one apostrophe inside (`it's`); a number is a run of digits with `. , / :` inside. Stock
/// tickers (`<TXN.N>`) are left out: agencies add and remove them without changing the story.
public enum Tokens {
    /// The tokens of `text` in lower case as UTF-8, one space between two; in time linear to the text.
    public static func normalized(_ text: String) -> [UInt8] {
        var scanner = Scanner(scalars: text.unicodeScalars.map(plainForm))
        return scanner.scan()
    }

    /// The common compatibility forms (a part of NFKC): full-width letters and digits, the typographic apostrophe.
    private static func plainForm(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x2019, 0x02BC: "'"
        default: scalar
        }
    }
}

private struct Scanner {
    let scalars: [Unicode.Scalar]
    var position = 0
    var output: [UInt8] = []

    init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        output.reserveCapacity(scalars.count)
    }

    mutating func scan() -> [UInt8] {
        while position < scalars.count {
            if let end = endOfTicker() {
                position = end
            } else if isLetter(position) {
                emit(through: endOfWord())
            } else if isDigit(position) {
                emit(through: endOfNumber())
            } else {
                position += 1
            }
        }
        return output
    }

    private mutating func emit(through end: Int) {
        if !output.isEmpty { output.append(UInt8(ascii: " ")) }
        for scalar in scalars[position..<end] {
            switch scalar.value {
            case 0x41...0x5A: output.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
            case 0..<0x80: output.append(UInt8(truncatingIfNeeded: scalar.value))
            case _ where scalar.isCaselessLetter: output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default: output.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        position = end
    }

    private func endOfWord() -> Int {
        let end = endOfLetters(from: position)
        guard end < scalars.count, scalars[end] == "'", isLetter(end + 1) else { return end }
        return endOfLetters(from: end + 1)
    }

    private func endOfLetters(from start: Int) -> Int {
        var end = start
        while isLetter(end) { end += 1 }
        return end
    }

    /// The end behind the last digit of the run; the signs that follow it start no token, so they are not read again and again.
    private func endOfNumber() -> Int {
        var end = position
        var next = position
        while next < scalars.count {
            if isDigit(next) { end = next + 1 } else if !".,/:".unicodeScalars.contains(scalars[next]) { break }
            next += 1
        }
        return end
    }

    /// A ticker is at most 12 capitals, digits, dots and spaces in angle brackets.
    private func endOfTicker() -> Int? {
        guard scalars[position] == "<" else { return nil }
        var next = position + 1
        while next < scalars.count, next - position <= 12, isTickerLetter(scalars[next]) { next += 1 }
        guard next > position + 1, next < scalars.count, scalars[next] == ">" else { return nil }
        return next + 1
    }

    private func isTickerLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "." || scalar == " "
    }

    /// Combining marks count as letters, so that a decomposed word stays one word.
    private func isLetter(_ index: Int) -> Bool {
        guard index < scalars.count else { return false }
        let scalar = scalars[index]
        guard scalar.value >= 0x80 else { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        if scalar.isCaselessLetter { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    private func isDigit(_ index: Int) -> Bool {
        let scalar = scalars[index]
        guard scalar.value >= 0x80 else { return ("0"..."9").contains(scalar) }
        return scalar.properties.generalCategory == .decimalNumber
    }
}

extension Unicode.Scalar {
    /// Hangul syllables, Chinese characters and kana, known without Unicode's tables: whole texts consist of them.
    fileprivate var isCaselessLetter: Bool {
        switch value {
        case 0xAC00...0xD7A3, 0x4E00...0x9FFC, 0x3041...0x3096, 0x30A1...0x30FA: true
        default: false
        }
    }
}
