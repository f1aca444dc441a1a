// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Ingest
import Synchronization
import TestSupport

/// A thousand feeds on twenty hosts, ten thousand polls, five restarts, and then twenty more within ten minutes: counted.
struct Simulation: Sendable {
    static let feeds = 1000
    static let hosts = 20
    static let leastPolls = 10_000
    private static let interval = 900.0

    var polls = 0
    /// Requests without validators.
    var unconditional = 0
    /// Validators that the server never gave.
    var invented = 0
    /// Validators that the server gave before its last ones.
    var outdated = 0
    var cookies = 0
    var referrers = 0
    var changedTargets = 0
    var otherMethods = 0
    var agents: Set<String> = []
    /// Visits of a feed before its interval was over.
    var early = 0
    var mostInFlight = 0
    /// The least seconds between two requests to one host.
    var leastGap = TimeInterval.infinity
    var restarts = 0

    static func run() async throws -> Simulation {
        let scene = try Scene()
        let desk = Desk()
        let sites = try (0..<hosts).map { number in
            try scene.site("site\(number)") { request, before in desk.answer(request, before, number) }
        }
        let settings = (0..<feeds).map { scene.feed("feed\($0)", sites[$0 % hosts].url("/feed\($0).xml")) }
        var simulation = Simulation()
        for seconds in Array(repeating: 1900.0, count: 5) + Array(repeating: 30, count: 20) {
            try await scene.run(settings, seconds: seconds)
            simulation.restarts += 1
            // A restart takes its time.
            scene.time.advance(by: 2)
        }
        while scene.visits.count < leastPolls {
            try await scene.run(settings, seconds: 900)
            scene.time.advance(by: 2)
        }
        simulation.count(scene.visits, desk)
        simulation.mostInFlight = scene.network.mostInFlight
        return simulation
    }

    private mutating func count(_ visits: [Visit], _ desk: Desk) {
        polls = visits.count
        unconditional = visits.count { $0.isUnconditional }
        (invented, outdated) = desk.troubles
        cookies = visits.count { $0.request["Cookie"] != nil }
        referrers = visits.count { $0.request["Referer"] != nil }
        changedTargets = visits.count { !$0.request.target.hasPrefix("/feed") || !$0.request.target.hasSuffix(".xml") }
        otherMethods = visits.count { $0.request.method != "GET" }
        agents = Set(visits.compactMap { $0.request["User-Agent"] })
        let byFeed = Dictionary(grouping: visits, by: \.request.target).values
        early = byFeed.reduce(0) { $0 + $1.pauses.count { $0 < Self.interval - 0.001 } }
        leastGap = Dictionary(grouping: visits, by: \.site).values.flatMap(\.pauses).min() ?? .infinity
    }
}

/// The servers of the simulation: each feed has a new story at every fifth visit, and validators to know it by.
private final class Desk: Sendable {
    private struct State {
        var given: [String: [String]] = [:]
        var invented = 0
        var outdated = 0
    }

    private let state = Mutex(State())

    var troubles: (invented: Int, outdated: Int) { state.withLock { ($0.invented, $0.outdated) } }

    func answer(_ request: Request, _ before: Int, _ site: Int) -> Reply {
        let version = before / 5
        let tag = "\"\(site)-\(request.target.utf8.count)-\(version)\""
        return state.withLock { state in
            let given = state.given[request.target] ?? []
            if let sent = request["If-None-Match"], sent != given.last {
                if given.contains(sent) { state.outdated += 1 } else { state.invented += 1 }
            }
            if request["If-Modified-Since"] != nil { state.invented += 1 }
            guard request["If-None-Match"] != tag else { return .notModified() }
            state.given[request.target, default: []].append(tag)
            let first = version + (Int(request.target.filter(\.isNumber)) ?? 0) * 1000
            return .ok(Wire.document(first...first + 1), headers: ["ETag": tag, "Set-Cookie": "id=\(site)"])
        }
    }
}
