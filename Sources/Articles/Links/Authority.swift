// SPDX-License-Identifier: Apache-2.0

/// The host and port of an address (RFC 3986 §3.2), percent-encoded; user name and password are left behind.
struct Authority {
    var host: String
    /// Digits, or empty.
    var port: String

    /// Nil when the port is no number.
    init?(_ authority: ArraySlice<UInt8>) {
        let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
        var host = authority[start...]
        var port = ArraySlice<UInt8>()
        if let colon = host.lastIndex(of: UInt8(ascii: ":")), !host[colon...].contains(UInt8(ascii: "]")) {
            port = host[(colon + 1)...]
            host = host[..<colon]
        }
        guard port.count <= 5, port.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        self.host = Authority.isAddressLiteral(host) ? String(decoding: host, as: UTF8.self) : Authority.registeredName(host)
        self.port = String(decoding: port, as: UTF8.self)
    }

    /// `[2001:db8::1]`.
    private static func isAddressLiteral(_ host: ArraySlice<UInt8>) -> Bool {
        guard host.count > 2, host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]") else { return false }
        return host.dropFirst().dropLast().allSatisfy { byte in
            (0x30...0x3A).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte) || byte == UInt8(ascii: ".")
        }
    }

    /// A name holds neither a colon nor what separates the parts of an address.
    private static func registeredName(_ host: ArraySlice<UInt8>) -> String {
        let name = PercentEncoding.normalized(host)
        guard host.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }) else { return name }
        return name.replacing(":", with: "%3A").replacing("@", with: "%40")
    }
}
