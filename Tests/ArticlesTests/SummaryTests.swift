// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Articles

struct SummaryTests {
    @Test(arguments: [
        ("Rain fell", "Rain fell on Lagos.", true),
        ("Rain  fell\non…", "Rain fell on Lagos.", true),
        ("Rain fell on [...]", "Rain\u{A0}fell\u{2003}on Lagos.", true),
        ("Rainfell", "Rain fell", true),
        ("Rain fell", "Rain\u{2009}fell", true),
        ("Rain ‘fell’", "Rain ’fell‘", false),
        ("Rain fell on Lagos", "Rain fell", false),
        ("Snow fell", "Rain fell", false),
        (" … ", "Rain fell", true),
        ("", "", true),
        ("Дождь\u{3000}шёл", "Дождь шёл в Омске.", true),
    ])
    func `a summary is told where the text begins as it does, whatever the spacing`(summary: String, text: String, isTold: Bool) {
        #expect(Summary.isPrefix(summary, of: text) == isTold)
    }
}
