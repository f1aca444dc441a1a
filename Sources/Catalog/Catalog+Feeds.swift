// SPDX-License-Identifier: Apache-2.0
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
}
