// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Feeds
import FoundationEssentials
import Markup

/// The trail of one story, for an editor or as one JSON object.
struct ExplanationPage {
    private struct Version {
        var stored: StoredVersion
        var article: Article
    }

    private let history: StoryHistory
    private let versions: [Version]

    init(_ history: StoryHistory) throws {
        self.history = history
        versions = try history.versions.map { Version(stored: $0, article: try Article(json: $0.record)) }
    }

    func print() {
        let headline = versions.last?.article.headline ?? ""
        StandardOutput.line(Terminal.paint(Terminal.escape(headline), .bold))
        StandardOutput.line(Terminal.paint("\(history.id)  publisher \(Terminal.escape(history.publisher))", .grey))
        for version in versions { print(version) }
        for decision in history.decisions where decision.sequence == nil { print(decision) }
        for copy in history.copies {
            let place = "\(copy.feed) \(copy.link ?? copy.key)"
            StandardOutput.line("\nalso seen  \(Clock.local(copy.seen))  \(Terminal.escape(place)), and not published again")
        }
    }

    func printJSON() {
        var json = JSONWriter()
        json.object { json in
            json.member("id", history.id)
            json.member("publisher", history.publisher)
            json.member("versions", versions) { json, version in json.object { Self.write(version, into: &$0) } }
            json.member("decisions", history.decisions) { json, decision in json.object { Self.write(decision, into: &$0) } }
            json.member("copies", history.copies) { json, copy in
                json.object { json in
                    json.member("feed", copy.feed)
                    json.member("key", copy.key)
                    json.member("link", copy.link)
                    json.member("seen", copy.seen.rfc3339)
                }
            }
        }
        json.newline()
        StandardOutput.write(json.bytes)
    }
}

extension ExplanationPage {
    private func print(_ version: Version) {
        let article = version.article
        let kind = article.changeType?.rawValue ?? (article.revision == 1 ? "new" : "update")
        let time = Clock.local(version.stored.committed)
        StandardOutput.line("")
        StandardOutput.line(
            Terminal.paint("r\(article.revision)", .bold) + "  \(Terminal.pad(kind, 10))  \(time)  \(Terminal.escape(version.stored.feed))"
                + "  " + Terminal.escape(article.headline))
        StandardOutput.line("    because " + reason(version))
        if let changes = article.changes { StandardOutput.line("    changed " + Self.words(changes)) }
        for decision in history.decisions where decision.sequence == version.stored.sequence { decision.weighed.forEach(print) }
    }

    private func reason(_ version: Version) -> String {
        let article = version.article
        if let original = article.copyOf { return "another publisher's story stands in it: \(original)" }
        if let related = article.related?.first {
            return "\(RuleWords.of(related.reason)); not surely enough to be a revision of \(related.id)"
        }
        if let match = article.matchedBy { return RuleWords.of(match.code) + RuleWords.numbers(match.numbers ?? [:]) }
        if article.warnings?.contains("targetNotFound") == true { return "it changes a story that is not known" }
        let hasDecision = history.decisions.contains { $0.sequence == version.stored.sequence }
        return hasDecision ? "none of the stories that it resembles is the same" : "nothing like it was known"
    }

    private func print(_ weighed: StoryHistory.Weighed) {
        let numbers = RuleWords.numbers(["C3": weighed.containment, "dt": weighed.hours].compactMapValues(\.self))
        StandardOutput.line("    \(Terminal.pad(weighed.tier, 7)) \(weighed.story) r\(weighed.rev)  \(Terminal.escape(weighed.headline))")
        let conflicts = weighed.conflicts.map { "; against it: " + $0.joined(separator: ", ") } ?? ""
        StandardOutput.line("            " + RuleWords.of(weighed.code) + numbers + Terminal.escape(conflicts))
    }

    private func print(_ decision: StoryHistory.Decision) {
        let words = decision.code.map(RuleWords.of) ?? ""
        let time = Clock.local(decision.at)
        StandardOutput.line("\n\(Terminal.pad(decision.verdict, 10))  \(time)  \(Terminal.escape(decision.feed))  \(words)")
        decision.weighed.forEach(print)
    }

    private static func words(_ changes: Article.Changes) -> String {
        var parts = changes.headline ? ["the headline"] : []
        let counts = [
            ("paragraph", "added", changes.paragraphsAdded), ("paragraph", "removed", changes.paragraphsRemoved),
            ("word", "added", changes.wordsAdded ?? 0), ("word", "removed", changes.wordsRemoved ?? 0),
        ]
        parts += counts.filter { $0.2 > 0 }.map { "\($0.2) \($0.0)\($0.2 == 1 ? "" : "s") \($0.1)" }
        let numbers = (changes.numbersRemoved ?? [], changes.numbersAdded ?? [])
        if !numbers.0.isEmpty || !numbers.1.isEmpty {
            parts.append("numbers \(numbers.0.joined(separator: " ")) → \(numbers.1.joined(separator: " "))")
        }
        return parts.isEmpty ? "nothing that is read" : Terminal.escape(parts.joined(separator: ", "))
    }

    private static func write(_ version: Version, into json: inout JSONWriter) {
        let article = version.article
        json.member("revision", article.revision)
        json.member("sequence", Int(version.stored.sequence))
        json.member("committed", version.stored.committed.rfc3339)
        json.member("feed", version.stored.feed)
        json.member("headline", article.headline)
        json.member("changeType", article.changeType?.rawValue)
        json.member("supersedes", article.supersedes)
        json.member("code", article.matchedBy?.code)
        json.member("copyOf", article.copyOf)
        json.member("related", article.related?.first?.id)
        guard let numbers = article.matchedBy?.numbers else { return }
        for (name, number) in numbers.sorted(by: { $0.key < $1.key }) {
            json.key(named: name)
            json.value(number)
        }
    }

    private static func write(_ decision: StoryHistory.Decision, into json: inout JSONWriter) {
        json.member("at", decision.at.rfc3339)
        json.member("sequence", decision.sequence.map { Int($0) })
        json.member("feed", decision.feed)
        json.member("verdict", decision.verdict)
        json.member("code", decision.code)
        json.member("weighed", decision.weighed) { json, weighed in
            json.object { json in
                json.member("story", weighed.story)
                json.member("rev", weighed.rev)
                json.member("headline", weighed.headline)
                json.member("tier", weighed.tier)
                json.member("code", weighed.code)
                json.member("C3", weighed.containment)
                json.member("dt", weighed.hours)
                json.member("conflicts", weighed.conflicts) { $0.value($1) }
            }
        }
    }
}
