// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Ingest
import TestSupport

/// What the scenes brought to light.
struct Evidence: Sendable {
    /// The requests of the first day and a quarter.
    var day: [Visit]
    /// The feeds' states after it.
    var states: [String: FeedState]
    /// The ingestion log after it.
    var events: [String]
    /// Requests forty days later, and with a clock that is two years wrong.
    var later: [Visit] = []
    /// Requests after the catalog was brought to the newest form.
    var upgraded: [Visit] = []
    /// Documents that were kept since they could not be read.
    var quarantined: [String] = []
    /// The most requests in flight to one host at a time.
    var mostInFlight = 0
    var errand = Errand()
    var simulation = Simulation()

    init(day: [Visit], states: [String: FeedState], events: [String]) {
        (self.day, self.states, self.events) = (day, states, events)
    }

    /// Every request of every scene but the simulation.
    var all: [Visit] { day + later + upgraded }

    /// The requests of the first day to one site.
    func visits(_ site: String, _ path: String? = nil) -> [Visit] {
        day.filter { $0.site == site && (path == nil || $0.request.path == path) }
    }

    /// Every request to one site, over the whole life of its feed.
    func life(_ site: String) -> [Visit] { all.filter { $0.site == site } }

    /// All pauses between visits of a site are at least as long. On a busy machine they are longer: nobody minds.
    func keeps(_ site: String, least: TimeInterval) -> Bool {
        let pauses = visits(site).pauses
        return pauses.count >= 3 && pauses.allSatisfy { $0 >= least }
    }

    /// The pauses of a failing feed are at least twice as long each time, up to the limit of its kind of failure.
    ///
    /// - Parameter first: the pauses before the first failure.
    func slowsDown(_ site: String, from first: Int = 1, limit hours: Double = 24) -> Bool {
        // A request on a connection that had died meanwhile is repeated at once, on another.
        let pauses = visits(site).pauses.filter { $0 > 0 }.dropFirst(first)
        let least = (0..<pauses.count).map { min(900 * Double(1 << min($0, 20)), hours * 3600) }
        return pauses.count >= 3 && zip(pauses, least).allSatisfy { $0 >= $1 }
    }

    /// The same of a feed whose requests reach no server: its failures and its next poll tell.
    func restsLong(_ feed: String, label: String) -> Bool {
        guard let state = states[feed], let since = state.failingSince, let last = state.lastPoll else { return false }
        // Thirty hours at the usual rhythm would be 120 polls.
        return state.errorLabel == label && (4...20).contains(state.failures) && last > since + 7 * 3600
    }

    /// The hours of the day, in UTC, that the feed's polls were planned for.
    func plannedHours(of feed: String) -> [Int] {
        let polls = events.filter { $0.contains("\"ev\":\"poll\"") && $0.contains("\"feed\":\"\(feed)\"") }
        return polls.compactMap { line in
            // "next":"2018-02-20T18:00:03Z"
            line.split(separator: "\"next\":\"").dropFirst().first.flatMap { Int($0.dropFirst(11).prefix(2)) }
        }
    }

    func holds(event: String, feed: String, _ text: String = "") -> Bool {
        events.contains { $0.contains("\"ev\":\"\(event)\"") && $0.contains("\"feed\":\"\(feed)\"") && $0.contains(text) }
    }
}
