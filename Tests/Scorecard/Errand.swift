// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Ingest
import Logging
import Synchronization
import TestSupport
import Transport

/// What operators do by hand: fetch, import, discover, check.
struct Errand: Sendable {
    /// `fetch` twice, then with `--force`, then a feed whose server asked for a pause, with `--force`.
    var turns: [String] = []
    var requests: [Request] = []
    /// The mistakes that `check` finds in bad addresses.
    var mistakes: [String] = []
    /// Entries of a list that are not taken over.
    var refusals = 0
    /// The requests that `discover` makes for a page with a feed, and what it finds.
    var discovery: [String] = []
    var announced: [String] = []
    /// Requests in flight at a time to hosts that share one address.
    var mostPerAddress = 0

    static func run() async throws -> Errand {
        var errand = Errand()
        try await errand.fetch()
        try errand.check()
        try await errand.discover()
        errand.mostPerAddress = await mostAtOneAddress()
        return errand
    }
}

extension Errand {
    private mutating func fetch() async throws {
        let directory = try TemporaryDirectory()
        let server = try LoopbackServer.start { request in
            if request.path == "/busy" { return .status(429, headers: ["Retry-After": "3600"]) }
            return request["If-None-Match"] == nil ? .ok(Wire.document(1...3), headers: ["ETag": "\"1\""]) : .notModified()
        }
        let configuration = """
            state: state
            log: ingest.log
            outlets: {main: {path: spool}}
            defaults: {allow_private: true, host_gap: 0s}
            feeds:
              wire: {url: "\(server.url("/wire"))"}
              busy: {url: "\(server.url("/busy"))"}
            """
        let settings = try Settings.load(try directory.write(configuration, to: "wirespool.yaml"))
        let site = try await Site.open(
            settings, holder: "scorecard", fetcher: try Transfers(), clock: .system,
            logger: Logger(label: "scorecard") { _ in SwiftLogNoOpLogHandler() })
        for (feed, isForced) in [(0, false), (0, false), (0, true), (1, false), (1, true)] {
            let turn = Mutex("")
            _ = try await FetchRun(site, ignoresSchedule: isForced).poll([settings.feeds[feed]]) { one in
                turn.withLock { $0 = Self.word(one) }
            }
            turns.append(turn.withLock { $0 })
        }
        requests = server.requests
    }

    private static func word(_ turn: FetchRun.Turn) -> String {
        switch turn {
        case .polled(let report): report.failure == nil ? "polled" : "failed"
        case .early: "early"
        case .resting: "resting"
        }
    }

    private mutating func check() throws {
        let directory = try TemporaryDirectory()
        let addresses = [
            "ftp://a.example/", "https://", "http://user:secret@a.example/", "https://a b.example/", "feed.xml", "https://a.example:x/",
        ]
        let feeds = addresses.enumerated().map { "  f\($0.offset): {url: \"\($0.element)\"}\n" }.joined()
        let path = try directory.write("state: s\nlog: l\noutlets: {a: {path: a}}\nfeeds:\n\(feeds)", to: "wirespool.yaml")
        mistakes = SettingsReview(of: path).mistakes.map(\.description)
        let list = OPML(addresses.map { OPML.Entry(title: "x", url: $0) } + [OPML.Entry(title: "x", url: "file:///etc/passwd")])
        refusals = ImportedFeeds(list, besides: []).refusals.count
    }

    private mutating func discover() async throws {
        let server = try LoopbackServer.start { _ in
            .ok(
                "<html><link rel=icon href=/favicon.ico><link rel=alternate type=application/rss+xml href=/a.xml><a href=/rss>RSS</a></html>"
            )
        }
        announced = try await AnnouncedFeeds.of(server.url("/"), fetcher: try Transfers(), allowsPrivate: true).feeds.map(\.url)
            .map { $0.replacing(server.url(""), with: "") }
        discovery = server.requests.map(\.target)
    }

    private static func mostAtOneAddress() async -> Int {
        let gate = TransferGate(capacity: 64, clock: .system)
        let crowd = Crowd()
        for number in 0..<40 { await gate.note("93.184.216.34", of: "host\(number)") }
        await withDiscardingTaskGroup { group in
            for number in 0..<40 {
                group.addTask {
                    await gate.pass(host: "host\(number)", gap: .zero) {
                        await crowd.enter()
                        for _ in 0..<50 { await Task.yield() }
                        await crowd.leave()
                    }
                }
            }
        }
        return await crowd.most
    }
}

/// Counts who is inside.
private actor Crowd {
    private var count = 0
    private(set) var most = 0

    func enter() {
        count += 1
        most = max(most, count)
    }

    func leave() { count -= 1 }
}
