// SPDX-License-Identifier: Apache-2.0
import Glibc
import Markup
import Testing

private let vocabulary = XMLVocabulary(names: [:], addresses: [:], prefixes: [:])

/// Found by `make fuzz TARGET=growth`: what took time in proportion to the square of its length.
@Suite struct PaceTests {
    @Test(arguments: [("", "<!--"), ("<a>", "<!--")])
    func `reads 256 KB of whatever repeats in less than a second of processor time`(head: String, piece: String) {
        let document = Array((head + String(repeating: piece, count: (256 << 10) / piece.utf8.count)).utf8)
        let start = processorTime()
        let reader = XMLReader(document, vocabulary: vocabulary)
        do throws(XMLFault) { while try reader.next() != .finish {} } catch {}  // Refused is as good as read.
        #expect(processorTime() - start < .seconds(1))
    }

    /// Of this thread alone: other tests run at the same time.
    private func processorTime() -> Duration {
        var time = timespec()
        guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
