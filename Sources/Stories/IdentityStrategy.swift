// SPDX-License-Identifier: Apache-2.0

/// Which of a publisher's identifiers names a story: the feed's setting `identity`.
public enum IdentityStrategy: String, Hashable, Sendable, Codable, CaseIterable {
    /// The guid, or the link where the document's guids can't be trusted.
    case auto
    /// The guid, whatever the document's guids look like.
    case guid
    /// The canonical link.
    case link
    /// The headline and the day.
    case content
}
