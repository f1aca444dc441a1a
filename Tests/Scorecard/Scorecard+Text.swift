// SPDX-License-Identifier: Apache-2.0
import Markup

extension Scorecard {
    /// One line a rule and a count, for people.
    public var text: String {
        let lines = findings.map { "\($0.rule)  \(padded($0.verdict.rawValue, 14))  \(padded($0.title, 44))  \($0.why)" }
        let counted = counts.map { "\($0.isReached ? "ok  " : "FAIL")  \(padded($0.name, 40))  \($0.value)  (\($0.goal))" }
        return (lines + [""] + counted + ["", summary]).joined(separator: "\n") + "\n"
    }

    /// One object a rule and a count.
    public var json: String {
        var json = JSONWriter()
        for finding in findings {
            json.object { json in
                json.member("rule", finding.rule)
                json.member("verdict", finding.verdict.rawValue)
                json.member("title", finding.title)
                json.member("why", finding.why)
            }
            json.newline()
        }
        for count in counts {
            json.object { json in
                json.member("count", count.name)
                json.member("value", count.value)
                json.member("goal", count.goal)
                json.member("reached", count.isReached)
            }
            json.newline()
        }
        return json.text
    }

    /// The page `docs/POLITENESS.md`; what differs from run to run is left out.
    public var page: String {
        let rows = findings.map { "| \($0.rule) | \($0.title) | \($0.verdict.rawValue) | \($0.why) |" }
        let counted = counts.map { "| \($0.name) | \($0.goal) | \($0.isReached ? "reached" : "missed") |" }
        return Self.opening + rows.joined(separator: "\n") + Self.middle + counted.joined(separator: "\n") + "\n"
    }

    private var summary: String {
        let passed = findings.count { $0.verdict == .pass }
        let failed = findings.count { $0.verdict == .fail }
        return "\(findings.count) rules: \(passed) pass, \(failed) fail, \(findings.count - passed - failed) not applicable"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
