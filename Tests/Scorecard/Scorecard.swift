// SPDX-License-Identifier: Apache-2.0

/// How the daemon's own poller fares by the rules of the Feed Reader Behavior list, and in ten thousand polls.
public struct Scorecard: Sendable {
    /// One finding a rule, in the order of the list.
    public let findings: [Finding]
    /// The counts of the simulation, with the least or the most that is allowed.
    public let counts: [Count]

    /// One count of the simulation.
    public struct Count: Hashable, Sendable {
        /// What was counted.
        public var name: String
        /// How many there were.
        public var value: Int
        /// In words: `0`, `as many as feeds`.
        public var goal: String
        /// The goal is reached.
        public var isReached: Bool
    }

    static let rules = Rule.caching + Rule.manners + Rule.identity + Rule.trouble

    /// Runs all scenes: some seconds.
    public static func run() async throws -> Scorecard {
        var evidence = try await Day().run()
        evidence.errand = try await Errand.run()
        evidence.simulation = try await Simulation.run()
        return Scorecard(findings: rules.map { $0.finding(evidence) }, counts: counts(of: evidence.simulation))
    }

    /// No rule is broken and every count is as it should be.
    public var isClean: Bool { findings.allSatisfy { $0.verdict != .fail } && counts.allSatisfy(\.isReached) }

    private static func counts(of run: Simulation) -> [Count] {
        func none(_ name: String, _ value: Int) -> Count { Count(name: name, value: value, goal: "0", isReached: value == 0) }
        return [
            Count(name: "polls", value: run.polls, goal: "at least 10,000", isReached: run.polls >= Simulation.leastPolls),
            Count(
                name: "unconditional requests", value: run.unconditional, goal: "one a feed: \(Simulation.feeds)",
                isReached: run.unconditional == Simulation.feeds),
            none("validators that were not given", run.invented), none("validators that were not the last", run.outdated),
            none("cookies", run.cookies), none("referers", run.referrers), none("changed targets", run.changedTargets),
            none("other methods than GET", run.otherMethods), none("polls before the interval was over", run.early),
            Count(name: "most requests in flight to one host", value: run.mostInFlight, goal: "1", isReached: run.mostInFlight == 1),
            Count(name: "restarts", value: run.restarts, goal: "at least 25", isReached: run.restarts >= 25),
        ]
    }
}
