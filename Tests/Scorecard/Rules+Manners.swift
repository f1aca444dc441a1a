// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Ingest
import TestSupport

extension Rule {
    /// FRB030–071: what is asked for, how often, and with what.
    static let manners: [Rule] = [
        Rule(30, "fetches no post that it has from the feed", "a feed full of links to its own site: nothing but the feed is asked for") {
            $0.asksOnlyForTheFeed
        },
        Rule(31, "caches other addresses, too", "there are none: the same trap") { $0.asksOnlyForTheFeed },
        Rule(32, "hammers no item", "the same trap: enclosures, comments and sources are left alone") { $0.asksOnlyForTheFeed },
        Rule(33, "hammers no server", "10,000 polls: never two requests to a host at a time, and a second between two") { evidence in
            evidence.simulation.mostInFlight == 1 && evidence.mostInFlight == 1 && evidence.simulation.leastGap >= 0.999
        },
        Rule(34, "many feeds on few servers", "the same with fifty feeds a host") { evidence in
            evidence.simulation.mostInFlight == 1 && Simulation.feeds / Simulation.hosts == 50
        },
        Rule(35, "many hosts on few addresses", "forty hosts that share a public address: four requests at a time") { evidence in
            (1...TransferGate.mostPerPeer).contains(evidence.errand.mostPerAddress)
        },
        Rule(36, "adding a feed costs one request", "the first poll of the day: one request, and none to another place") { evidence in
            evidence.visits("both").count { $0.at < Date(timeIntervalSince1970: 1_519_120_800 + 600) } == 1 && evidence.asksOnlyForTheFeed
        },
        Rule(
            37, "keeps its schedule over restarts",
            "1,000 feeds, 25 restarts, of which 20 within ten minutes: nobody is polled before the interval is over"
        ) { evidence in
            evidence.simulation.early == 0 && evidence.simulation.restarts >= 25
        },
        Rule(50, "uses GET", "every request of every scene") { evidence in
            evidence.all.allSatisfy { $0.request.method == "GET" } && evidence.simulation.otherMethods == 0
        },
        Rule(51, "uses no HEAD", "every request of every scene") { evidence in evidence.all.allSatisfy { $0.request.method != "HEAD" } },
        Rule(60, "checks addresses that people type", "six bad ones: each is a mistake with its line") { evidence in
            (0..<6).allSatisfy { number in evidence.errand.mistakes.contains { $0.contains("wirespool.yaml:\(number + 5)") } }
        },
        Rule(61, "guesses no address", "every request goes where the settings or a redirect said") { $0.keepsTargets },
        Rule(62, "adds no parameters", "every target is what was configured") { $0.keepsTargets },
        Rule(63, "sends no cookies", "a server that sets one on every answer gets none back") { evidence in
            evidence.all.allSatisfy { $0.request["Cookie"] == nil } && evidence.simulation.cookies == 0
                && evidence.life("cookies").count > 12
        },
        Rule(64, "busts no cache", "no Cache-Control, no Pragma, no changing parameter") { evidence in
            evidence.all.allSatisfy { $0.request["Cache-Control"] == nil && $0.request["Pragma"] == nil }
                && evidence.simulation.changedTargets == 0
        },
        Rule(65, "sends no Referer", "also behind a redirect") { evidence in
            evidence.all.allSatisfy { $0.request["Referer"] == nil } && evidence.simulation.referrers == 0
        },
        Rule(66, "leaves query strings alone", "?b=2&a=1&&x=%7e+y arrives so") { evidence in
            evidence.life("odd-query").count > 12
                && evidence.life("odd-query").allSatisfy { $0.request.target == "/feed.xml?b=2&a=1&&x=%7e+y" }
        },
        Rule(70, "limits fetching on demand", "`fetch` leaves what is not due; a server's Retry-After holds against --force") { evidence in
            evidence.errand.turns == ["polled", "early", "polled", "failed", "early"]
        },
        Rule(71, "asks before an unconditional request", "there is none to ask for: --force is conditional") { evidence in
            evidence.errand.requests.filter { $0.path == "/wire" }.map { $0["If-None-Match"] } == [nil, "\"1\""]
        },
    ]
}

extension Evidence {
    fileprivate var asksOnlyForTheFeed: Bool { life("links").count > 12 && life("links").allSatisfy { $0.request.target == "/feed.xml" } }

    fileprivate var keepsTargets: Bool {
        let known: Set<String> = ["/feed.xml", "/there.xml", "/one.xml", "/two.xml", "/three.xml", "/a", "/b"]
        return all.allSatisfy { known.contains($0.request.path) } && simulation.changedTargets == 0
    }
}
