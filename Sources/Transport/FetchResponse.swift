// SPDX-License-Identifier: Apache-2.0

/// The answer of the last hop.
public struct FetchResponse: Hashable, Sendable {
    /// The HTTP status; 200 or 304 for a file.
    public var status: Int
    /// The address that answered, after redirects.
    public var url: String
    /// Each hop that was followed, in order.
    public var redirects: [Redirect]
    /// The header fields in their order, repeated ones too.
    public var headers: [HeaderField]
    /// Decompressed and bounded; empty for 304.
    public var body: [UInt8]
    /// Bytes on the wire, headers included.
    public var bytesReceived: Int
    /// The address that the connection went to, in numbers; nil for a file, or through a proxy.
    public var peer: String?
    /// Time on the network, without waiting for a free slot.
    public var duration: Duration

    /// A response as a transport, or a test, makes it.
    public init(
        status: Int, url: String, redirects: [Redirect] = [], headers: [HeaderField] = [], body: [UInt8] = [], bytesReceived: Int = 0,
        duration: Duration = .zero
    ) {
        self.status = status
        self.url = url
        self.redirects = redirects
        self.headers = headers
        self.body = body
        self.bytesReceived = bytesReceived
        self.peer = nil
        self.duration = duration
    }

    /// The first value of a header field as text, bytes beyond ASCII read as Latin-1.
    public func header(_ name: String) -> String? {
        bytes(of: name).map { String(String.UnicodeScalarView($0.map { Unicode.Scalar($0) })) }
    }

    /// The first value of a header field, byte for byte.
    public func bytes(of name: String) -> [UInt8]? {
        headers.first { $0.isNamed(name) }?.value
    }

    /// The end of the body was announced, so that what arrived is all that was sent (RFC 9112 §6.3).
    public var isDelimited: Bool { bytes(of: "Content-Length") != nil || bytes(of: "Transfer-Encoding") != nil }

    /// The body holds only what has changed since the document that the request's ETag names (RFC 3229 §10.4.1).
    public var isDelta: Bool {
        guard status == 226, let manipulations = header("IM")?.split(separator: ",") else { return false }
        return manipulations.contains { $0.prefix { $0 != ";" }.filter { $0 != " " } == "feed" }
    }

    /// The validators that this response brought: one set, both from here or absent.
    public var validators: Validators {
        Validators(entityTag: bytes(of: "ETag"), lastModified: bytes(of: "Last-Modified"))
    }
}

/// A redirect that was followed (RFC 9110 §15.4).
public struct Redirect: Hashable, Sendable {
    /// 301, 302, 303, 307 or 308.
    public var status: Int
    /// The absolute address that it led to.
    public var target: String

    /// A step to `target`.
    public init(status: Int, target: String) {
        self.status = status
        self.target = target
    }
}

/// The network, or a test's idea of it.
public protocol Fetching: Sendable {
    /// Fetches one document. A status of 400 or more is a response, not an error: the caller knows what it means for a feed.
    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse
}

/// Why there is no response.
public struct FetchError: Error, Hashable, Sendable {
    /// A bounded word for logs and metrics.
    public enum Label: String, Hashable, Sendable {
        case noSuchHost = "no-such-host"
        case unreachable
        case refused
        case timedOut = "timed-out"
        case tooSlow = "too-slow"
        case tooLarge = "too-large"
        case truncated
        case reset
        case tls
        case badEncoding = "bad-encoding"
        case badResponse = "bad-response"
        case redirectLoop = "redirect-loop"
        case tooManyRedirects = "too-many-redirects"
        case badRedirect = "bad-redirect"
        case forbiddenAddress = "forbidden-address"
        case badURL = "bad-url"
        case noSuchFile = "no-such-file"
        case unreadableFile = "unreadable-file"
        case cancelled
        case `internal`
    }

    /// The situation, for machines.
    public var label: Label
    /// What happened, in words for people, without the feed's name and without secrets.
    public var message: String

    /// An error for people and machines.
    public init(_ label: Label, _ message: String) {
        self.label = label
        self.message = message
    }
}
