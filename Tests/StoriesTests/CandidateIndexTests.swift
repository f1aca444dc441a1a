// SPDX-License-Identifier: Apache-2.0
import Articles
import Stories
import Testing

@Suite struct CandidateIndexTests {
    private let hour: Int64 = 3_600_000

    /// A text of `count` words that no other seed has.
    private func text(_ seed: Int, count: Int = 60) -> String {
        (0..<count).map { "w\(seed)x\(($0 * 7919 + seed * 31) % 9973)" }.joined(separator: " ")
    }

    private func sketch(_ headline: String, _ text: String) -> CandidateIndex.Sketch { Clues(.wire(headline, text)).sketch }

    @Test func `finds a story by a part of its text`() {
        var index = CandidateIndex()
        for seed in 1...500 { index.insert(sketch("Story \(seed)", text(seed)), sequence: Int64(seed), time: Int64(seed) * hour / 10) }
        let longer = text(77) + " " + text(9000)
        #expect(index.candidates(for: sketch("Other", longer), limit: 8).first == 77)
        #expect(index.candidates(for: sketch("Other", text(9001)), limit: 8).isEmpty)
    }

    @Test func `finds a story by the words of its headline, whatever their order`() {
        var index = CandidateIndex()
        index.insert(sketch("Minister resigns over ferry", text(1)), sequence: 5_000_000_000, time: 0)
        #expect(index.candidates(for: sketch("Over ferry, minister resigns", text(2)), limit: 8) == [5_000_000_000])
    }

    @Test func `finds the story that a correction is about by its subject`() {
        var index = CandidateIndex()
        index.insert(sketch("Harwick Mills lifts profit", text(1)), sequence: 4, time: 0)
        let correction = sketch("Harwick Mills corrects figures", text(2))
        #expect(index.candidates(for: correction, limit: 8).isEmpty)
        #expect(index.candidates(for: correction, bySubject: true, limit: 8) == [4])
    }

    @Test func `forgets what is older than 96 hours`() {
        var index = CandidateIndex()
        index.insert(sketch("Old", text(1)), sequence: 1, time: 0)
        index.insert(sketch("Young", text(1)), sequence: 2, time: 50 * hour)
        index.forget(before: 96 * hour)
        #expect(index.candidates(for: sketch("Now", text(1)), limit: 8) == [2, 1])
        index.forget(before: 103 * hour)
        #expect(index.candidates(for: sketch("Now", text(1)), limit: 8) == [2])
    }

    @Test func `ignores a template that more than fifty stories share`() {
        var index = CandidateIndex()
        for n in 1...60 { index.insert(sketch("Notice \(n)", text(1)), sequence: Int64(n), time: Int64(n) * hour) }
        #expect(index.candidates(for: sketch("Notice", text(1)), limit: 8).isEmpty)
    }

    @Test func `takes at most 400 bytes a story`() {
        var index = CandidateIndex()
        let count = 4000
        for seed in 1...count { index.insert(sketch("Story \(seed)", text(seed)), sequence: Int64(seed), time: Int64(seed)) }
        #expect(index.bytes / count <= 400)
    }
}
