// SPDX-License-Identifier: Apache-2.0
import Markup

/// An http(s) address in its parts, each in normal form (RFC 3986 §6.2.2): what the rules of `CanonicalLink` work on.
struct LinkParts {
    /// One parameter of the query.
    struct Parameter {
        let name: String
        private let piece: ArraySlice<UInt8>
        private let nameEnd: Int

        fileprivate init(_ piece: ArraySlice<UInt8>) {
            self.nameEnd = ByteScan.first(UInt8(ascii: "="), in: piece) ?? piece.endIndex
            self.name = PercentEncoding.normalized(piece[..<nameEnd])
            self.piece = piece
        }

        var value: String { PercentEncoding.normalized(piece[nameEnd...].dropFirst()) }
        /// The whole of it; an equals sign passes the encoding as it is.
        var text: String { nameEnd == piece.endIndex ? name : PercentEncoding.normalized(piece) }
    }

    /// In lower case, without `www.`.
    var host: String
    /// Empty, or `:` and a port that is neither 80 nor 443.
    var port: String
    /// Without a slash at the end.
    var path: String
    private let query: ArraySlice<UInt8>
    private let fragment: ArraySlice<UInt8>

    /// Nil unless `address` is an absolute http(s) address with a host.
    init?(_ address: String) {
        guard var rest = LinkParts.afterScheme(LinkParts.trimmed(Array(address.utf8))) else { return nil }
        let fragment = LinkParts.cut(&rest, at: "#")
        let query = LinkParts.cut(&rest, at: "?")
        let pathStart = ByteScan.first(UInt8(ascii: "/"), in: rest) ?? rest.endIndex
        guard let (host, port) = LinkParts.hostAndPort(rest[..<pathStart]) else { return nil }
        self.host = host
        self.port = port
        self.path = LinkParts.path(rest[pathStart...])
        self.query = query
        self.fragment = fragment
    }

    /// What stands between the `?` and a `#`, but for the parameters that are unwanted.
    func parameters(without isUnwanted: (Parameter) -> Bool = { _ in false }) -> [Parameter] {
        var parameters: [Parameter] = []
        var rest = query
        while !rest.isEmpty {
            let end = ByteScan.first(UInt8(ascii: "&"), in: rest) ?? rest.endIndex
            let parameter = Parameter(rest[..<end])
            if !rest[..<end].isEmpty, !isUnwanted(parameter) { parameters.append(parameter) }
            rest = rest[end...].dropFirst()
        }
        return parameters
    }

    /// A fragment that addresses a page (`#!…`), or empty.
    var hashBang: String { fragment.first == UInt8(ascii: "!") ? "#" + PercentEncoding.normalized(fragment) : "" }
}

extension LinkParts {
    private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return bytes[start..<end]
    }

    private static func afterScheme(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        after("https://", bytes) ?? after("http://", bytes)
    }

    private static func after(_ scheme: String, _ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.count > scheme.utf8.count else { return nil }
        var index = bytes.startIndex
        for letter in scheme.utf8 {
            guard bytes[index] | 0x20 == letter | 0x20 else { return nil }
            index += 1
        }
        return bytes[index...]
    }

    /// Takes what follows the first `separator` off `rest`, and returns it without the separator.
    private static func cut(_ rest: inout ArraySlice<UInt8>, at separator: Unicode.Scalar) -> ArraySlice<UInt8> {
        guard let at = ByteScan.first(UInt8(ascii: separator), in: rest) else { return [] }
        defer { rest = rest[..<at] }
        return rest[(at + 1)...]
    }

    private static func hostAndPort(_ bytes: ArraySlice<UInt8>) -> (host: String, port: String)? {
        // Most names are written as they end up.
        if !bytes.isEmpty, bytes.allSatisfy(isPlain) { return (String(decoding: withoutWWW(bytes), as: UTF8.self), "") }
        guard let authority = Authority(bytes) else { return nil }
        let name = String(decoding: withoutWWW(Array(authority.host.lowercasedASCII.utf8)[...]), as: UTF8.self)
        guard !name.isEmpty else { return nil }
        let isUsual = authority.port.isEmpty || authority.port == "80" || authority.port == "443"
        return (name, isUsual ? "" : ":" + authority.port)
    }

    private static func withoutWWW(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        name.count > 4 && name.starts(with: "www.".utf8) ? name.dropFirst(4) : name
    }

    /// What most names consist of, and nothing else of an authority.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }

    private static func path(_ bytes: ArraySlice<UInt8>) -> String {
        let end = bytes.lastIndex { $0 != UInt8(ascii: "/") }.map { $0 + 1 } ?? bytes.startIndex
        return PercentEncoding.normalized(bytes[..<end])
    }
}

extension String {
    /// The same with A–Z in lower case; a host's other letters are percent-encoded already.
    fileprivate var lowercasedASCII: String {
        let span = utf8Span.span
        guard span.indices.contains(where: { (0x41...0x5A).contains(span[$0]) }) else { return self }
        var bytes = Array(utf8)
        var index = 0
        while index < bytes.count {
            // The two digits behind a percent sign stay in upper case (RFC 3986 §6.2.2.1).
            if bytes[index] == UInt8(ascii: "%") {
                index += 3
                continue
            }
            if (0x41...0x5A).contains(bytes[index]) { bytes[index] |= 0x20 }
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
