// SPDX-License-Identifier: Apache-2.0
import Feeds
import Testing

@testable import Articles

@Suite struct NoticeTests {
    private func article(_ paragraphs: [String], slug: String? = nil, title: String = "Storm nears coast") throws -> Article {
        var sample = ItemSample(summary: paragraphs.map { "<p>\($0)</p>" }.joined())
        sample.item.title = MarkupText(title)
        sample.item.identifier = slug
        return try sample.article()
    }

    @Test(
        arguments: [
            (["STORY WITHDRAWN", "Its source was not what it said."], nil, .kill), (["(MANDATORY KILL)", "It is not true."], nil, .kill),
            (["WITHDRAWN: the storm was another."], nil, .kill), (["EDITORS: Please kill the story slugged STORM."], nil, .kill),
            (["The storm was near on Sunday.", "STORY WITHDRAWN"], nil, .kill), (["It is not true."], "STORM-COAST/ (WITHDRAWN)", .kill),
            (["撤稿", "该报道不实。"], nil, .kill), (["CORRECTION: In the story on the storm, read Bari."], nil, .correction),
            (["RECTIFICATIF", "La tempête arrive."], nil, .correction),
        ] as [([String], String?, Article.ChangeType)])
    func `finds the label of a change in text and slug`(paragraphs: [String], slug: String?, change: Article.ChangeType) throws {
        let article = try article(paragraphs, slug: slug)
        #expect(article.changeType == change)
        #expect(article.status == (change == .kill ? .canceled : .usable))
        #expect(article.text == paragraphs.joined(separator: "\n\n"), "the text stays as it is")
    }

    @Test func `finds the kill in a note to editors`() throws {
        let article = try article(["ATTENTION EDITORS: Please kill the story slugged STORM.", "The storm is near."])
        #expect(article.status == .canceled && article.advisory == "ATTENTION EDITORS: Please kill the story slugged STORM.")
    }

    @Test(arguments: [
        "KILL BILL is shown again on the coast.", "Withdrawn: the minister's bill on storms.",
        "EDITORS: the list of storms follows at noon.",
        "CORRECTION fluid ran out in Bari.", "HOLD the line, said the captain.",
    ])
    func `leaves a text alone that only begins like one`(text: String) throws {
        let article = try article([text])
        #expect(article.changeType == nil && article.markers == nil && article.status == .usable)
    }
}
