// SPDX-License-Identifier: Apache-2.0

/// One conditional GET, and everything that bounds it.
public struct FetchRequest: Hashable, Sendable {
    /// http, https, or file where the configuration itself names a file.
    public var url: String
    /// What the server gave with the last document; sent back byte for byte, and to that document's address alone.
    public var validators: Validators
    /// The address whose answer brought the validators; nil means the request's own.
    public var validatorsURL: String?
    /// Where an ETag is sent back, what has changed since is answer enough (RFC 3229).
    public var acceptsDelta = false
    /// The address that headers, credentials and certificates were given for; nil means the request's own. Another origin gets none of them.
    public var home: String?
    /// Further request headers, in order; they never cross an origin on a redirect.
    public var headers: [HeaderField]
    /// The User-Agent (RFC 9110 §10.1.5).
    public var userAgent: String
    /// Private, loopback and other special addresses are refused at socket open unless this is true.
    public var allowsPrivateAddresses: Bool
    /// User name and password for Basic or Digest authentication, bound to the URL's origin.
    public var credentials: Credentials?
    /// An HTTP or SOCKS proxy's URL. The environment's proxy variables are never read.
    public var proxy: String?
    /// A file of CA certificates in place of the system's.
    public var caFile: String?
    /// A PEM file with the certificate that the client shows.
    public var clientCertificate: String?
    /// A PEM file with the key to it.
    public var clientKey: String?
    /// The newest version of HTTP to speak.
    public var httpVersion: HTTPVersion
    /// What the fetch may cost.
    public var limits: FetchLimits

    /// A request with the rights of a stranger: no credentials, no proxy, no private addresses.
    public init(url: String, validators: Validators = Validators(), userAgent: String, limits: FetchLimits = FetchLimits()) {
        self.url = url
        self.validators = validators
        self.headers = []
        self.userAgent = userAgent
        self.allowsPrivateAddresses = false
        self.httpVersion = .two
        self.limits = limits
    }
}

/// A version of HTTP; the server may know only an older one.
public enum HTTPVersion: String, Hashable, Sendable, CaseIterable {
    case oneOne = "1.1"
    /// Over TLS; without it, 1.1 is spoken.
    case two = "2"
}

/// The pair that makes a request conditional (RFC 9110 §8.8): opaque bytes, one set from one response.
public struct Validators: Hashable, Sendable {
    /// The value of ETag.
    public var entityTag: [UInt8]?
    /// The value of Last-Modified, which need not be a date.
    public var lastModified: [UInt8]?

    /// A pair from one response.
    public init(entityTag: [UInt8]? = nil, lastModified: [UInt8]? = nil) {
        self.entityTag = entityTag
        self.lastModified = lastModified
    }

    /// Neither of the two is known: the request will be unconditional.
    public var isEmpty: Bool { entityTag == nil && lastModified == nil }
}

/// A name and a password.
public struct Credentials: Hashable, Sendable {
    /// The name; not a secret.
    public var user: String
    /// The secret.
    public var password: String

    /// A name with its password.
    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }
}

/// One header field; the value is bytes, because no charset is promised (RFC 9110 §5.5).
public struct HeaderField: Hashable, Sendable {
    /// The name as it is written; case has no meaning.
    public var name: String
    /// The value without surrounding white space.
    public var value: [UInt8]

    /// A field with a value of bytes.
    public init(_ name: String, _ value: some Sequence<UInt8>) {
        self.name = name
        self.value = Array(value)
    }

    /// Whether the field has this name, which is of ASCII; case has no meaning (RFC 9110 §5.1).
    ///
    /// Compares bytes: a poll asks for a dozen names.
    public func isNamed(_ other: String) -> Bool {
        name.utf8.count == other.utf8.count && zip(name.utf8, other.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}

/// The bounds of one fetch, redirects included.
public struct FetchLimits: Hashable, Sendable {
    /// Time until the connection stands, its TLS included.
    public var connect: Duration = .seconds(10)
    /// Time for the whole fetch.
    public var total: Duration = .seconds(60)
    /// A transfer slower than this many bytes a second over `lowSpeedTime` is given up.
    public var lowSpeedBytesPerSecond = 1024
    /// In whole seconds.
    public var lowSpeedTime: Duration = .seconds(10)
    /// Decompressed bytes.
    public var maxBody = 16 << 20
    /// Bytes of the status lines and headers of one answer.
    public var maxHeader = 64 << 10
    /// Hops after the first.
    public var maxRedirects = 5

    /// The defaults.
    public init() {}
}
