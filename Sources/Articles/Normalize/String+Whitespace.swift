// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        guard let start = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(String.UnicodeScalarView(unicodeScalars[start...end]))
    }

    /// The text with every run of white space as one space, and none at its ends.
    var collapsed: String {
        unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}

extension Optional where Wrapped == String {
    /// The text without white space at its ends, or nil where nothing is left.
    var trimmedIfAny: String? {
        guard let text = self?.trimmed, !text.isEmpty else { return nil }
        return text
    }
}
