// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Markup

struct StringSearchTests {
    @Test(arguments: [
        (text: "Ann Lee for The Times", isFound: true), (text: " for ", isFound: true), (text: "  for for", isFound: true),
        (text: "for ", isFound: false),
        (text: " for", isFound: false), (text: "", isFound: false), (text: "日本 for 日本", isFound: true), (text: " fo for f", isFound: true),
    ])
    func `finds a literal wherever it stands`(example: (text: String, isFound: Bool)) {
        #expect(example.text.holds(" for ") == example.isFound)
    }
}
