// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation
import Testing

struct SuperdeskTests {
    @Test(arguments: SampleArticles.all + [SampleArticles.impossible])
    func `every record has what the ingest demands`(article: Article) throws {
        let bytes = OutputFormat.superdesk.render(article, versionCreated: OutputFormatTests.now)
        #expect(bytes.allSatisfy { $0 < 0x7F })
        let record = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let uri = try #require(record["uri"] as? String)
        #expect(record["guid"] as? String == uri)
        #expect(!uri.isEmpty)
        #expect(record["type"] as? String == "text")
        #expect(record["versioncreated"] as? String == "2018-02-21T08:00:00Z")
        #expect(try #require(record["firstcreated"] as? String) <= "2018-02-21T08:00:00Z")
        #expect(try #require(record["headline"] as? String).contains { !$0.isWhitespace })
        #expect(record["associations"] == nil)
        for key in ["subject", "genre", "place"] {
            for concept in record[key] as? [[String: Any]] ?? [] {
                #expect((concept["name"] as? String)?.isEmpty == false && (concept["code"] as? String)?.isEmpty == false)
            }
        }
    }

    @Test func `a kill carries its status and no body`() throws {
        let record = try record(SampleArticles.kill)
        #expect(record["pubstatus"] as? String == "canceled")
        #expect(record["body_text"] == nil && record["body_html"] == nil && record["description_text"] == nil)
        #expect((record["ednote"] as? String)?.contains("STORY WITHDRAWN") == true)
    }

    @Test func `the dateline stands in the body and in extra`() throws {
        let record = try record(SampleArticles.full)
        let html = try #require(record["body_html"] as? String)
        #expect(html == "<p>OLD TOWN, Wyo., Feb. 20 (Xinhua) -- The river rose.</p><p>It fell &lt;again&gt; &amp; \"rested\".</p>")
        let extra = try #require((record["extra"] as? [String: Any])?["wirespool"] as? [String: Any])
        #expect(extra["dateline_raw"] as? String == "OLD TOWN, Wyo., Feb. 20 (Xinhua) --")
        #expect(extra["revision"] as? Int == 3)
        #expect(record["located"] as? String == "Old Town")
    }

    @Test func `a story without headline borrows its first words`() throws {
        #expect(try record(SampleArticles.minimal)["headline"] as? String == "Only a line.")
        #expect(try record(SampleArticles.captionOnly)["headline"] as? String == "A bridge.")
        #expect(try record(SampleArticles.captionOnly)["body_html"] as? String == "<p>A bridge.</p>")
    }

    @Test func `no markup of a publisher survives in the body`() throws {
        let html = try #require(record(SampleArticles.hostile)["body_html"] as? String)
        #expect(
            Array(html.utf8).split(separator: UInt8(ascii: "<")).allSatisfy { $0.starts(with: "p>".utf8) || $0.starts(with: "/p>".utf8) })
    }

    @Test func `an embargo that is over is not named`() throws {
        var article = SampleArticles.full
        #expect(try record(article)["embargoed"] == nil)
        article.embargoedUntil?.utc = "2018-03-01T00:00:00Z"
        #expect(try record(article)["embargoed"] as? String == "2018-03-01T00:00:00Z")
    }

    private func record(_ article: Article) throws -> [String: Any] {
        let bytes = OutputFormat.superdesk.render(article, versionCreated: OutputFormatTests.now)
        return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
}
