// SPDX-License-Identifier: Apache-2.0
import Synchronization
import Transport

/// The real network, counted: how many requests are in flight to each host, and which feed each belongs to.
final class WatchedNetwork: Fetching {
    /// The header by which a scene tells us the feed; it never leaves this file.
    static let feedHeader = "X-Scene-Feed"

    private struct State {
        var inFlight: [String: Int] = [:]
        var most = 0
    }

    private let transfers: Transfers
    private let time: SceneClock
    private let state = Mutex(State())

    init(_ time: SceneClock) throws {
        transfers = try Transfers()
        self.time = time
    }

    /// The most requests that were in flight to one host at a time.
    var mostInFlight: Int { state.withLock { $0.most } }

    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
        var request = request
        if let feed = request.headers.first(where: { $0.name == Self.feedHeader }),
            !time.begin(String(decoding: feed.value, as: UTF8.self))
        {
            throw FetchError(.cancelled, "the scene is over")
        }
        request.headers.removeAll { $0.name == Self.feedHeader }
        let host = String(request.url.split(separator: "/").dropFirst().first ?? "")
        // No name server and no certificate is at hand: what they would say.
        if host == "no-such-host.invalid" { throw FetchError(.noSuchHost, "no such host: \(host)") }
        if host == "expired.invalid" { throw FetchError(.tls, "no secure connection to \(host): certificate has expired") }
        enter(host)
        defer { leave(host) }
        return try await transfers.fetch(request)
    }

    private func enter(_ host: String) {
        state.withLock { state in
            let count = (state.inFlight[host] ?? 0) + 1
            state.inFlight[host] = count
            state.most = max(state.most, count)
        }
    }

    private func leave(_ host: String) {
        state.withLock { $0.inFlight[host] = ($0.inFlight[host] ?? 1) - 1 }
    }
}
