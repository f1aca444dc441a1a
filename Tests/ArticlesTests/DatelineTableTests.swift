// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation
import Testing

/// The lines of Fixtures/datelines.txt: every agency's form in eleven languages and more, and sentences that only look like one.
@Suite struct DatelineTableTests {
    private static let rows: [DatelineRow] = {
        let url = Bundle.module.url(forResource: "datelines", withExtension: "txt", subdirectory: "Fixtures")
        let text = url.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(DatelineRow.init)
    }()

    @Test func `holds more than three hundred lines`() {
        #expect(Self.rows.count > 300)
    }

    @Test(arguments: rows)
    func `reads the line`(row: DatelineRow) {
        let received = Date(timeIntervalSince1970: 1_718_409_600)  // 2024-06-15
        let lead = Lead.peel([Lead.Paragraph(row.line)], published: nil, received: received)
        #expect(lead.dateline?.place == row.place)
        #expect(lead.dateline?.agencyRaw == row.agency)
        #expect(row.day == nil ? lead.dateline?.date == nil : lead.dateline?.date?.hasSuffix(row.day ?? "") == true)
        let isTaken = row.agency != nil || row.day != nil
        #expect(lead.paragraphs == [isTaken ? row.story : row.line])
    }
}

struct DatelineRow: Sendable, CustomTestStringConvertible {
    var place: String?
    var agency: String?
    var day: String?
    var line: String
    var story: String

    init?(_ row: Substring) {
        let fields = row.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5 else { return nil }
        let isNone = fields[4].hasPrefix("!")
        let parts = fields[4].drop { $0 == "!" }.split(separator: "^", omittingEmptySubsequences: false).map(String.init)
        line = parts.joined()
        story = parts.last ?? ""
        guard !isNone else { return }
        let field = { (index: Int) in fields[index] == "-" ? nil : fields[index] }
        (place, agency, day) = (field(1), field(2), field(3))
    }

    var testDescription: String { line }
}
