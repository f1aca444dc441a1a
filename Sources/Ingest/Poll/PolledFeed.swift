// SPDX-License-Identifier: Apache-2.0
import Catalog

/// A feed as the poller knows it while it waits: the rest of what is remembered of it stands in the catalog.
final class PolledFeed {
    let settings: FeedSettings
    private(set) var standing: Standing
    /// The host that it is asked at; nil for a file.
    private(set) var host: String?
    /// The address, in numbers, that answered last.
    private var peer: String?

    init(_ settings: FeedSettings, state: FeedState?) {
        self.settings = settings
        standing = Standing(state?.at(settings.url) ?? FeedState(name: settings.name, url: settings.url))
        host = FeedSettings.host(of: standing.address)
    }

    /// Keeps what a poll made of the state. What was learnt under another address than the present one is dropped, and an operator's
    /// order that came meanwhile holds.
    func keep(_ state: FeedState) {
        let isPaused = standing.isPaused
        obey(state)
        standing.isPaused = isPaused
    }

    /// Notes which address answered; false when it is the one that is known.
    func keep(peer: String) -> Bool {
        defer { self.peer = peer }
        return peer != self.peer
    }

    /// Keeps the state as an operator's order left it.
    func obey(_ state: FeedState) {
        let before = standing
        standing = Standing(state.at(settings.url))
        if standing.address != before.address { host = FeedSettings.host(of: standing.address) }
    }
}
