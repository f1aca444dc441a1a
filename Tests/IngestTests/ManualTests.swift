// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ingest

struct ManualTests {
    @Test func `the manual of the configuration has every key of the table`() {
        let manual = SettingsTable.manual().split(separator: "\n")
        for row in SettingsTable.rows { #expect(manual.contains(".It Ic \(row.name)")) }
        #expect(manual.allSatisfy { $0.utf8.count <= 100 })
    }

    @Test(arguments: [
        ("One. Two.", ["One.", "Two."]), (".Pp", ["\\&.Pp"]), ("a\\b…", ["a\\eb..."]), ("", []),
        (String(repeating: "word ", count: 20), [Array(repeating: "word", count: 16).joined(separator: " "), "word word word word"]),
    ])
    func `running text becomes lines that troff reads as text`(text: String, expected: [String]) {
        #expect(ManualText.lines(text) == expected)
    }
}
