// SPDX-License-Identifier: Apache-2.0

/// The header lines of a request, as bytes without the line's end.
enum RequestHeaders {
    /// Writes the lines in their order; a field that would not be one line, or has no name or value, is left out.
    static func lines(of request: FetchRequest) -> [[UInt8]] {
        var fields = [HeaderField("User-Agent", request.userAgent.utf8)]
        if !request.headers.contains(where: { $0.isNamed("Accept") }) {
            fields.append(HeaderField("Accept", "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.8".utf8))
        }
        // RFC 9110 §13.1: byte for byte what the server gave, for it alone knows what they mean.
        if let tag = request.validators.entityTag {
            fields.append(HeaderField("If-None-Match", tag))
            if request.acceptsDelta { fields.append(HeaderField("A-IM", "feed".utf8)) }
        }
        if let date = request.validators.lastModified { fields.append(HeaderField("If-Modified-Since", date)) }
        fields += request.headers
        return fields.filter(isOneLine).map { Array($0.name.utf8) + Array(": ".utf8) + $0.value }
    }

    /// Whether a field is a token and a value without control characters (RFC 9110 §5.5, §5.6.2): no second line can hide in it.
    static func isOneLine(_ field: HeaderField) -> Bool {
        !field.name.isEmpty && field.name.utf8.allSatisfy(isTokenByte)
            && !field.value.isEmpty && field.value.allSatisfy { $0 == 0x09 || (0x20...0x7E).contains($0) || $0 >= 0x80 }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
