// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Transport

extension Reading {
    /// The name that a robots.txt calls us by.
    private static let product = "wirespool"

    /// Throws where the robots.txt of its host asks us to leave `url` alone, of a feed whose operator lets it have a say (RFC 9309).
    func heedRobots(at url: String, of feed: FeedSettings, _ state: FeedState) async throws(IngestError) {
        guard feed.respectsRobots, let host = FeedSettings.host(of: url) else { return }
        let path = url.dropFirst(url.origin.count).prefix { $0 != "#" }
        // A file is named after it: no credentials.
        let origin = url.origin.prefix { $0 != ":" } + "://" + host
        let rules = RobotsRules(try await robots(of: String(origin), for: feed, state), for: Self.product)
        guard !rules.allow(path.hasPrefix("/") ? String(path) : "/" + path) else { return }
        throw IngestError(
            stage: .fetch, label: "robots", message: "the robots.txt of \(host) asks crawlers to leave the feed alone: ask the publisher",
            exitCode: ExitCode.noPermission)
    }

    /// The host's robots.txt; empty where it has none.
    private func robots(of origin: String, for feed: FeedSettings, _ state: FeedState) async throws(IngestError) -> String {
        let kept = robotsFiles?.text(of: origin, at: clock.now())
        if let kept, kept.isFresh { return kept.text }
        var request = FetchRequest(feed, state, at: clock.now())
        (request.url, request.validators, request.validatorsURL, request.acceptsDelta) = ("\(origin)/robots.txt", Validators(), nil, false)
        request.limits.maxBody = RobotsFiles.longest
        let text: String
        do throws(IngestError) {
            text = String(decoding: try await fetch(request).body, as: UTF8.self)
        } catch {
            if error.meansNoRobots { text = "" } else if let kept { return kept.text } else { throw error.of("robots.txt") }
        }
        robotsFiles?.keep(text, of: origin, at: clock.now())
        await clock.sleep(until: clock.now() + feed.requestGap.inSeconds)
        return text
    }
}

extension IngestError {
    /// RFC 9309 §2.3.1.3: a host that refuses it forbids nothing. One that asks for patience is asked later.
    fileprivate var meansNoRobots: Bool {
        label == "gone" || label == "challenge" || (label.hasPrefix("refused-4") && label != "refused-429")
    }

    fileprivate func of(_ document: String) -> IngestError {
        var error = self
        error.message = "\(document): \(message)"
        return error
    }
}

extension String {
    /// Scheme and authority of a web address, in lower case.
    var origin: String {
        split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3).joined(separator: "/").lowercased()
    }
}
