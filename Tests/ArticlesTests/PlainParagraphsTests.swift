import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import Articles

struct PlainParagraphsTests {
    @Test(arguments: [
        (text: "One.\n\nTwo\nlines.", paragraphs: ["One.", "Two lines."]),
        (text: "\r\n One.\r\n \r\nTwo.\r\n", paragraphs: ["One.", "Two."]),
        (text: "One is\n  long.\n    Two is\n  long.", paragraphs: ["One is long.", "Two is long."]),
        (text: "　　一。\n　　二", paragraphs: ["一。", "二"]),
        (text: "A caption. (Xinhua/A B)\nOne said: \"Yes.\"\nTwo", paragraphs: ["A caption. (Xinhua/A B)", "One said: \"Yes.\"", "Two"]),
        (text: "A line that was\nbroken by width. Then\nmore.", paragraphs: ["A line that was broken by width. Then more."]),
        (text: "One   line", paragraphs: ["One line"]),
        (text: " \n\t\n", paragraphs: []),
        (text: "", paragraphs: []),
        (text: "One.\rTwo.\u{2028}Three.\u{85}Four.\n", paragraphs: ["One.", "Two.", "Three.", "Four."]),
        (text: "One\u{2029}\u{2029}Two\u{A0}\u{2003}and\u{3000}more", paragraphs: ["One", "Two and more"]),
    ])
    func `tells paragraphs from broken lines`(example: (text: String, paragraphs: [String])) {
        #expect(PlainParagraphs.split(example.text) == example.paragraphs)
    }
}
