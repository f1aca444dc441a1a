// SPDX-License-Identifier: Apache-2.0

/// Where a record comes from, so that anybody can go back to it: the document, what the server said of it, the place in it.
public struct Provenance: Hashable, Sendable, Codable {
    /// The address that answered, after redirects and without user name and password.
    public var url: String?
    /// SHA-256 of the document's bytes as received, decompressed.
    public var sha256: String?
    /// The server's validators (RFC 9110 §8.8), as sent.
    public var etag: String?
    /// The server's validators (RFC 9110 §8.8), as sent.
    public var lastModified: String?
    /// The server's clock, as sent.
    public var date: String?
    /// The media type that the server named, as sent.
    public var contentType: String?
    /// What the document is, by its root: `rss20`, `atom10`.
    public var format: String?
    /// The charset that it was read as.
    public var encoding: String?
    /// The item's place in the document, from 1.
    public var position: Int?
    /// Every liberty taken in reading the document, in words for people.
    public var repairs: [String]?

    /// Nothing is known; a document read from a file has no more than its format.
    public init() {}

    /// A document that was fetched from `url`; a user name and a password in it are left out.
    public init(fetched url: String) {
        self.url = PublicURI.withoutCredentials(url)
    }
}
