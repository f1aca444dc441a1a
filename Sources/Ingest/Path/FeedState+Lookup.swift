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
    /// What the next request is conditional on.
    ///
    /// A file is on this machine: reading it again costs nobody anything, and only the stories decide what is new.
    func validators(for feed: FeedSettings) -> Validators { feed.host == nil ? Validators() : validators }

    /// The validators of the last response that was committed whole.
    var validators: Validators { Validators(entityTag: entityTag, lastModified: lastModified) }

    /// One set, from one response: a validator that it did not bring is gone (RFC 9110 §8.8).
    mutating func take(_ validators: Validators) {
        entityTag = validators.entityTag
        lastModified = validators.lastModified
    }

    /// What a 304 says replaces what was known; what it leaves out stays (RFC 9111 §4.3.4).
    mutating func update(_ validators: Validators) {
        entityTag = validators.entityTag ?? entityTag
        lastModified = validators.lastModified ?? lastModified
    }
}
