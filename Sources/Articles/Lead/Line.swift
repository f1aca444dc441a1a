// SPDX-License-Identifier: Apache-2.0

/// The beginning of a paragraph as an array of scalars, on which the forms of a lead are read.
///
/// Every reader takes a position and answers what it read and where that ends, or nil. Reading past the end gives NUL, which
/// belongs to no form, so that no reader can run off. All of them look ahead a bounded distance: a lead is read in linear time.
struct Line: Sendable {
    /// Longer than any caption with its dateline.
    static let limit = 2_000

    let scalars: [Unicode.Scalar]
    /// Nothing of the text is left out.
    let isWhole: Bool
    private let source: String
    /// The byte of the source at which the line begins.
    private let start: Int
    /// Every scalar is one byte of the source.
    private let isASCII: Bool

    init(_ text: some StringProtocol) {
        self.init(first: Self.limit, of: text)
    }

    /// The first so many scalars of a text.
    init(first length: Int, of text: some StringProtocol) {
        self.init(String(text), from: 0, length: length)
    }

    /// The last so many scalars of a text.
    init(last length: Int, of text: String) {
        let bytes = text.utf8Span.span
        var index = bytes.count
        var left = length
        while index > 0, left > 0 {
            index -= 1
            if bytes[index] & 0xC0 != 0x80 { left -= 1 }
        }
        self.init(text, from: index, length: length)
    }

    private init(_ source: String, from start: Int, length: Int) {
        let text = source.utf8Span
        let bytes = text.span
        var end = start
        var scalars: [Unicode.Scalar] = []
        let most = min(bytes.count - start, length)
        // Appending nothing to an empty array would write into the storage that all empty arrays share.
        if most > 0 {
            scalars.append(addingCapacity: most) { scalars in
                if text.isKnownASCII {
                    for index in start..<start + most { scalars.append(Unicode.Scalar(bytes[index])) }
                    end = start + most
                }
                while end < bytes.count, scalars.count < most { scalars.append(Unicode.Scalar(bytes, at: &end)) }
            }
        }
        isWhole = scalars.count < length
        isASCII = end - start == scalars.count
        (self.source, self.start, self.scalars) = (source, start, scalars)
    }

    var count: Int { scalars.count }

    subscript(_ position: Int) -> Unicode.Scalar {
        scalars.indices.contains(position) ? scalars[position] : "\0"
    }

    /// The text between two positions.
    func text(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<count)
        let start = offset(of: range.lowerBound)
        let end = start + width(of: range)
        guard start > 0 || end < source.utf8.count else { return source }
        return String(source[index(start)..<index(end)])
    }

    /// All of the text that stands before `position`, also what is no part of the line.
    func text(before position: Int) -> Substring { source[..<index(offset(of: position))] }

    /// All of the text from `position` on, also what is no part of the line.
    func text(from position: Int) -> Substring { source[index(offset(of: position))...] }

    /// The scalars between two positions.
    func word(_ range: Range<Int>) -> ArraySlice<Unicode.Scalar> {
        scalars[range.clamped(to: 0..<count)]
    }

    /// The range without blanks at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var bounds = range.clamped(to: 0..<count)
        while !bounds.isEmpty, scalars[bounds.lowerBound].isSpace { bounds = bounds.lowerBound + 1..<bounds.upperBound }
        while !bounds.isEmpty, scalars[bounds.upperBound - 1].isSpace { bounds = bounds.lowerBound..<bounds.upperBound - 1 }
        return bounds
    }

    /// The first position from `start` on that holds no blank.
    func skippingSpaces(_ start: Int) -> Int {
        var position = start
        while self[position].isSpace { position += 1 }
        return position
    }

    /// `literal` stands at `position`.
    func has(_ literal: String, at position: Int) -> Bool {
        var next = position
        for scalar in literal.unicodeScalars {
            guard self[next] == scalar else { return false }
            next += 1
        }
        return true
    }

    /// The end of the run of non-blanks that begins at `start`.
    func wordEnd(_ start: Int) -> Int {
        var position = start
        while position < count, !scalars[position].isSpace { position += 1 }
        return position
    }

    /// A sentence may begin at `position`: a capital, a digit, an opening quote, or a script without capitals.
    func opensSentence(at position: Int) -> Bool {
        let scalar = self[position]
        if scalar.isUppercase || scalar.isDigit || scalar.isOpeningQuote { return true }
        return scalar.isLetter && !scalar.isLowercase
    }
}

private extension Line {
    /// The bytes of the source before `position`.
    func offset(of position: Int) -> Int { start + width(of: 0..<min(position, count)) }

    /// In bytes.
    func width(of range: Range<Int>) -> Int {
        isASCII ? range.count : scalars[range].reduce(0) { $0 + UTF8.width($1) }
    }

    func index(_ offset: Int) -> String.Index { source.utf8.index(source.startIndex, offsetBy: offset) }
}
