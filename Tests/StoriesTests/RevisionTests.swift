// SPDX-License-Identifier: Apache-2.0
import Articles
import Stories
import Testing

@Test func `begins a story with its id and revision 1`() {
    let article = Article.sample().beginning("tag:x", as: .unseen)
    #expect(article.id == "tag:x" && article.revision == 1)
    #expect(article.changeType == nil && article.supersedes == nil && article.warnings == nil && article.kind == .text)
}

@Test(arguments: [(Article.ChangeType.correction, Article.Kind.text), (.kill, .advisory), (.hold, .advisory)])
func `says that the story to be changed is not here`(change: Article.ChangeType, kind: Article.Kind) {
    let article = Article.sample().beginning("tag:x", as: .targetNotFound(change))
    #expect(article.changeType == change && article.kind == kind)
    #expect(article.warnings == ["targetNotFound"])
    #expect(article.text == Article.sampleText)
}

@Test func `follows the latest revision, and tells what changed`() {
    let before = Article.sample()
    let text = before.text + "\n\nThe owners promised an inquiry.\n\nThe inquiry begins on Monday."
    let change = before.with { $0.text = text.replacing("Nobody was hurt.", with: "Two were hurt.") }
    let article = change.following(.of(before, revision: 4), as: .update, matchedBy: Article.Match(code: "key-guid"))
    #expect(article.id == "tag:known" && article.revision == 5 && article.supersedes == before.hashes.content)
    #expect(article.changeType == .update && article.matchedBy?.code == "key-guid")
    var changes = Article.Changes(headline: false, paragraphsAdded: 3, paragraphsRemoved: 1)
    (changes.wordsAdded, changes.wordsRemoved, changes.numbersAdded) = (12, 2, ["2"])
    #expect(article.changes == changes)
}

@Test func `counts a paragraph that was sent twice and now once`() {
    let before = Article.sample(text: "One.\n\nTwo.\n\nOne.")
    let article = Article.sample(headline: "Other", text: "One.\n\nTwo.").following(
        .of(before), as: .update, matchedBy: .init(code: "key-guid"))
    #expect(article.changes?.headline == true && article.changes?.paragraphsAdded == 0 && article.changes?.paragraphsRemoved == 1)
    #expect(article.changes?.wordsAdded == 0 && article.changes?.wordsRemoved == 1)
}

@Test(arguments: [(Article.ChangeType.kill, Article.Status.canceled), (.hold, .withheld)])
func `makes a tombstone without the withdrawn words`(change: Article.ChangeType, status: Article.Status) {
    let article = Article.sample().with {
        $0.html = "<p>words</p>"
        $0.summary = "words"
        $0.media = [Article.Media(kind: .picture, caption: "words")]
        $0.bodyComplete = true
    }
    let tombstone = article.following(.of(article), as: change, matchedBy: Article.Match(code: "key-guid"))
    #expect(tombstone.status == status && tombstone.revision == 2 && tombstone.changeType == change)
    #expect(
        tombstone.text.isEmpty && tombstone.html == nil && tombstone.summary == nil && tombstone.media == nil && !tombstone.bodyComplete)
    #expect(tombstone.headline == article.headline)
}

@Test func `keeps the words of a withdrawal that says why`() {
    let notice = Article.sample(headline: "Ferry runs aground", text: "The story is withdrawn because the ferry is safe in its harbour.")
    let tombstone = notice.following(.of(.sample()), as: .kill, matchedBy: Article.Match(code: "R3"))
    #expect(tombstone.text.isEmpty && tombstone.advisory == notice.text)
}

@Test func `keeps only the reason where a withdrawal repeats the story`() {
    let reason = "The harbour office denies it all."
    let notice = Article.sample(text: Article.sampleText.replacing("214", with: "241") + "\n\n" + reason)
    #expect(notice.following(.of(.sample()), as: .kill, matchedBy: Article.Match(code: "R8")).advisory == reason)
}

@Test func `repeats no word of the story in a withdrawal, be it a subheading, or pruned`() {
    let notice = Article.sample(text: "Read on\n\n" + Article.sampleText.replacing("214", with: "241"))
    var story = KnownStory.of(.sample(text: "Read on\n\n" + Article.sampleText))
    #expect(notice.following(story, as: .kill, matchedBy: Article.Match(code: "R8")).advisory == nil)
    story.recall(nil)
    #expect(notice.following(story, as: .kill, matchedBy: Article.Match(code: "R8")).advisory == nil)
}

@Test func `points from a copy to its original, and from a doubt to the story`() {
    let related = Article.RelatedStory(id: "tag:a", score: 0.5, reason: "R7 text")
    #expect(Article.sample().beginning("tag:x", as: .related(related)).related == [related])
    #expect(Article.sample().beginning("tag:x", as: .copy(of: "tag:a")).copyOf == "tag:a")
}
