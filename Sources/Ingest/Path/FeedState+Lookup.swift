// SPDX-License-Identifier: Apache-2.0
public import Catalog
import Transport

extension Sequence<FeedState> {
    /// The states by their feed's name.
    public var byName: [String: FeedState] {
        Dictionary(map { ($0.name, $0) }) { first, _ in first }
    }
}

extension FeedState {
    /// Nobody polls the feed until an operator says so.
    public var isResting: Bool { isGone || isPaused }

    /// The validators of the last response that was committed whole.
    var validators: Validators { Validators(entityTag: entityTag, lastModified: lastModified) }

    /// The host that the next request goes to; nil for a file.
    var host: String? { FeedSettings.host(of: address) }
}
