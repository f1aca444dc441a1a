// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Documents
import Foundation
import Glibc
import Markup
import Stories

/// What it costs to know a story: time of the processor, memory, and what the index of candidates misses.
enum StoryCosts {
    static func printAll(pairs paths: [String]) async throws {
        let pairs = try paths.flatMap(Pair.read)
        try await printDecisions(count: 4_000)
        printMemory(count: 1_300_000)
        guard !pairs.isEmpty else { return print("(name files of labelled pairs to measure candidates and verdicts, too)") }
        printRecall(pairs)
        printVerdicts(pairs)
    }
}

extension StoryCosts {
    private static func printDecisions(count: Int) async throws {
        var stream = NewsStream(seed: 7)
        let stories = (0..<count).map { stream.next(seconds: $0 * 8) }
        var clues: [Clues] = []
        line("clues of a story", microseconds(each: count) { clues = stories.map { Clues($0) } })
        var portraits: [Portrait] = []
        line("portrait of a story", microseconds(each: count) { portraits = stories.map { Portrait($0) } })
        var index = CandidateIndex()
        var found: [[Int64]] = []
        line(
            "search among 96 hours, and insertion",
            microseconds(each: count) {
                for (number, clues) in clues.enumerated() {
                    found.append(index.candidates(for: clues.sketch, limit: 24))
                    index.insert(clues.sketch, sequence: Int64(number), time: Int64(number) * 8_000)
                }
            })
        let compared = found.reduce(0) { $0 + min($1.count, 8) }
        let known = KnownStory(id: "tag:known", revision: 1, found: .likeness)
        var sure = 0
        let each = microseconds(each: max(1, compared)) {
            for (number, candidates) in found.enumerated() {
                for candidate in candidates.prefix(8) {
                    let likeness = Likeness(
                        portraits[number], to: known, version: portraits[Int(candidate)], isRecurring: false, publisher: "")
                    sure += likeness.verdict == "sure" ? 1 : 0
                }
            }
        }
        line("comparison with a candidate", each)
        print("  candidates a story: \(tenths(Double(compared) / Double(count))), surely one: \(sure)")
        try printWhole(stories)
        try await printCommits(stories)
    }

    /// The decision by itself, as the catalog makes it: what was found is read from its record, unless it is among the last 512.
    private static func printWhole(_ stories: [Article]) throws {
        let records = stories.map { story in
            var json = JSONWriter()
            story.write(into: &json)
            return json.bytes
        }
        var index = CandidateIndex()
        var recent: [Int: Portrait] = [:]
        var known = KnownStory(id: "tag:known", revision: 1, found: .likeness)
        known.publisher = "wire"
        var revisions = 0
        let before = processorSeconds()
        for (number, story) in stories.enumerated() {
            let clues = Clues(story)
            var likenesses: [Likeness] = []
            let found = index.candidates(for: clues.sketch, limit: 24).prefix(8).map { Int($0) }
            let portrait = found.isEmpty ? nil : Portrait(story, clues: clues)
            for found in found {
                guard let portrait else { break }
                let other = try recent[found] ?? Portrait(Article(json: records[found]))
                likenesses.append(Likeness(portrait, to: known, version: other, isRecurring: false, publisher: "wire"))
            }
            if case .revision = Verdict.on(story, given: [], resembling: likenesses) { revisions += 1 }
            index.insert(clues.sketch, sequence: Int64(number), time: Int64(number) * 8_000)
            (recent[number], recent[number - 512]) = (portrait, nil)
        }
        line("decision with verification", (processorSeconds() - before) / Double(stories.count) * 1e6)
    }

    /// The decision as it is made: keys, candidates read from the catalog, comparison, verdict, and the rows written.
    private static func printCommits(_ stories: [Article]) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "wirespool-benchmark-\(getpid())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let catalog = try Catalog(directory: path)
        let size = 50
        var (half, last, likely) = (0.0, 0.0, 0)
        for start in stride(from: 0, to: stories.count, by: size) {
            if start == stories.count / 2 { half = processorSeconds() }
            likely += try await catalog.commit(batch(Array(stories[start..<start + size]), number: start)).counts.revised
        }
        last = processorSeconds()
        line("decision and commit of a story", (last - half) / Double(stories.count / 2) * 1e6)
        let again = batch(Array(stories.suffix(size)), number: stories.count)
        _ = try await catalog.commit(again)
        let before = processorSeconds()
        for _ in 0..<40 { _ = try await catalog.commit(again) }
        line("an item that is there again", (processorSeconds() - before) / Double(40 * size) * 1e6)
        print("  revisions found: \(likely)")
        try await catalog.close()
    }

    private static func batch(_ stories: [Article], number: Int) -> Batch {
        let feed = FeedState(name: "stream", url: "https://wire.example/feed")
        return Batch(feed: feed, publisher: "wire", articles: stories, at: Date(timeIntervalSince1970: 1_771_600_000 + Double(number) * 8))
    }
}

