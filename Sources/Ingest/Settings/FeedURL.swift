// SPDX-License-Identifier: Apache-2.0

/// Checks the addresses that an operator types.
enum FeedURL {
    private static let longest = 8192

    /// The address to poll: http and https as typed, file URLs made absolute.
    static func read(_ text: String, in directory: String) throws(SettingFlaw) -> String {
        guard text.utf8.count <= longest else { throw SettingFlaw("is longer than \(longest) bytes") }
        let (scheme, rest) = try split(text, schemes: ["http", "https", "file"])
        guard scheme != "file" else { return try file(rest, in: directory) }
        guard try !authority(of: rest, named: "'\(text)'").contains("@") else {
            throw SettingFlaw("a user name or password must not stand in the URL; write them under 'username' and 'password'")
        }
        return text
    }

    /// A proxy's URL; one with a password is a secret.
    static func proxy(_ value: SettingValue) throws(SettingFlaw) -> String {
        let text = try value.text()
        let isSecret = text.hasPrefix("@") || text.contains("@")
        let url = isSecret ? try value.source.secrets.secret(text, in: value.source) : text
        let (_, rest) = try split(url, schemes: ["http", "https", "socks4", "socks4a", "socks5", "socks5h"])
        _ = try authority(of: rest, named: isSecret ? "the proxy's URL" : "'\(url)'")
        return url
    }

    private static func split(_ text: String, schemes: [String]) throws(SettingFlaw) -> (scheme: String, rest: Substring) {
        guard let colon = text.firstIndex(of: ":"), text[..<colon].allSatisfy({ $0.isASCII && $0.isLetter || $0.isNumber }) else {
            throw SettingFlaw("is not a URL; it begins with \(schemes[0]): or \(schemes.dropFirst().joined(separator: ":, ")):")
        }
        let scheme = text[..<colon].lowercased()
        let rest = text[text.index(after: colon)...]
        guard schemes.contains(scheme) else {
            let known = scheme == "feed" ? "https" : scheme.nearest(among: schemes)
            throw SettingFlaw("'\(scheme):' is none of \(schemes.joined(separator: ":, ")):", suggestion: known.map { "\($0):\(rest)" })
        }
        return (scheme, rest)
    }

    /// The part between `//` and the path; its host is not empty and its port is a number.
    private static func authority(of rest: Substring, named name: String) throws(SettingFlaw) -> Substring {
        guard !rest.utf8.contains(0x20) else { throw SettingFlaw("a URL has no spaces") }
        guard rest.hasPrefix("//") else { throw SettingFlaw("\(name) lacks the // before the host") }
        let authority = rest.dropFirst(2).prefix { !"/?#\\".contains($0) }
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        let isLiteral = host.hasPrefix("[")
        let address = host.prefix { $0 != (isLiteral ? "]" : ":") }
        let port = host.dropFirst(address.count + (isLiteral ? 1 : 0))
        guard address.count > (isLiteral ? 1 : 0) else { throw SettingFlaw("\(name) names no host") }
        guard port.isEmpty || port == ":" || (port.hasPrefix(":") && UInt16(port.dropFirst()) != nil) else {
            throw SettingFlaw("'\(port.dropFirst())' is not a port")
        }
        return authority
    }

    /// `file:a.xml`, `file:/srv/a.xml` or `file:///srv/a.xml`.
    private static func file(_ rest: Substring, in directory: String) throws(SettingFlaw) -> String {
        guard rest.hasPrefix("//") else {
            guard !rest.isEmpty else { throw SettingFlaw("names no file") }
            return "file://" + Path.absolute(encoded(rest, keepsPercent: true), in: encoded(directory[...], keepsPercent: false))
        }
        let path = rest.dropFirst(2)
        let local = path.hasPrefix("localhost/") ? path.dropFirst("localhost".utf8.count) : path
        guard local.hasPrefix("/") else {
            throw SettingFlaw("a file URL with // needs an absolute path", suggestion: "file:\(path)")
        }
        return "file://" + Path.absolute(encoded(local, keepsPercent: true))
    }

    /// Percent-encodes what may not stand in a URL's path (RFC 3986 §3.3).
    private static func encoded(_ path: Substring, keepsPercent: Bool) -> String {
        var bytes: [UInt8] = []
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        for byte in path.utf8 {
            let isKept = byte.isUnreserved || "/!$&'()*+,;=:@".utf8.contains(byte) || (keepsPercent && byte == UInt8(ascii: "%"))
            bytes += isKept ? [byte] : [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-._~".utf8.contains(self)
        }
    }
}
