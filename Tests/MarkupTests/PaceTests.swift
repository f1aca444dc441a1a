// SPDX-License-Identifier: Apache-2.0
import Glibc
import Markup
import Testing

private let vocabulary = XMLVocabulary(names: [:], addresses: [:], prefixes: [:])

/// Found by `make fuzz TARGET=growth`: what took time in proportion to the square of its length, or grew.
@Suite struct PaceTests {
    @Test(arguments: [("", "<!--"), ("<a>", "<!--")])
    func `reads 256 KB of whatever repeats in less than a second of processor time`(head: String, piece: String) {
        let document = Array((head + String(repeating: piece, count: (256 << 10) / piece.utf8.count)).utf8)
        let start = processorTime()
        let reader = XMLReader(document, vocabulary: vocabulary)
        do throws(XMLFault) { while try reader.next() != .finish {} } catch {}  // Refused is as good as read.
        #expect(processorTime() - start < .seconds(1))
    }

    @Test(arguments: ["<a href=x>y</a>", "<img src=x>", "<img data-src=x>"]) func `repeats no long base for each of a thousand addresses`(
        piece: String
    ) {
        let text = String(repeating: piece, count: 1_000)
        let content = HTMLContent.read(text, base: "https://a.test/\(String(repeating: "b", count: 8_000))/")
        #expect(content.html.utf8.count < 8 * text.utf8.count + (64 << 10))
        #expect(content.images.reduce(0) { $0 + $1.source.utf8.count } < 3 * text.utf8.count + (64 << 10))
        #expect(HTMLContent.read(content.html, base: nil).html == content.html)
    }

    /// Of this thread alone: other tests run at the same time.
    private func processorTime() -> Duration {
        var time = timespec()
        guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
