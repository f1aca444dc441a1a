// SPDX-License-Identifier: Apache-2.0

/// Documents that are no feed: what they are, for people.
enum Page {
    /// - Parameters:
    ///   - bytes: valid UTF-8.
    ///   - root: the name of the root element, if an XML parser found one.
    static func error(_ bytes: [UInt8], root: String?) -> FeedError {
        let head = String(decoding: bytes.prefix(65_536), as: UTF8.self).lowercased()
        let isHTML = root?.lowercased() == "html" || ["<html", "<!doctype html", "<body", "<head"].contains { head.contains($0) }
        if isHTML, let sign = challenges.first(where: { head.contains($0) }) {
            return FeedError(.challenge, "a page that asks for a browser ('\(sign)')")
        }
        if isHTML { return FeedError(.notAFeed, "the page begins with <html>") }
        if let root { return FeedError(.notAFeed, "the document's root is <\(root.prefix(60))>") }
        guard bytes.prefix(512).lazy.filter({ $0 == 0xEF }).count < 8 else { return FeedError(.notAFeed, "a binary file") }
        return FeedError(.notAFeed, "the document begins with '\(opening(of: bytes))'")
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
