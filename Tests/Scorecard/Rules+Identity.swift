// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Ingest
import TestSupport

extension Rule {
    /// FRB080–106: who we say that we are, and how a feed is added.
    static let identity: [Rule] = [
        Rule(80, "has a User-Agent", "every request of every scene") { evidence in
            evidence.all.allSatisfy { $0.request["User-Agent"]?.isEmpty == false }
        },
        Rule(81, "with an address", "(+https://…)") { evidence in
            evidence.agents.allSatisfy { $0.contains("(+https://") && $0.hasSuffix(")") }
        },
        Rule(82, "with a version", "Wirespool/1.2.3") { evidence in
            evidence.agents.allSatisfy {
                $0.hasPrefix("Wirespool/") && $0.dropFirst("Wirespool/".count).prefix { $0 != " " }.split(separator: ".").count == 3
            }
        },
        Rule(83, "a version that means something", "it is what --version says") { evidence in
            evidence.agents.allSatisfy { $0.hasPrefix("Wirespool/\(Version.current) ") }
        },
        Rule(84, "no masquerade", "one name, our own") { evidence in evidence.agents.allSatisfy { $0.hasPrefix("Wirespool/") } },
        Rule(85, "not as a browser", "no Mozilla, no compatible") { evidence in
            evidence.agents.allSatisfy { agent in !["Mozilla", "compatible", "Gecko", "WebKit"].contains { agent.contains($0) } }
        },
        Rule(86, "no names of libraries", "no curl, no Swift") { evidence in
            evidence.agents.allSatisfy { agent in !["curl", "swift", "libxml"].contains { agent.lowercased().contains($0) } }
        },
        Rule(87, "does not change its form", "one value in all requests of all scenes") { evidence in
            evidence.agents.count == 1 && evidence.simulation.agents.count == 1
        },
        Rule(88, "no id of its user", "two installations say the same: that of the day and that of the simulation") { evidence in
            evidence.agents == evidence.simulation.agents
        },
        Rule(89, "you are not jwz", "what the rule asks for is not known here; its page must be read first", nil),
        Rule(90, "its addresses are real", "the address in the User-Agent must answer: asked at each release, not without a network", nil),
        Rule(100, "adds no bad address", "a list with seven of them: none is taken over") { $0.errand.refusals == 7 },
        Rule(101, "shows what came in place of a feed", "the page is kept in quarantine/, and `status` says so") { evidence in
            evidence.quarantined.contains("page.document")
        },
        Rule(102, "knows what is no feed", "a page: not-a-feed") { $0.states["page"]?.errorLabel == "not-a-feed" },
        Rule(103, "follows link rel=alternate", "`discover` prints what the page announces; feeds are added by the operator alone") {
            evidence in
            evidence.errand.announced == ["/a.xml"]
        },
        Rule(104, "guesses no feed", "`discover` asks for the page and for nothing else") { $0.errand.discovery == ["/"] },
        Rule(105, "guesses nothing else", "no icons, no home page, no robots.txt: the trap of FRB030") { evidence in
            evidence.life("links").allSatisfy { $0.request.target == "/feed.xml" } && evidence.errand.discovery == ["/"]
        },
        Rule(106, "keeps addresses private", "a token in an address stands in no event and no message") { evidence in
            let state = evidence.states["private"]
            return state?.errorLabel == "refused-404" && !evidence.events.contains { $0.contains("hunter2") }
                && state?.errorMessage?.contains("hunter2") == false
        },
    ]
}

extension Evidence {
    fileprivate var agents: Set<String> { Set(all.compactMap { $0.request["User-Agent"] }) }
}
