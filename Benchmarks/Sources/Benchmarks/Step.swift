// SPDX-License-Identifier: Apache-2.0
import Articles
import CAllocations
import Documents
import Feeds
import FoundationEssentials
import Markup

/// A piece of the way that is measured by itself.
enum Step: String, CaseIterable {
    /// Document to `ParsedFeed`.
    case read
    /// The same, and its report with sanitised markup: what `wirespool parse` does.
    case parse
    /// The same, and its articles: what `wirespool parse --articles` does.
    case articles

    /// Takes the step, and returns the number of items.
    func run(_ document: Document) throws -> Int {
        let feed = try FeedReader.read(document.bytes, source: DocumentSource(url: "https://wire.example.com/feed"))
        var json = JSONWriter(capacity: 1 << 16)
        switch self {
        case .read: break
        case .parse: FeedReport(feed: feed, file: "-", isRaw: false).write(into: &json)
        case .articles:
            let context = FeedContext(name: "benchmark", url: "https://wire.example.com/feed", language: nil)
            let normalizer = Normalizer(context: context, places: PlaceTable.base)
            for item in feed.items { try normalizer.article(from: item, in: feed, received: Self.received).write(into: &json) }
        }
        return feed.items.count
    }

    private static let received = Date(timeIntervalSince1970: 1_771_600_000)
}

/// What one step cost on some documents.
struct Cost {
    /// Bytes a second, in the best of the rounds: what disturbs a round only makes it slower.
    var bytesPerSecond: Double
    var allocationsPerItem: Double

    init(of step: Step, on documents: [Document], rounds: Int) throws {
        let bytes = documents.reduce(0) { $0 + $1.bytes.count }
        var (best, items) = (Duration.seconds(3_600), 0)
        let before = allocations_so_far()
        for _ in 0..<rounds {
            let begin = ContinuousClock.now
            items += try documents.reduce(0) { try $0 + step.run($1) }
            best = min(best, begin.duration(to: .now))
        }
        allocationsPerItem = Double(allocations_so_far() - before) / Double(max(items, 1))
        bytesPerSecond = Double(bytes) / (Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds))
    }
}
