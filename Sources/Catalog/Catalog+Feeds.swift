// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import GRDB

extension Catalog {
    /// The state of a feed, or a fresh one.
    ///
    /// Under another URL than before the validators are dropped, and with them what else belonged to the old address.
    public func state(for name: String, url: String) throws(CatalogError) -> FeedState {
        try read { try FeedState.fetch($0, name: name) }?.at(url) ?? FeedState(name: name, url: url)
    }

    /// The states of all feeds that were ever committed, by name.
    public func feedStates() throws(CatalogError) -> [FeedState] {
        try read(FeedState.fetchAll)
    }

    /// Pauses a feed, or resumes one that was paused or is gone: it is then due at once. Returns its state.
    ///
    /// An order that changes nothing leaves no event.
    public func order(_ name: String, url: String, isPause: Bool, at time: Date) throws(CatalogError) -> FeedState {
        try write { db in
            let before = try FeedState.fetch(db, name: name)?.at(url) ?? FeedState(name: name, url: url)
            guard isPause != before.isPaused || (!isPause && before.isGone) else { return before }
            var state = before
            state.isPaused = isPause
            if !isPause { (state.isGone, state.nextPoll, state.nextReason) = (false, nil, nil) }
            try state.save(db)
            var counters = try Counters.fetch(db)
            try counters.append(.ordered(feed: name, isPaused: isPause), at: time, in: db)
            try counters.save(db)
            return state
        }
    }
}
