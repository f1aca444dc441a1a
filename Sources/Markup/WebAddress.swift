// SPDX-License-Identifier: Apache-2.0

/// URL references (RFC 3986), resolved on bytes; no byte of them is encoded or decoded.
public enum WebAddress {
    /// Resolves `reference` against `base` (RFC 3986 §5.2), after trimming white space.
    ///
    /// An absolute reference stays as it is. So does every one when the base is missing, relative, or not hierarchical (`mailto:`).
    public static func resolve(_ reference: String, against base: String?) -> String {
        if isTrimmed(reference), base == nil || schemeLength(reference.utf8) != nil { return reference }
        return String(decoding: resolve(Array(reference.utf8)[...], against: base), as: UTF8.self)
    }

    /// The same on bytes; what stays as it is, is not copied.
    static func resolve(_ reference: ArraySlice<UInt8>, against base: String?) -> ArraySlice<UInt8> {
        let reference = trimmed(reference)
        guard let base, schemeLength(reference) == nil, let parts = Parts(base: Array(trimmed(Array(base.utf8)[...]))) else {
            return reference
        }
        return parts.resolve(Array(reference))[...]
    }

    /// True for an absolute http or https URL.
    public static func isWeb(_ address: String) -> Bool {
        let bytes = address.utf8Span.span
        return hasScheme("http://", bytes) || hasScheme("https://", bytes)
    }

    private static func hasScheme(_ scheme: StaticString, _ address: Span<UInt8>) -> Bool {
        guard address.count >= scheme.utf8CodeUnitCount else { return false }
        return scheme.withUTF8Buffer { scheme in
            scheme.indices.allSatisfy { unsafe (address[$0] | (scheme[$0].isASCIILetter ? 0x20 : 0)) == scheme[$0] }
        }
    }

    /// The number of bytes of the scheme that opens `address`, without its colon; nil for a relative reference.
    static func schemeLength(_ address: some Sequence<UInt8>) -> Int? {
        var length = 0
        for byte in address {
            if byte == UInt8(ascii: ":") { return length > 0 ? length : nil }
            guard byte.isASCIILetter || length > 0 && (byte.isASCIIDigit || "+-.".utf8.contains(byte)) else { return nil }
            length += 1
        }
        return nil
    }

    private static func isTrimmed(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return true }
        return first > 0x20 && last > 0x20
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return [] }
        return bytes[first...last]
    }
}

extension WebAddress {
    /// A hierarchical base URL, cut at its delimiters (RFC 3986 §3).
    private struct Parts {
        /// `http:`
        var scheme: ArraySlice<UInt8>
        /// `//example.com`, or nothing.
        var authority: ArraySlice<UInt8>
        var path: ArraySlice<UInt8>
        /// `?a=b`, or nothing.
        var query: ArraySlice<UInt8>

        init?(base: [UInt8]) {
            guard let length = WebAddress.schemeLength(base[...]) else { return nil }
            scheme = base[...length]
            var rest = base[(length + 1)...]
            if let fragment = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<fragment] }
            let pathEnd = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
            query = rest[pathEnd...]
            rest = rest[..<pathEnd]
            guard rest.first == UInt8(ascii: "/") else { return nil }
            let hasAuthority = rest.starts(with: "//".utf8)
            let pathStart = hasAuthority ? rest.dropFirst(2).firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex : rest.startIndex
            authority = rest[..<pathStart]
            path = rest[pathStart...]
        }

        func resolve(_ reference: [UInt8]) -> [UInt8] {
            if reference.starts(with: "//".utf8) { return scheme + reference }
            guard let first = reference.first else { return Array(scheme + authority + path + query) }
            if first == UInt8(ascii: "#") { return Array(scheme + authority + path + query) + reference }
            if first == UInt8(ascii: "?") { return Array(scheme + authority + path) + reference }
            let pathEnd = reference.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? reference.endIndex
            let merged = first == UInt8(ascii: "/") ? reference[..<pathEnd] : directory + reference[..<pathEnd]
            return scheme + authority + WebAddress.removingDotSegments(merged) + reference[pathEnd...]
        }

        /// The base path up to its last slash (RFC 3986 §5.2.3).
        private var directory: ArraySlice<UInt8> {
            guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return [UInt8(ascii: "/")] }
            return path[...slash]
        }
    }

    /// RFC 3986 §5.2.4, for a path that begins with a slash.
    private static func removingDotSegments(_ path: ArraySlice<UInt8>) -> [UInt8] {
        var segments: [ArraySlice<UInt8>] = []
        let all = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
        for (index, segment) in all.enumerated() {
            let isLast = index == all.count - 1
            switch segment.count {
            case 1 where segment.first == UInt8(ascii: "."): break
            case 2 where segment.allSatisfy({ $0 == UInt8(ascii: ".") }): _ = segments.popLast()
            default:
                segments.append(segment)
                continue
            }
            if isLast { segments.append([]) }
        }
        return segments.reduce(into: []) { result, segment in
            result.append(UInt8(ascii: "/"))
            result.append(contentsOf: segment)
        }
    }
}
