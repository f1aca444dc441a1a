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

    /// One set, from one response: a validator that it did not bring is gone (RFC 9110 §8.8).
    mutating func take(_ validators: Validators) {
        entityTag = validators.entityTag
        lastModified = validators.lastModified
    }
}
