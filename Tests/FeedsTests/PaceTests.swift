// SPDX-License-Identifier: Apache-2.0
import Feeds
import TestSupport
import Testing

/// Found by fuzzing and by sweeps: pieces that took time in proportion to the square of their number, or came back in full or many times over.
@Suite struct PaceTests {
    @Test(arguments: ["\u{1F1E6}", "<p>\u{1F1E6}", "e\u{301}"])
    func `refuses 256 KB of whatever repeats in less than a second of processor time`(piece: String) {
        let document = Array(String(repeating: piece, count: (256 << 10) / piece.utf8.count).utf8)
        #expect(processorTime { _ = outcome(document) } < .seconds(1))
    }

    @Test(arguments: ["<a%></a%>", "<rss>&a%;</rss>", "<rss><a%></rss>", "%<"])
    func `keeps its messages short, whatever one character consists of`(document: String) {
        let long = document.replacing("%", with: String(repeating: "\u{301}", count: 10_000))
        switch outcome(Array(long.utf8)) {
        case .success(let feed): #expect(feed.repairs.allSatisfy { $0.utf8.count < 1_024 })
        case .failure(let error): #expect(error.message.utf8.count < 1_024)
        }
    }

    @Test func `repeats no long base for each of five hundred addresses`() throws {
        let items = String(repeating: "<item><title>1</title>\(String(repeating: "<enclosure url='?'/>", count: 32))</item>", count: 16)
        let bases = String(repeating: "<channel xml:base='\(String(repeating: "b", count: 7_000))/'>", count: 20)
        let feed = try outcome(Array("<rss xml:base='http://a.test/'>\(bases)<title>t</title>\(items)".utf8)).get()
        let addresses = feed.items.flatMap(\.enclosures).map(\.url)
        #expect(addresses.count == 16 * 32)
        #expect(addresses.reduce(0) { $0 + $1.utf8.count } < 3 << 20)
        #expect(feed.repairs.contains("addresses left relative to a long base"))
    }

    @Test(arguments: [#"{"a":1}"#, "[]", "{}", "[[[]]]"]) func `refuses JSON of more objects than a feed has`(piece: String) {
        let document = #"{"version":"https://jsonfeed.org/version/1.1","items":["# + String(repeating: "\(piece),", count: 30_000) + "{}]}"
        #expect(outcome(Array(document.utf8)) == .failure(FeedError(.tooManyElements, "stopped by a limit: too-many-elements")))
    }

    @Test(arguments: ["1", "null", "true", #""a""#]) func `refuses JSON of more values than a feed has`(piece: String) {
        let document = #"{"version":"https://jsonfeed.org/version/1.1","x":["# + String(repeating: "\(piece),", count: 500_000) + "1]}"
        #expect(outcome(Array(document.utf8)) == .failure(FeedError(.tooManyElements, "stopped by a limit: too-many-elements")))
    }
}
