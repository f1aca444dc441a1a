// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// The feeds in the order in which they are due: a binary heap, so that ten thousand feeds cost a few steps a poll.
struct DueQueue {
    private struct Entry {
        var at: Date
        var feed: String
    }

    private var heap: [Entry] = []
    /// The entry that counts for a feed; an older one of the same feed is passed over.
    private var due: [String: Date] = [:]

    /// The instant at which the next feed is due.
    var next: Date? { heap.first?.at }

    /// Puts a feed in, in place of an earlier entry of the same feed.
    mutating func insert(_ feed: String, at instant: Date) {
        due[feed] = instant
        heap.append(Entry(at: instant, feed: feed))
        var child = heap.count - 1
        while child > 0, heap[child].at < heap[(child - 1) / 2].at {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes the first feed that is due at `now`, if there is one.
    mutating func takeDue(_ now: Date) -> String? {
        while let first = heap.first, first.at <= now {
            removeFirst()
            guard due[first.feed] == first.at else { continue }
            due[first.feed] = nil
            return first.feed
        }
        return nil
    }

    private mutating func removeFirst() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        sink()
    }

    private mutating func sink() {
        var parent = 0
        while true {
            let left = 2 * parent + 1
            guard left < heap.count else { return }
            let child = left + 1 < heap.count && heap[left + 1].at < heap[left].at ? left + 1 : left
            guard heap[child].at < heap[parent].at else { return }
            heap.swapAt(parent, child)
            parent = child
        }
    }
}
