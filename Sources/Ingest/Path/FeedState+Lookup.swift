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
    /// What the next request will be conditional on.
    var validators: Validators { Validators(entityTag: entityTag, lastModified: lastModified) }
}
