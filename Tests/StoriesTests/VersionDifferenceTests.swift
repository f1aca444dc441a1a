// SPDX-License-Identifier: Apache-2.0
import Articles
import Stories
import Testing

@Suite struct VersionDifferenceTests {
    private func words(_ difference: VersionDifference) -> [String] {
        difference.text.map { paragraph in
            let signs: [VersionDifference.Run.Fate: String] = [.removed: "-", .added: "+"]
            return paragraph.map { signs[$0.fate, default: ""] + $0.words }.joined(separator: " | ")
        }
    }

    @Test func `tells words that stayed from those that came and went`() {
        let before = Article.sample(text: "Ferry aground with 214 on board.\n\nNobody was hurt.\n\nTugs came.")
        let after = Article.sample(
            text: "Ferry aground with 231 people on board.\n\nNobody was hurt.\n\nAn inquiry begins.\n\nThe wind eased.")
        let difference = VersionDifference(from: before, to: after)
        #expect(
            words(difference) == [
                "Ferry aground with | -214 | +231 people | on board.", "Nobody was hurt.", "-Tugs came. | +An inquiry begins.",
                "+The wind eased.",
            ])
        #expect(difference.fields.isEmpty)
    }

    @Test func `names the fields that changed`() {
        let before = Article.sample()
        let after = before.with {
            $0.headline = "Ferry freed"
            $0.status = .canceled
            $0.byline = ["Ann Lee"]
        }
        let fields = VersionDifference(from: before, to: after).fields
        #expect(fields.map(\.name) == ["status", "headline", "byline"])
        #expect(fields.map(\.before) == ["usable", before.headline, nil] && fields.map(\.after) == ["canceled", "Ferry freed", "Ann Lee"])
    }

    @Test func `finds nothing between equal versions`() {
        let difference = VersionDifference(from: .sample(), to: .sample())
        #expect(difference.fields.isEmpty && difference.text.isEmpty)
    }

    @Test func `shows a paragraph of endless words whole`() {
        let long = Array(repeating: "word", count: 4000).joined(separator: " ")
        #expect(words(VersionDifference(from: .sample(text: long), to: .sample(text: long + " more"))) == ["-\(long) | +\(long) more"])
    }
}
