// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import TestSupport

extension Rule {
    /// FRB110–141: errors, moves and compression.
    static let trouble: [Rule] = [
        Rule(110, "slows down when a feed ceases to be one", "a page, and an empty answer: each pause twice the one before") {
            $0.slowsDown("page") && $0.slowsDown("empty")
        },
        Rule(111, "tells of 410", "event `gone`; `status` names it and what to do") {
            $0.holds(event: "gone", feed: "gone") && $0.states["gone"]?.isGone == true
        },
        Rule(112, "slows down on 403", "each pause twice the one before") { $0.slowsDown("e403") },
        Rule(113, "slows down on 404", "each pause twice the one before") { $0.slowsDown("e404") },
        Rule(114, "stops on 410", "no further request, also after restarts and forty days") { evidence in evidence.life("gone").count == 2
        },
        Rule(115, "slows down on other 4xx", "400, 401, 418") { evidence in ["e400", "e401", "e418"].allSatisfy { evidence.slowsDown($0) }
        },
        Rule(116, "slows down when there is no such host", "up to six hours") { $0.restsLong("no-host", label: "no-such-host") },
        Rule(117, "slows down when nobody answers", "refused, closed, reset: up to six hours") { evidence in
            evidence.restsLong("refused", label: "refused") && evidence.slowsDown("close", limit: 6)
                && evidence.slowsDown("reset", limit: 6)
        },
        Rule(118, "slows down on 5xx", "500, 502, 503: up to twelve hours") { evidence in
            ["e500", "e502", "e503"].allSatisfy { evidence.slowsDown($0, limit: 12) }
        },
        Rule(119, "slows down on every error", "documents cut short or wrongly encoded") {
            $0.slowsDown("truncated", limit: 6) && $0.slowsDown("bad-encoding", limit: 6)
        },
        Rule(120, "errors reach people", "state and log name class, stage and since when") { evidence in
            let state = evidence.states["e404"]
            return state?.errorLabel == "refused-404" && state?.errorStage == "fetch" && state?.failingSince != nil
                && state?.errorMessage != nil
                && evidence.holds(event: "failed", feed: "e404", "\"class\":\"refused-404\"")
        },
        Rule(130, "301 is for good", "believed after three sightings over a day: the new address is asked, the settings stay") {
            $0.isAdopted("moved-301")
        },
        Rule(131, "308 is for good", "the same") { $0.isAdopted("moved-308") },
        Rule(132, "tells of a move", "event `moved`, when it is seen and when it is believed") { evidence in
            evidence.holds(event: "moved", feed: "moved-301", "\"state\":\"seen\"")
                && evidence.holds(event: "moved", feed: "moved-301", "\"state\":\"adopted\"")
        },
        Rule(133, "302 is for now", "the old address is asked to the end") { $0.isNeverAdopted("moved-302") },
        Rule(134, "307 is for now", "the old address is asked to the end") { $0.isNeverAdopted("moved-307") },
        Rule(135, "tells of a redirect for now", "`status FEED` names the address that answers") { evidence in
            evidence.states["moved-302"]?.detour?.hasSuffix("/there.xml") == true && evidence.states["moved-301"]?.detour == nil
        },
        Rule(136, "tells of trouble with TLS", "class `tls`, with the reason") { evidence in
            evidence.restsLong("expired", label: "tls") && evidence.states["expired"]?.errorMessage?.contains("expired") == true
        },
        Rule(137, "feeds can merge", "three feeds with one address after their moves: one is polled for all") { evidence in
            let late = evidence.visits("merged").filter { $0.at > Date(timeIntervalSince1970: 1_519_120_800 + 28 * 3600) }
            return late.count >= 2 && late.allSatisfy { $0.request.path == "/one.xml" } && late.pauses.allSatisfy { $0 >= 1800 }
        },
        Rule(140, "asks for compressed answers", "Accept-Encoding with gzip in every request") { evidence in
            evidence.all.allSatisfy { $0.request["Accept-Encoding"]?.contains("gzip") == true }
        },
        Rule(141, "reads compressed answers", "three stories out of gzip") { $0.states["gzip"]?.totalNew == 3 },
    ]
}

extension Evidence {
    fileprivate func isAdopted(_ site: String) -> Bool {
        let (old, all) = (visits(site, "/feed.xml"), visits(site))
        guard let first = all.first, let last = old.last else { return false }
        let isPatient = last.at.timeIntervalSince(first.at) >= 86_400
        return isPatient && all.suffix(3).allSatisfy { $0.request.path == "/there.xml" && !$0.isUnconditional }
            && states[site]?.adoptedURL?.hasSuffix("/there.xml") == true && states[site]?.url.hasSuffix("/feed.xml") == true
    }

    fileprivate func isNeverAdopted(_ site: String) -> Bool {
        states[site]?.adoptedURL == nil && visits(site).count > 20
            && visits(site).suffix(2).map(\.request.path) == ["/feed.xml", "/there.xml"]
    }
}
