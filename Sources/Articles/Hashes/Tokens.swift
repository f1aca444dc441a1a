// SPDX-License-Identifier: Apache-2.0
import Markup

/// The words and numbers of a text in one form, whatever its case, spacing, punctuation and width of letters.
///
/// A word is a run of letters, with one apostrophe inside (`it's`); a number is a run of digits with `. , / :` inside. Stock
/// tickers (`<TXN.N>`) are left out: agencies add and remove them without changing the story.
public enum Tokens {
    /// The tokens of `text` in lower case as UTF-8, one space between two; in time linear to the text.
    public static func normalized(_ text: String) -> [UInt8] {
        var tokens: [UInt8] = []
        append(of: text, to: &tokens)
        return tokens
    }

    /// Appends the same to `bytes`.
    static func append(of text: String, to bytes: inout [UInt8]) {
        guard !text.isEmpty else { return }
        let known = ScalarTraits.known
        let source = text.utf8Span.span
        bytes.append(addingCapacity: room(for: text)) { output in
            var scanner = TokenScanner()
            scanner.scan(source, known.span, into: &output)
        }
    }

    /// As many bytes as the tokens of `text` may take.
    ///
    /// A token of one byte has a space before it, and no lower case is more than half as long again (a test asks all of them).
    static func room(for text: String) -> Int { text.utf8.count * 5 / 2 }
}

/// Finds the tokens of a text and writes them.
private struct TokenScanner {
    private var position = 0

    mutating func scan(_ source: Span<UInt8>, _ known: Span<ScalarTraits>, into output: inout OutputSpan<UInt8>) {
        while position < source.count {
            // What stands between most words.
            guard source[position] != UInt8(ascii: " ") else {
                position &+= 1
                continue
            }
            let sign = TokenSign(source, at: position, known: known)
            switch sign.kind {
            case .letter: word(source, known, into: &output)
            case .digit: number(source, known, into: &output)
            case .bracket: position = endOfTicker(source, known) ?? position + sign.width
            case .apostrophe, .joint, .other: position += sign.width
            }
        }
    }

    private mutating func word(_ source: Span<UInt8>, _ known: Span<ScalarTraits>, into output: inout OutputSpan<UInt8>) {
        if !output.isEmpty { output.append(UInt8(ascii: " ")) }
        var hasApostrophe = false
        // Most of a text in Latin letters are words of ASCII with one space between two, and pass as they are.
        var index = position + (source[position] < 0x80 ? output.append(plainWordsOf: source, from: position) : 0)
        while true {
            var passesSpace = false
            let end = TokenSign.endOfLowercase(source, from: index, known: known, passesSpace: &passesSpace)
            output.append(copying: source.extracting(index..<end))
            index = end
            if passesSpace { hasApostrophe = false }
            guard index < source.count else { break }
            let sign = TokenSign(source, at: index, known: known)
            if sign.kind != .letter {
                guard sign.kind == .apostrophe, !hasApostrophe, isLetter(source, known, at: index + sign.width) else { break }
                hasApostrophe = true
            }
            sign.write(to: &output)
            index &+= sign.width
        }
        position = index
    }

    /// Writes digits, and the signs between them. The signs that follow the last start no token, so they are passed over too.
    private mutating func number(_ source: Span<UInt8>, _ known: Span<ScalarTraits>, into output: inout OutputSpan<UInt8>) {
        if !output.isEmpty { output.append(UInt8(ascii: " ")) }
        var written = position
        while position < source.count {
            let sign = TokenSign(source, at: position, known: known)
            guard sign.kind == .digit || sign.kind == .joint else { return }
            position += sign.width
            guard sign.kind == .digit else { continue }
            while written < position {
                let sign = TokenSign(source, at: written, known: known)
                sign.write(to: &output)
                written += sign.width
            }
        }
    }

    /// A ticker is at most 12 capitals, digits, dots and spaces in angle brackets.
    private func endOfTicker(_ source: Span<UInt8>, _ known: Span<ScalarTraits>) -> Int? {
        var next = position + TokenSign(source, at: position, known: known).width
        for length in 0...12 where next < source.count {
            let sign = TokenSign(source, at: next, known: known)
            next += sign.width
            if sign.scalar == ">" { return length > 0 ? next : nil }
            guard sign.isOfTicker else { return nil }
        }
        return nil
    }

    private func isLetter(_ source: Span<UInt8>, _ known: Span<ScalarTraits>, at position: Int) -> Bool {
        position < source.count && TokenSign(source, at: position, known: known).kind == .letter
    }
}
