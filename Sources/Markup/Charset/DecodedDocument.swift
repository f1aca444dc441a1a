// SPDX-License-Identifier: Apache-2.0

/// A document's text as UTF-8 that XML allows, whatever bytes arrived.
///
/// Bytes that are valid UTF-8 are UTF-8 whatever the label says; else the byte order mark decides, then the XML declaration, then
/// HTTP's charset. What can't be decoded and what XML forbids (C0 controls, U+FFFE) becomes U+FFFD.
public struct DecodedDocument: Hashable, Sendable {
    /// Valid UTF-8 without a byte order mark, without white space at the start.
    public var bytes: [UInt8]
    /// The charset that the bytes were read as, in lower case.
    public var encoding: String
    /// What had to be replaced, in words for people.
    public var repairs: [String] = []

    /// Decodes `bytes`; never fails.
    ///
    /// - Parameter contentType: HTTP's Content-Type, for its charset parameter.
    public init(_ bytes: [UInt8], contentType: String? = nil) {
        let labels = DeclaredCharset(bytes: bytes, contentType: contentType)
        let check = UTF8Check(bytes)
        var mayHoldForbidden = true
        if let signature = ByteOrder.signature(of: bytes), signature.charset != "utf-8" {
            self.init(transcoding: bytes[signature.length...], from: [signature.charset])
        } else if labels.isSevenBitShift(bytes) || !check.isValid {
            self.init(transcoding: bytes[...], from: labels.candidates(for: bytes))
        } else {
            self.init(bytes: bytes, encoding: check.isASCII ? labels.nameOfASCII : "utf-8")
            mayHoldForbidden = check.mayHoldForbidden
        }
        let forbidden = mayHoldForbidden ? ForbiddenCharacters.replace(in: &self.bytes) : 0
        if forbidden > 0 { repairs.append("\(forbidden) forbidden characters replaced") }
        trimStart()
    }
}

extension DecodedDocument {
    private init(bytes: [UInt8], encoding: String, replaced: Int = 0) {
        self.bytes = bytes
        self.encoding = encoding
        if replaced > 0 { repairs.append("\(replaced) bad bytes replaced") }
    }

    /// Reads `bytes` as the first of `charsets` that iconv knows.
    private init(transcoding bytes: ArraySlice<UInt8>, from charsets: some Sequence<String>) {
        for charset in charsets {
            guard let result = Transcoder.utf8(bytes, from: charset) else { continue }
            self.init(bytes: result.bytes, encoding: charset, replaced: result.replaced)
            return
        }
        let result = Transcoder.replacingInvalid(bytes)
        self.init(bytes: result.bytes, encoding: "utf-8", replaced: result.replaced)
    }

    private mutating func trimStart() {
        var start = 0
        while start < bytes.count {
            if bytes[start] <= 0x20 {
                start += 1
            } else if bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) {
                start += 3
            } else {
                break
            }
        }
        if start > 0 { bytes.removeFirst(start) }
    }
}
