// SPDX-License-Identifier: Apache-2.0

/// Suggests the stories of the last 96 hours that an article may be a revision or a copy of.
///
/// It only suggests: what it names may be gone or be another story by now, and is compared before anything follows.
public struct CandidateIndex: Sendable {
    /// The numbers that stand for a story's headline and its subject, and its fingerprints: what the catalog keeps to build the index again.
    public struct Sketch: Hashable, Sendable {
        /// 0 without a headline.
        public var headline: UInt32
        /// The first two content words of the headline; 0 where there are none.
        public var lead: UInt32
        /// Empty for a headline alone.
        public var prints: [UInt32]

        /// - Parameters:
        ///   - headlineKey: the same for all headlines of the same words; nil without a headline.
        ///   - leadKey: the same for all stories that begin with the same two content words.
        ///   - prints: the story's fingerprints.
        init(headlineKey: UInt64?, leadKey: UInt64?, prints: [UInt32]) {
            headline = headlineKey.map { UInt32(truncatingIfNeeded: $0) } ?? 0
            lead = leadKey.map { UInt32(truncatingIfNeeded: $0) } ?? 0
            self.prints = prints
        }

        /// A sketch that was stored.
        public init(headline: UInt32, lead: UInt32, prints: [UInt32]) {
            self.headline = headline
            self.lead = lead
            self.prints = prints
        }
    }

    /// Hours for which a story can be found.
    public static let hours = 96
    /// Milliseconds; the oldest of these parts is dropped whole.
    private static let part: Int64 = 6 * 3_600_000

    private var tables: [Int64: FingerprintTable] = [:]
    private var latest: Int64 = 0

    /// An index of nothing.
    public init() {}

    /// Bytes of memory that the tables take.
    public var bytes: Int { tables.values.reduce(0) { $0 + $1.bytes } }

    /// Adds a version of a story.
    ///
    /// - Parameters:
    ///   - sequence: its number in the catalog.
    ///   - time: the version's own, in milliseconds since 1970.
    public mutating func insert(_ sketch: Sketch, sequence: Int64, time: Int64) {
        latest = max(latest, sequence)
        let story = UInt32(truncatingIfNeeded: sequence)
        let number = time / CandidateIndex.part
        let names = [sketch.headline, sketch.lead].filter { $0 != 0 }
        tables[number, default: FingerprintTable()].insert(sketch.prints + names, story: story)
    }

    /// Drops what no article of `now` can be compared with.
    public mutating func forget(before now: Int64) {
        let oldest = (now - Int64(CandidateIndex.hours) * 3_600_000) / CandidateIndex.part
        for number in tables.keys where number < oldest { tables[number] = nil }
    }

    /// The sequence numbers of versions that share two fingerprints at least, or the headline; the likeliest first, at most `limit`.
    ///
    /// - Parameters:
    ///   - quoted: the keys of other headlines that the article names.
    ///   - bySubject: the article says that it changes another, whose words may be few of its own: look for the same subject, too.
    public func candidates(for sketch: Sketch, quoting quoted: [UInt64] = [], bySubject: Bool = false, limit: Int) -> [Int64] {
        let headlines = ([sketch.headline, bySubject ? sketch.lead : 0] + quoted.map { UInt32(truncatingIfNeeded: $0) }).filter { $0 != 0 }
        let found = stories(with: sketch.prints + headlines, single: sketch.prints.count)
        let least = sketch.prints.count == 1 ? 1 : 2
        var counted: [(story: UInt32, count: Int)] = []
        for story in found {
            if let last = counted.last, last.story == story { counted[counted.count - 1].count += 1 } else { counted.append((story, 1)) }
        }
        let likely = counted.filter { $0.count >= least }.map { (sequence: sequence(of: $0.story), count: $0.count) }
        return likely.sorted { $0.count == $1.count ? $0.sequence > $1.sequence : $0.count > $1.count }.prefix(limit).map(\.sequence)
    }

    /// Each story as often as it has one of the fingerprints, in order; the fingerprints after the first `single` count twice.
    private func stories(with prints: [UInt32], single: Int) -> [UInt32] {
        var found: [(story: UInt32, print: Int)] = []
        var lengths = [Int](repeating: 0, count: prints.count)
        for table in tables.values {
            table.forEach(of: prints) { story, print in
                found.append((story, print))
                lengths[print] += 1
            }
        }
        var stories: [UInt32] = []
        for (story, print) in found where lengths[print] <= FingerprintTable.longestList {
            stories.append(story)
            if print >= single { stories.append(story) }
        }
        return stories.sorted()
    }

    /// The tables keep the lower half of a number; the window holds far fewer versions than that can tell apart.
    private func sequence(of story: UInt32) -> Int64 { latest - Int64(UInt32(truncatingIfNeeded: latest) &- story) }
}
