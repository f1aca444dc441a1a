// SPDX-License-Identifier: Apache-2.0
import Catalog

/// Where a feed is polled, and whether it is.
struct Standing: Hashable, Sendable {
    let name: String
    let url: String
    let adoptedURL: String?
    let isGone: Bool
    var isPaused: Bool

    init(_ state: FeedState) {
        (name, url, adoptedURL) = (state.name, state.url, state.adoptedURL)
        (isGone, isPaused) = (state.isGone, state.isPaused)
    }

    /// The address to ask.
    var address: String { adoptedURL ?? url }

    /// Nobody polls the feed until an operator says so.
    var isResting: Bool { isGone || isPaused }
}
