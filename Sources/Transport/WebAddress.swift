// SPDX-License-Identifier: Apache-2.0
import CCurl

/// An absolute http or https address in one spelling, read by libcurl's own parser so that nothing reads it differently later.
struct WebAddress: Hashable, Sendable {
    /// The address without user information and fragment.
    let text: String
    let scheme: String
    /// In lower case; every spelling of an IPv4 address has become four decimal numbers.
    let host: String
    let port: UInt16
    /// The user information that stood in the address.
    let login: Credentials?

    /// Reads an address, relative to `base` when there is one.
    ///
    /// White space at the ends doesn't count. A host is written in ASCII.
    init(_ text: String, relativeTo base: WebAddress? = nil) throws(FetchError) {
        let bytes = try WebAddress.checked(text)
        guard let url = URLHandle() else { throw FetchError(.internal, "out of memory") }
        if let base { try url.set(base.text) }
        try url.set(bytes)
        guard let scheme = url.part(CURLUPART_SCHEME), scheme == "http" || scheme == "https" else {
            throw FetchError(.badURL, "not an http or https address")
        }
        guard let host = url.part(CURLUPART_HOST)?.lowercased(), !host.isEmpty else {
            throw FetchError(.badURL, "an address without a host")
        }
        guard host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw FetchError(.badURL, "a host name that is not ASCII; write it as xn--…")
        }
        guard let port = url.part(CURLUPART_PORT).flatMap(UInt16.init), port != 0 else { throw FetchError(.badURL, "a port out of range") }
        login = url.part(CURLUPART_USER).map { Credentials(user: $0, password: url.part(CURLUPART_PASSWORD) ?? "") }
        for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_FRAGMENT] { url.clear(part) }
        guard let whole = url.part(CURLUPART_URL) else { throw FetchError(.badURL, "not an address") }
        (self.text, self.scheme, self.host, self.port) = (whole, scheme, host, port)
    }
}

extension WebAddress {
    /// Whether both have one origin (RFC 6454 §5): scheme, host and port.
    func hasOrigin(of other: WebAddress) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }

    /// The same over TLS; a port that isn't the scheme's own stays (RFC 6797 §8.3).
    func overTLS() throws(FetchError) -> WebAddress {
        try WebAddress("https" + text.dropFirst("http".utf8.count))
    }

    /// The host, with its port where that isn't the scheme's own.
    var authority: String {
        port == (scheme == "https" ? 443 : 80) ? host : "\(host):\(port)"
    }

    /// The text without its surrounding white space, after the checks that libcurl leaves out.
    private static func checked(_ text: String) throws(FetchError) -> String {
        let bytes = trimmed(text)
        guard !bytes.isEmpty, bytes.count <= 8 << 10 else { throw FetchError(.badURL, "an address that is empty or too long") }
        // A backslash is a slash to some readers and a letter to others, and so a way to name two hosts at once.
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
            throw FetchError(.badURL, "an address with a control character or a backslash")
        }
        let afterScheme = afterWebScheme(bytes)
        guard let rest = afterScheme else { return String(decoding: bytes, as: UTF8.self) }
        let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard rest.starts(with: "//".utf8), !authority.isEmpty else { throw FetchError(.badURL, "an address without a host") }
        guard authority.count(where: { $0 == UInt8(ascii: "@") }) <= 1 else { throw FetchError(.badURL, "an address with two @") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func trimmed(_ text: String) -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        let start = Array(text.utf8).drop(while: isSpace)
        return start.prefix((start.lastIndex { !isSpace($0) } ?? start.startIndex - 1) - start.startIndex + 1)
    }

    /// What follows `http:` or `https:`; nil when the text begins otherwise.
    private static func afterWebScheme(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for scheme in ["http:", "https:"] where bytes.prefix(scheme.utf8.count).map({ $0 | 0x20 }) == scheme.utf8.map({ $0 | 0x20 }) {
            return bytes.dropFirst(scheme.utf8.count)
        }
        return nil
    }
}

/// The owner of one of libcurl's URL objects.
@safe
private struct URLHandle: ~Copyable {
    private let handle: OpaquePointer

    init?() {
        guard let handle = unsafe curl_url() else { return nil }
        unsafe self.handle = unsafe handle
    }

    deinit { unsafe curl_url_cleanup(handle) }

    func set(_ text: String) throws(FetchError) {
        let flags = UInt32(CURLU_URLENCODE | CURLU_ALLOW_SPACE)
        guard unsafe curl_url_set(handle, CURLUPART_URL, text, flags) == CURLUE_OK else {
            throw FetchError(.badURL, "not an http or https address")
        }
    }

    func clear(_ part: CURLUPart) {
        unsafe curl_url_set(handle, part, nil, 0)
    }

    func part(_ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        let isSecret = part == CURLUPART_USER || part == CURLUPART_PASSWORD
        let flags = UInt32(CURLU_DEFAULT_PORT | (isSecret ? CURLU_URLDECODE : 0))
        guard unsafe curl_url_get(handle, part, &text, part == CURLUPART_URL ? UInt32(CURLU_NO_DEFAULT_PORT) : flags) == CURLUE_OK,
            let found = unsafe text
        else { return nil }
        defer { unsafe curl_free(found) }
        return unsafe String(cString: found)
    }
}
