// SPDX-License-Identifier: Apache-2.0

/// A made-up story: words of one script, none of which anybody wrote.
struct Story {
    /// The letters that a language's words are made of.
    enum Script: CaseIterable {
        case latin, cyrillic, han
    }

    var headline: String
    var paragraphs: [String]
    var number: Int

    init(_ script: Script, number: Int, dice: inout Dice) {
        self.number = number
        headline = Self.words(dice.throwing(5..<11), of: script, &dice)
        paragraphs = (0..<dice.throwing(2..<7)).map { _ in Self.words(dice.throwing(20..<70), of: script, &dice) + "." }
    }

    var address: String { "https://wire.example.com/2026/02/20/story-\(number)?from=rss&n=\(number)" }
    var picture: String { "https://img.example.com/20260220/\(number).jpg" }
    var minutes: String { String("0\(number % 60)".suffix(2)) }

    /// The body as HTML, with what bodies have in them.
    var html: String {
        let lead = paragraphs.first ?? ""
        let rest = paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined(separator: "\n")
        let image = "<img src=\"\(picture)\" alt=\"\(headline)\" width=\"640\" height=\"360\"/>"
        return """
            <p>BEIJING, Feb. 20 (Example) -- \(lead)</p>
            \(image)
            \(rest)<p><a href="\(address)">More &gt;&gt;</a>&nbsp;&copy; Example</p>
            """
    }

    private static func words(_ count: Int, of script: Script, _ dice: inout Dice) -> String {
        var text = ""
        for index in 0..<count {
            if index > 0, script != .han { text += " " }
            for _ in 0..<dice.throwing(2..<10) { text.unicodeScalars.append(letter(of: script, &dice)) }
        }
        return text
    }

    private static func letter(of script: Script, _ dice: inout Dice) -> Unicode.Scalar {
        let (first, count): (UInt32, Int) =
            switch script {
            case .latin: (0x61, 26)
            case .cyrillic: (0x430, 32)
            case .han: (0x4E00, 2_000)
            }
        return Unicode.Scalar(first + UInt32(dice.throwing(0..<count))) ?? "?"
    }
}

extension String {
    /// As text between tags, or in an attribute.
    var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
