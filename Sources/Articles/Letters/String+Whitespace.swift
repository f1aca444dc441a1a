// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        guard hasOuterSpace else { return String(self) }
        guard let start = unicodeScalars.firstIndex(where: { !$0.isWhiteSpace }),
            let end = unicodeScalars.lastIndex(where: { !$0.isWhiteSpace })
        else { return "" }
        return String(self[start..<unicodeScalars.index(after: end)])
    }

    /// The text with every run of white space as one space, and none at its ends.
    var collapsed: String {
        // Paragraphs come collapsed from the reader of HTML; to see that costs a tenth of doing it again.
        guard !isCollapsed else { return String(self) }
        return unicodeScalars.split(whereSeparator: \.isWhiteSpace).map { self[$0.startIndex..<$0.endIndex] }.joined(separator: " ")
    }

    private var hasOuterSpace: Bool {
        unicodeScalars.first?.isWhiteSpace == true || unicodeScalars.last?.isWhiteSpace == true
    }

    private var isCollapsed: Bool {
        var isBehindSpace = true
        for scalar in unicodeScalars {
            guard scalar.isWhiteSpace else {
                isBehindSpace = false
                continue
            }
            guard scalar == " ", !isBehindSpace else { return false }
            isBehindSpace = true
        }
        return !isBehindSpace || isEmpty
    }
}

extension Optional where Wrapped == String {
    /// The text without white space at its ends, or nil where nothing is left.
    var trimmedIfAny: String? {
        guard let text = self?.trimmed, !text.isEmpty else { return nil }
        return text
    }
}
