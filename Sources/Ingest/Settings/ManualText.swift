// SPDX-License-Identifier: Apache-2.0

/// Running text as lines of a manual page's source (mdoc(7)).
public enum ManualText {
    /// Each sentence begins a line, no line is longer than 80 bytes where blanks allow, and nothing is taken for a command.
    public static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: { " \n".contains($0) }).map(escaped) {
            if !line.isEmpty, line.utf8.count + word.utf8.count >= 80 || line.hasSuffix(".") || line.hasSuffix("?") {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? word : " " + word
        }
        return (lines + [line]).filter { !$0.isEmpty }.map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : $0 }
    }

    private static func escaped(_ word: Substring) -> String {
        word.reduce(into: "") { text, character in text += escapes[character] ?? String(character) }
    }

    /// What troff would read as something else, or would print as something else (groff_char(7)).
    private static let escapes: [Character: String] = [
        "\\": "\\e", "…": "...", "~": "\\(ti", "^": "\\(ha", "`": "\\(ga", "–": "-", "→": "->",
    ]
}
