// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import FoundationEssentials
import TestSupport
import Testing

/// Withdrawals, whatever key they come under and however they name their story.
@Suite struct WithdrawalTests {
    private let directory: TemporaryDirectory
    private let catalog: Catalog

    private static let headline = "Ferry with 214 aboard runs aground near Bari"
    private static let text = """
        The ferry Aurelia ran aground on Sunday morning near Bari with 214 people on board, the harbour office said. Nobody was hurt. Tugs \
        from three harbours were on their way, and the owners of the ship promised an inquiry.
        """

    init() throws {
        directory = try TemporaryDirectory()
        catalog = try Catalog(directory: directory.path)
    }

    /// A notice under a guid and link of its own, its headline read as the normaliser reads it.
    private func notice(_ raw: String, _ text: String, slug: String? = nil) -> Article {
        let headline = Headline.read(raw, agency: nil)
        var article = Article.item(
            50, headline: headline.text, text: text, minute: 40, markers: headline.markers.isEmpty ? nil : headline.markers)
        (article.headlineRaw, article.changeType, article.status, article.slug) = (
            raw, headline.changeType, headline.status ?? .usable, slug
        )
        return article
    }

    private func publish() async throws -> String {
        let others = [
            Article.item(
                1, headline: "Ferry crews strike in Genoa over pay",
                text: "Crews of ferries in Genoa stopped work over pay, their union said."),
            .item(2, headline: "Storm keeps ferries in port near Ancona", text: "A storm kept the ferries of Ancona in port on Sunday."),
        ]
        let story = Article.item(3, headline: Self.headline, text: Self.text, minute: 5)
        return try #require(try await catalog.commit(.of([story] + others)).receipts.first { $0.headline == Self.headline }).id
    }

    @Test(
        arguments: [
            ("STORY WITHDRAWN-\(headline)", "The story is withdrawn.", nil), ("KILL: \(headline)", "", nil),
            ("KILL: \(headline)", text, nil),
            ("WITHDRAWAL: Ferry aground near Bari", "The story is withdrawn.", nil), ("KILL: Bari ferry", "Do not use it.", nil),
            ("WITHDRAWAL: ferry story", "The story headlined \"\(headline)\" is withdrawn.", nil),
            ("STORY WITHDRAWN", "The story headlined \"\(headline)\" is withdrawn.", nil),
            ("KILL-FERRY WITH 214 ABOARD RUNS AGROUND NEAR BARI", "It is not true.", nil), ("Killed: \(headline)", "It is not true.", nil),
            ("Withdrawn: \(headline)", "", nil), ("KILL \(headline)", "Do not use it.", nil),
            (headline, "Do not use the story. It is not true.", "BC-FERRY-BARI-KILL"),
        ] as [(String, String, String?)])
    func `cancels the story that is meant`(raw: String, text: String, slug: String?) async throws {
        let id = try await publish()
        let commitment = try await catalog.commit(.of([notice(raw, text, slug: slug)], at: 60))
        #expect(commitment.verdicts == ["kill r2"] && commitment.receipts[0].id == id)
        let tombstone = try Article(json: try #require(try await catalog.versions(after: 3, limit: 1).first).record)
        #expect(tombstone.status == .canceled && tombstone.text.isEmpty)
        // The notice stays in the feed, and is known.
        #expect(try await catalog.commit(.of([notice(raw, text, slug: slug)], at: 120)).counts.unchanged == 1)
    }

    @Test(
        arguments: [
            ("WITHDRAWAL: Ferry near port", "The story is withdrawn."), ("KILL: A quite different thing", "It is not true."),
            ("STORY WITHDRAWN", "It is not true."),
        ])
    func `cancels none where several are meant or nothing is`(raw: String, text: String) async throws {
        _ = try await publish()
        let commitment = try await catalog.commit(.of([notice(raw, text)], at: 60))
        #expect(commitment.verdicts == ["new r1"] && commitment.receipts[0].code == "targetNotFound")
    }

    @Test(
        arguments: [
            ("Killed: captain of ferry aground near Bari", "The captain was killed, his family said."),
            (
                "\(headline), killed",
                "Nobody was killed when the ferry ran aground, the harbour office said on Monday, and the inquiry begins."
            ),
            ("Minister withdrawn from inquiry on ferry near Bari", "The minister leaves the inquiry."),
        ])
    func `takes ordinary words for no withdrawal`(raw: String, text: String) async throws {
        let id = try await publish()
        let commitment = try await catalog.commit(.of([notice(raw, text)], at: 60))
        #expect(commitment.receipts[0].id != id || commitment.receipts[0].verdict != .kill)
    }
}
