// SPDX-License-Identifier: Apache-2.0
import Glibc
import TestSupport

/// Small documents in the shape of an agency's feed.
enum Wire {
    static func document(_ items: some Sequence<Int>, channel: String = "", item: (Int) -> String = { Wire.item($0) }) -> String {
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel><title>Wire</title>"
            + "<link>https://wire.example/</link><description>Wire</description>\(channel)\(items.map(item).joined())</channel></rss>"
    }

    static func item(_ number: Int, more: String = "") -> String {
        "<item><guid isPermaLink=\"false\">g\(number)</guid><title>\(words(number)) reported</title><link>https://wire.example/\(number)</link>"
            + "<description>GENEVA, Feb. 20 (Xinhua) -- \(words(number)) was reported on Tuesday, officials said.</description>\(more)</item>"
    }

    /// Something that happens, another for each number.
    private static func words(_ number: Int) -> String {
        let things = ["A flood", "A vote", "A strike", "A fire", "A trial", "A match", "A storm", "A summit", "A merger", "A launch"]
        let places = ["the valley", "the harbour", "the capital", "the north", "the island", "the border", "the old town", "the coast"]
        return "\(things[number % things.count]) number \(number) at \(places[number / things.count % places.count])"
    }

    static let page = "<!DOCTYPE html><html><body>We are improving our site.</body></html>"

    /// The text as gzip: one block that is not compressed (RFC 1951 §3.2.4, RFC 1952).
    static func gzip(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        let length = UInt16(truncatingIfNeeded: bytes.count)
        let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]
        return head + little(length) + little(~length) + bytes + little(checksum(bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
