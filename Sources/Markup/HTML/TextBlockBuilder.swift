// SPDX-License-Identifier: Apache-2.0

/// Collects the text of a document into paragraphs.
///
/// White space collapses to one space; a paragraph ends where a block element begins or ends, at two line breaks, at one line break
/// with an indent behind it, and at a blank line outside of elements that are paragraphs themselves.
struct TextBlockBuilder {
    /// What the innermost element says about the text in it.
    struct Context: Hashable {
        var kind = TextBlock.Kind.paragraph
        var figure: Int?
        var isTight = false
    }

    private(set) var blocks: [TextBlock] = []
    private var text: [UInt8] = []
    private var textContext = Context()
    private var gap = Gap()
    private var cells = 0

    /// The white space since the last character.
    private struct Gap {
        var hasSpace = false
        var newlines = 0
        var lineBreaks = 0
        /// No-break and ideographic spaces, with which feeds indent.
        var wideSpaces = 0
    }

    /// Adds decoded text.
    mutating func add(_ added: ArraySlice<UInt8>, in context: Context) {
        if context.kind == .preformatted { return addPreformatted(added, in: context) }
        let bytes = added.span
        var index = 0
        while index < bytes.count {
            let spaceLength = space(at: index, in: bytes)
            guard spaceLength == 0 else {
                index += spaceLength
                continue
            }
            closeGap(in: context)
            let end = Self.endOfRun(from: index, in: bytes)
            unsafe bytes.extracting(index..<end).withUnsafeBufferPointer { unsafe text.append(copying: $0) }
            index = end
        }
    }

    /// Adds a `<br>`.
    mutating func lineBreak(in context: Context) {
        guard context.kind == .preformatted else {
            gap.lineBreaks += 1
            return
        }
        if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
    }

    /// Begins a cell of a table's row.
    mutating func cell() {
        guard !text.isEmpty else { return }
        cells += 1
        gap = Gap()
        text.append(contentsOf: " | ".utf8)
    }

    /// Ends the paragraph, if there is one.
    mutating func endParagraph() {
        gap = Gap()
        let isRow = cells > 0
        cells = 0
        guard !text.isEmpty else { return }
        defer { text.removeAll(keepingCapacity: true) }
        while let last = text.last, last <= 0x20 || (isRow && last == UInt8(ascii: "|")) { text.removeLast() }
        guard !text.isEmpty else { return }
        // A table of one column is a layout, not a table.
        let kind = textContext.kind == .tableRow && !isRow ? .paragraph : textContext.kind
        if blocks.isEmpty { blocks.reserveCapacity(8) }
        blocks.append(TextBlock(String(valid: text), kind: kind, figure: textContext.figure))
    }
}

extension TextBlockBuilder {
    /// The end of the words from `start` on, where no word begins but a single blank stands between two.
    static func endOfRun(from start: Int, in bytes: Span<UInt8>) -> Int {
        var index = start
        while true {
            index = unsafe bytes.withUnsafeBufferPointer { bytes in
                let next = unsafe ByteScan.endOfPlainPairs(in: bytes, from: index) { block, next in
                    block.isBelow(0x20) | mayBeSpace(block) | (block.equals(0x20) & (next.isBelow(0x21) | mayBeSpace(next)))
                }
                return unsafe ByteScan.endOfPlain(in: bytes, from: next) { $0.isBelow(0x21) | mayBeSpace($0) }
            }
            guard index < bytes.count, isWithinRun(index, in: bytes) else { return index }
            index += 1
        }
    }

    /// The control character beyond the blank, and what wide spaces begin with.
    @inline(__always)
    private static func mayBeSpace(_ block: ByteBlock) -> ByteBlock.Marks {
        block.equals(0x7F) | block.equals(0xC2) | block.equals(0xE3)
    }

    /// What stands at `index` is a character after all, or a blank between two words.
    private static func isWithinRun(_ index: Int, in bytes: Span<UInt8>) -> Bool {
        guard bytes[index] == 0x20 else { return bytes[index] >= 0x80 && wideSpaceLength(at: index, in: bytes) == 0 }
        let next = index + 1
        return next < bytes.count && bytes[next] > 0x20 && bytes[next] != 0x7F && wideSpaceLength(at: next, in: bytes) == 0
    }

    private mutating func addPreformatted(_ added: ArraySlice<UInt8>, in context: Context) {
        if text.isEmpty { textContext = context }
        let start = text.isEmpty ? added.firstIndex { $0 != 0x0A && $0 != 0x0D } ?? added.endIndex : added.startIndex
        text.append(contentsOf: added[start...].lazy.filter { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 })
    }

    /// The length of the white space or control character at `index`, which is noted; 0 for any other character.
    private mutating func space(at index: Int, in bytes: Span<UInt8>) -> Int {
        let byte = bytes[index]
        if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C {
            gap.hasSpace = true
            if byte == 0x0A { gap.newlines += 1 }
            return 1
        }
        if byte < 0x20 || byte == 0x7F { return 1 }
        let wide = Self.wideSpaceLength(at: index, in: bytes)
        if wide > 0 { gap.wideSpaces += 1 }
        return wide
    }

    /// The length of U+00A0 or U+3000 at `index`, else 0.
    private static func wideSpaceLength(at index: Int, in bytes: Span<UInt8>) -> Int {
        if bytes[index] == 0xC2 { return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0 }
        guard bytes[index] == 0xE3, index + 2 < bytes.count else { return 0 }
        return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
    }

    /// Turns the white space before a word into a new paragraph, a space or nothing.
    private mutating func closeGap(in context: Context) {
        let isIndented = gap.wideSpaces >= 2
        let breaksLine = gap.lineBreaks > 0 || (gap.newlines > 0 && !context.isTight)
        if gap.lineBreaks > 1 || (gap.newlines > 1 && !context.isTight) || (isIndented && breaksLine) {
            endParagraph()
        } else if !text.isEmpty, gap.hasSpace || gap.lineBreaks > 0 || gap.wideSpaces > 0, text.last != UInt8(ascii: " ") {
            text.append(UInt8(ascii: " "))
        }
        if text.isEmpty { textContext = context }
        gap = Gap()
    }
}
