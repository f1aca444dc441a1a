// SPDX-License-Identifier: Apache-2.0
import Catalog

/// A feed as the poller knows it.
final class PolledFeed {
    let settings: FeedSettings
    private(set) var state: FeedState
    /// The host that it is asked at; nil for a file.
    private(set) var host: String?

    /// The address, in numbers, that answered last.
    private var peer: String?

    init(_ settings: FeedSettings, state: FeedState?) {
        self.settings = settings
        self.state = state?.at(settings.url) ?? FeedState(name: settings.name, url: settings.url)
        host = self.state.host
    }

    /// Keeps what a poll made of the state. What was learnt under another address than the present one is dropped, and an operator's
    /// order that came meanwhile holds.
    func keep(_ state: FeedState?) {
        guard var state else { return }
        state.isPaused = self.state.isPaused
        obey(state)
    }

    /// Notes which address answered; false when it is the one that is known.
    func keep(peer: String) -> Bool {
        defer { self.peer = peer }
        return peer != self.peer
    }

    /// Keeps the state as an operator's order left it.
    func obey(_ state: FeedState) {
        self.state = state.at(settings.url)
        host = self.state.host
    }
}
