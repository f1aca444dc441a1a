// SPDX-License-Identifier: Apache-2.0

/// Documents that are no feed: what they are, for people.
enum Page {
    /// - Parameters:
    ///   - bytes: valid UTF-8.
    ///   - root: the name of the root element, if an XML parser found one.
    static func error(_ bytes: [UInt8], root: String?) -> FeedError {
        let head = bytes.prefix(65_536).map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
        let isHTML = root?.lowercased() == "html" || ["<html", "<!doctype html", "<body", "<head"].contains { holds($0, in: head) }
        if isHTML, let sign = challenges.first(where: { holds($0, in: head) }) {
            return FeedError(.challenge, "a page that asks for a browser ('\(sign)')")
        }
        if isHTML { return FeedError(.notAFeed, "the page begins with <html>") }
        if let root { return FeedError(.notAFeed, "the document's root is <\(String(root.unicodeScalars.prefix(60)))>") }
        guard bytes.prefix(512).lazy.filter({ $0 == 0xEF }).count < 8 else { return FeedError(.notAFeed, "a binary file") }
        return FeedError(.notAFeed, "the document begins with '\(opening(of: bytes))'")
    }

    /// Compares bytes: a run of flags takes Swift's characters time in proportion to its square.
    private static func holds(_ words: String, in head: [UInt8]) -> Bool {
        let words = Array(words.utf8)
        return head.indices.contains { head[$0] == words.first && head[$0...].starts(with: words) }
    }

    /// The first 40 characters, on one line.
    private static func opening(of bytes: [UInt8]) -> String {
        let line = String(decoding: bytes.prefix(200), as: UTF8.self).prefix { !$0.isNewline }
        return String(line.prefix(40))
    }

    /// What the interstitial pages of Cloudflare, Akamai, Imperva, DataDome, PerimeterX, DDoS-Guard and AWS have in them.
    private static let challenges = [
        "just a moment...", "cf-chl", "challenge-platform", "attention required! | cloudflare", "checking your browser",
        "_incapsula_resource",
        "captcha-delivery.com", "px-captcha", "ddos-guard", "awswafintegration", "g-recaptcha", "h-captcha", "sec-if-cpt-container",
    ]
}
