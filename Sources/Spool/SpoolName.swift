// SPDX-License-Identifier: Apache-2.0

/// The names of published files: `<16 digits>-<26 base32>-r<revision>.json`.
///
/// Sorting by name is sorting by catalog order, and nothing of a name comes from a feed.
public enum SpoolName {
    /// The name of one revision of a story.
    ///
    /// - Parameters:
    ///   - sequence: the catalog's number, from 0 to 9,999,999,999,999,999.
    ///   - key: the SHA-256 digest of the feed's identity and the story's id, of which the first 130 bits are used.
    public static func make(sequence: Int64, key: [UInt8], revision: Int) -> String {
        precondition(sequence >= 0 && sequence < limit, "a sequence number has at most 16 digits")
        precondition(key.count >= 17, "a key is a SHA-256 digest")
        precondition(revision >= 0 && revision < 1_000_000_000, "a revision has at most 9 digits")
        let digits = String(sequence)
        let padding = String(repeating: "0", count: digitCount - digits.utf8.count)
        return "\(padding)\(digits)-\(base32(key))-r\(revision).json"
    }

    /// The sequence number that `name` begins with, or nil when the name isn't one that `make` gives.
    public static func sequence(of name: String) -> Int64? {
        let bytes = Array(name.utf8)
        guard bytes.count > prefixLength + suffix.count, bytes.count <= longest else { return nil }
        let key = bytes[(digitCount + 1)..<(digitCount + 1 + keyLength)]
        let revision = bytes[prefixLength..<(bytes.count - suffix.count)]
        guard bytes[digitCount] == UInt8(ascii: "-"), key.allSatisfy(alphabet.contains),
            bytes[(prefixLength - 2)..<prefixLength].elementsEqual("-r".utf8), revision.allSatisfy(isDigit),
            bytes.suffix(suffix.count).elementsEqual(suffix)
        else { return nil }
        let digits = bytes.prefix(digitCount)
        guard digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }
}

extension SpoolName {
    private static let digitCount = 16
    private static let limit: Int64 = 10_000_000_000_000_000
    private static let keyLength = 26
    private static let prefixLength = digitCount + 1 + keyLength + 2
    private static let suffix = Array(".json".utf8)
    private static let longest = 64
    /// Crockford's base 32: digits, then letters without i, l, o and u, which are read for others.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// The first 130 bits of `key`, five to a character.
    private static func base32(_ key: [UInt8]) -> String {
        let characters = (0..<keyLength).map { index in
            let bit = index * 5
            let pair = UInt16(key[bit / 8]) << 8 | (bit / 8 + 1 < key.count ? UInt16(key[bit / 8 + 1]) : 0)
            return alphabet[Int(pair >> UInt16(11 - bit % 8)) & 31]
        }
        return String(decoding: characters, as: UTF8.self)
    }
}