extension StoryCosts {
    private static func printMemory(count: Int) {
        let before = residentBytes()
        var dice = Dice(seed: 11)
        var index = CandidateIndex()
        for number in 0..<count {
            let prints = (0..<32).map { _ in UInt32(truncatingIfNeeded: dice.next()) }
            let sketch = CandidateIndex.Sketch(
                headline: UInt32(truncatingIfNeeded: dice.next()), lead: UInt32(truncatingIfNeeded: dice.next()), prints: prints)
            index.insert(sketch, sequence: Int64(number), time: Int64(number) * 345_600_000 / Int64(count))
        }
        print(
            "  \(count) stories in the window: \(index.bytes / count) bytes a story, \((residentBytes() - before) / 1_000_000) MB resident")
        let rounds = 2_000
        var dice2 = Dice(seed: 12)
        line(
            "search among them",
            microseconds(each: rounds) {
                for _ in 0..<rounds {
                    let sketch = CandidateIndex.Sketch(
                        headline: 1, lead: 1, prints: (0..<32).map { _ in UInt32(truncatingIfNeeded: dice2.next()) })
                    _ = index.candidates(for: sketch, limit: 24)
                }
            })
    }

    /// All earlier stories go into one stream, between made-up ones; each later story must find its own.
    private static func printRecall(_ pairs: [Pair]) {
        var index = CandidateIndex()
        for (number, pair) in pairs.enumerated() {
            index.insert(Clues(pair.a.article("a")).sketch, sequence: Int64(number), time: Int64(number) * 1_000)
        }
        var (hits, all, suggested) = (0, 0, 0)
        for (number, pair) in pairs.enumerated() where pair.isOneStory {
            let clues = Clues(pair.b.article("b"))
            let found = index.candidates(for: clues.sketch, quoting: clues.namedKeys, bySubject: clues.changesAnother, limit: 24)
            all += 1
            suggested += found.count
            // A story that stands in several pairs may be found under any of them.
            if found.contains(where: { pairs[Int($0)].a.body == pair.a.body }) {
                hits += 1
            } else {
                print("  not found: \(pairs[number].id)")
            }
        }
        print(
            "  candidate recall: \(hits) of \(all), \(tenths(Double(hits) / Double(max(1, all)) * 100)) %; suggested \(tenths(Double(suggested) / Double(max(1, all)))) a story"
        )
    }

    /// The rule by itself, without keys and candidates.
    private static func printVerdicts(_ pairs: [Pair]) {
        var counts: [String: Int] = [:]
        let known = KnownStory(id: "tag:known", revision: 1, found: .likeness)
        for pair in pairs where !pair.kind.hasPrefix("snap") {
            let likeness = Likeness(
                Portrait(pair.b.article("b")), to: known, version: Portrait(pair.a.article("a")), isRecurring: (pair.recurring ?? 0) > 0,
                publisher: "")
            counts["\(pair.isOneStory ? "one story" : "different"): \(likeness.verdict)", default: 0] += 1
            if pair.isOneStory != (likeness.verdict == "sure") {
                let measured = likeness.numbers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: " ")
                print("  \(pair.id) \(pair.label) \(pair.kind): \(likeness.verdict) \(likeness.code) \(measured)")
            }
        }
        print("  " + counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
}

extension StoryCosts {
    private static func microseconds(each count: Int, _ body: () -> Void) -> Double {
        let before = processorSeconds()
        body()
        return (processorSeconds() - before) / Double(count) * 1e6
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func residentBytes() -> Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (fields.dropFirst().first.flatMap { Int($0) } ?? 0) * Int(getpagesize())
    }

    private static func line(_ name: String, _ microseconds: Double) { print("  \(name): \(tenths(microseconds)) µs") }

    private static func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
