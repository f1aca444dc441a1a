// SPDX-License-Identifier: Apache-2.0
import Markup

/// Reads a feed of any format: RSS, Atom, RDF or JSON Feed, whatever its label says.
public enum FeedReader {
    /// Reads one document, as much of it as can be read; throws where it is no feed, or holds nothing.
    public static func read(_ bytes: [UInt8], source: DocumentSource) throws(FeedError) -> ParsedFeed {
        guard bytes.count <= XMLLimits().bytes else { throw FeedError(limit: .bytes) }
        let document = DecodedDocument(bytes, contentType: source.contentType)
        guard let first = document.bytes.first else { throw FeedError(.empty, "empty document") }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try JSONFeedReader.read(document.bytes, source: source)
        case UInt8(ascii: "<"): return try XMLFeedReader.read(document, source: source)
        default:
            // Warnings of a broken script may stand before the document.
            guard document.bytes.prefix(65_536).contains(UInt8(ascii: "<")) else { throw Page.error(document.bytes, root: nil) }
            return try XMLFeedReader.read(document, source: source)
        }
    }
}

/// Where a document came from, and what is known about it apart from its bytes.
public struct DocumentSource: Hashable, Sendable, Codable {
    /// The address after redirects; relative URLs are relative to it.
    public var url: String?
    /// HTTP's Content-Type.
    public var contentType: String?
    /// HTTP's Content-Language, or the feed's configured language: used where the document says none.
    public var language: String?
    /// The feed's `timezone` setting, an IANA name, for dates without a zone or with an ambiguous one.
    public var timeZone: String?

    /// A source of which nothing is known but what is given.
    public init(url: String? = nil, contentType: String? = nil, language: String? = nil, timeZone: String? = nil) {
        self.url = url
        self.contentType = contentType
        self.language = language
        self.timeZone = timeZone
    }
}

/// Why a document is not a feed that can be read.
public struct FeedError: Error, Hashable, Sendable, Codable {
    /// A bounded word for logs and metrics.
    public enum Label: String, Hashable, Sendable, Codable {
        case empty
        /// An HTML page, a JSON error, a binary file…
        case notAFeed = "not-a-feed"
        /// A page of a firewall or content network that asks for proof of a browser.
        case challenge
        // A limit of the hardened profile was reached before any item could be read; the words are those of `XMLFault.Limit`.
        case tooLarge = "too-large"
        case tooDeep = "too-deep"
        case tooManyElements = "too-many-elements"
        case tooManyAttributes = "too-many-attributes"
        /// The text outgrows the document.
        case amplified
        /// One comment, tag or CDATA section goes on for ever.
        case tokenTooLong = "token-too-long"
        case tooSlow = "too-slow"
        case doctypeDeclaration = "doctype-decl"
        /// It began as a feed and broke off before its first item.
        case malformed
        /// The file itself can't be opened or read.
        case unreadable
    }

    /// The kind of failure, for programs.
    public var label: Label
    /// What was seen, in words for people, without the feed's name: `the page begins with <html>`.
    public var message: String

    /// An error of one kind, with what was seen.
    public init(_ label: Label, _ message: String) {
        self.label = label
        self.message = message
    }

    /// The error that a limit is, where nothing was read before it.
    init(limit: XMLFault.Limit) {
        self.init(Label(limit), "stopped by a limit: \(limit.rawValue)")
    }
}

extension FeedError.Label {
    fileprivate init(_ limit: XMLFault.Limit) {
        self =
            switch limit {
            case .bytes: .tooLarge
            case .depth: .tooDeep
            case .elements: .tooManyElements
            case .attributes: .tooManyAttributes
            case .amplification: .amplified
            case .silence: .tokenTooLong
            case .processorTime: .tooSlow
            }
    }
}
