// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import TestSupport

extension Rule {
    /// FRB001–024: what a server gave comes back, and what it wishes is heard.
    static let caching: [Rule] = [
        Rule(1, "keeps Last-Modified", "a feed with a date alone: every later request has it") { evidence in
            evidence.life("date-only").dropFirst().allSatisfy { $0.date == "0" && $0.tag == nil } && evidence.life("date-only").count > 12
        },
        Rule(2, "sends If-Modified-Since", "the date comes back as it was written, though it is none") { evidence in
            evidence.life("both").dropFirst().allSatisfy { $0.date == "Tuesday, about noon" }
        },
        Rule(3, "keeps ETag", "every later request has the tag") { evidence in
            evidence.life("both").dropFirst().allSatisfy { $0.tag != nil } && evidence.life("both").count > 12
        },
        Rule(4, "sends If-None-Match", "the tag comes back byte for byte: weak, with commas, quotes and spaces") { evidence in
            evidence.life("both").dropFirst().allSatisfy { $0.tag == "W/\"a,\"b\" c" }
        },
        Rule(10, "does not forget them soon", "the polls of a day and a quarter: one without validators") { evidence in
            evidence.visits("both").count { $0.isUnconditional } == 1
        },
        Rule(11, "does not forget them late", "forty days without a poll, then conditional again") { evidence in
            let visits = evidence.later.filter { $0.site == "both" }
            return visits.count >= 2 && visits.allSatisfy { !$0.isUnconditional }
        },
        Rule(12, "invents no If-Modified-Since", "a feed without one, whatever its Date and our clock (two years wrong, both ways) say") {
            evidence in
            evidence.life("none").allSatisfy { $0.date == nil }
                && evidence.life("both").dropFirst().allSatisfy { $0.date == "Tuesday, about noon" }
        },
        Rule(13, "invents no If-None-Match", "a feed without one is never asked with one; in 10,000 polls none that was not given") {
            evidence in
            evidence.life("none").allSatisfy { $0.tag == nil } && evidence.simulation.invented == 0
        },
        Rule(14, "takes the two for one set", "a document with a tag alone takes the date away; a 304 renews what it names") { evidence in
            evidence.visits("one-set").prefix(5).map { "\($0.tag ?? "-") \($0.date ?? "-")" }
                == ["- -", "\"1\" then", "\"2\" -", "\"3\" -", "\"3\" -"]
        },
        Rule(15, "keeps them over an upgrade", "a catalog of the form before is brought to the newest, and the next request is conditional")
        { evidence in
            let visits = evidence.upgraded.filter { $0.site == "both" }
            return !visits.isEmpty && visits.allSatisfy { !$0.isUnconditional }
        },
        Rule(16, "keeps them over a 429", "the request after it has the tag of the document, not that of the refusal") { evidence in
            evidence.visits("throttled").count > 3 && evidence.visits("throttled").dropFirst().allSatisfy { $0.tag == "\"1\"" }
        },
        Rule(
            20, "slows down on 429", "Retry-After of two hours is waited for; that of a 503 by every feed of the host"
        ) { evidence in
            let (alone, host) = (evidence.visits("throttled").pauses, evidence.visits("busy"))
            guard alone.count > 2, let refused = host.filter({ $0.request.path == "/a" }).dropFirst().first else { return false }
            let meanwhile = host.filter { $0.at > refused.at && $0.at < refused.at + 10_800 }
            return alone[1] >= 7200 && meanwhile.isEmpty && host.contains { $0.at > refused.at + 10_800 }
        },
        Rule(21, "slows down without a hint, too", "429 for ever: each pause twice the one before") {
            $0.slowsDown("throttled-always", from: 0)
        },
        Rule(22, "heeds the lifetime of a document", "max-age minus Age, and Expires minus Date: never a poll before") { evidence in
            evidence.keeps("max-age", least: 3600) && evidence.keeps("expires", least: 3600)
        },
        Rule(23, "follows the feed's rhythm", "ten new items of ten make an hourly feed's polls come faster, to five minutes and no less") {
            evidence in
            let pauses = evidence.visits("rolling").pauses
            return pauses.count { $0 < 900 } > 10 && pauses.allSatisfy { $0 >= 300 }
        },
        Rule(
            24, "heeds wishes in the document",
            "ttl, sy:updatePeriod and skipHours: never a poll before, none planned for the hours excluded"
        ) {
            evidence in
            let quiet = evidence.plannedHours(of: "quiet-hours")
            return evidence.keeps("ttl", least: 3600) && evidence.keeps("hourly", least: 3600) && quiet.count > 8
                && quiet.allSatisfy { !(12...17).contains($0) }
        },
    ]
}
