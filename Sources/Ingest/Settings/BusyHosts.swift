// SPDX-License-Identifier: Apache-2.0
import Transport

extension FeedSettings {
    /// The least pause between two requests to the feed's host: the operator's, else longer where many feeds share the host.
    public var requestGap: Duration { self.hostGap ?? (isOnBusyHost ? .seconds(10) : .seconds(1)) }
}

extension [FeedSettings] {
    /// So many feeds may share a host without making it a busy one.
    private static let few = 10

    /// Notes of each feed whether its host is busy, and warns of hosts whose feeds can't all be polled as often as they wish.
    ///
    /// Nobody's patience is at stake on the operator's own machines; they are never busy.
    mutating func noteBusyHosts() -> [SettingsError.Mistake] {
        var places: [String: [Int]] = [:]
        for (place, feed) in enumerated() where feed.isEnabled {
            if let host = feed.host { places[host, default: []].append(place) }
        }
        var warnings: [SettingsError.Mistake] = []
        for (host, places) in places where places.count > Self.few && !OwnNetwork.holds(host) {
            for place in places { self[place].isOnBusyHost = true }
            let round = places.reduce(Duration.zero) { $0 + self[$1].requestGap }
            guard let first = places.first, let least = places.map({ self[$0].interval }).min(), round > least else { continue }
            let message = """
                the \(places.count) feeds of \(host) take \(round.words) one after the other, longer than the interval of \
                \(least.words); give them a longer one, or a shorter host_gap if the publisher agrees
                """
            warnings.append(.init(file: self[first].place.file, line: self[first].place.line, message: message))
        }
        return warnings.sorted { $0.message < $1.message }
    }
}
