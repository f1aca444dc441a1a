// SPDX-License-Identifier: Apache-2.0

/// Addresses as other programs may see them: valid by RFC 3986, ASCII only, and without a user name or password.
enum PublicURI {
    /// The address with everything encoded that a URI may not hold, or nil where it is not absolute or can't be made valid.
    static func of(_ address: String) -> String? {
        let bytes = Array(address.utf8).drop { $0 <= 0x20 }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), isScheme(bytes[..<colon]) else { return nil }
        let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? bytes.endIndex
        let rest = bytes[(colon + 1)..<end]
        let isWeb = scheme == "http" || scheme == "https"
        guard rest.starts(with: "//".utf8) else {
            return isWeb || rest.isEmpty ? nil : scheme + ":" + encodedPath(rest)
        }
        let hierarchy = rest.dropFirst(2)
        let pathStart = hierarchy.firstIndex { "/?#".utf8.contains($0) } ?? hierarchy.endIndex
        guard let authority = Authority(hierarchy[..<pathStart]), !isWeb || !authority.host.isEmpty else { return nil }
        let port = authority.port.isEmpty ? "" : ":" + authority.port
        return scheme + "://" + authority.host + port + encodedPath(hierarchy[pathStart...])
    }

    /// The address without user name and password, and otherwise as it is.
    static func withoutCredentials(_ address: String) -> String {
        let bytes = Array(address.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[(colon + 1)...].starts(with: "//".utf8) else { return address }
        let start = colon + 3
        let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
        guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) else { return address }
        return String(decoding: bytes[..<start] + bytes[(at + 1)...], as: UTF8.self)
    }

    /// Path, query and fragment; a second `#` is no separator any more and gets encoded.
    private static func encodedPath(_ bytes: ArraySlice<UInt8>) -> String {
        guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")) else { return PercentEncoding.encoded(bytes) }
        return PercentEncoding.encoded(bytes[..<hash]) + "#" + PercentEncoding.encoded(bytes[(hash + 1)...])
    }

    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, (0x61...0x7A).contains(first | 0x20) else { return false }
        return bytes.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
    }
}
