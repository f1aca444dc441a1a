// SPDX-License-Identifier: Apache-2.0

/// One rule of the Feed Reader Behavior list, and what the scenes say of it.
public struct Finding: Hashable, Sendable {
    /// Whether the rule is kept.
    public enum Verdict: String, Hashable, Sendable {
        case pass, fail
        case notApplicable = "not applicable"
    }

    /// `FRB001`.
    public var rule: String
    /// The rule in our own short words.
    public var title: String
    /// Whether it is kept.
    public var verdict: Verdict
    /// What was looked at, or why nothing was.
    public var why: String
}

/// One rule, with the look at the evidence that decides.
struct Rule: Sendable {
    let number: String
    let title: String
    let why: String
    /// Nil where the rule has nothing to say to a daemon.
    let isKept: (@Sendable (Evidence) -> Bool)?

    init(_ number: Int, _ title: String, _ why: String, _ isKept: (@Sendable (Evidence) -> Bool)?) {
        let digits = String(number)
        self.number = "FRB" + String(repeating: "0", count: 3 - digits.count) + digits
        (self.title, self.why, self.isKept) = (title, why, isKept)
    }

    func finding(_ evidence: Evidence) -> Finding {
        let verdict: Finding.Verdict = isKept.map { $0(evidence) ? .pass : .fail } ?? .notApplicable
        return Finding(rule: number, title: title, verdict: verdict, why: why)
    }
}
