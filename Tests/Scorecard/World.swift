// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import Ingest
import Synchronization
import TestSupport
import Transport

/// The publishers of a week, and the network between them and us: each request is answered, or fails as the dice say.
final class World: Fetching {
    /// One state of one story, as a publisher's document shows it.
    fileprivate struct Item: Hashable {
        var story: Int
        var revision: Int
        var published: Date
    }

    /// A publisher's desk: its stories so far, the latest last.
    fileprivate struct Desk {
        var items: [Item] = []
        var next = Date.distantPast
        var version = 0
        /// Mean hours between two stories.
        var pause: Double
        var window: Int
        /// The documents that arrived whole, by their tag.
        var delivered: Set<Item> = []
        var tags: Set<String> = []
    }

    fileprivate struct State {
        var dice: Dice
        var desks: [Desk] = []
        var hasFaults = true
        var polls = 0
        var faults = 0
        /// Validators that no delivered document had.
        var invented: [String] = []
        /// Each text that was ever shown.
        var texts: [String: String] = [:]
    }

    private let state: Mutex<State>
    private let time: SceneClock
    let settings: [FeedSettings]

    init(seed: UInt64, feeds: Int, _ time: SceneClock) {
        self.time = time
        var dice = Dice(seed: ~seed)
        let desks = (0..<feeds).map { _ in
            Desk(pause: .random(in: 0.2...30, using: &dice), window: .random(in: 3...40, using: &dice))
        }
        settings = (0..<feeds).map { number in
            var feed = FeedSettings(name: "feed\(number)", url: "http://site\(number % 40).example/\(number)")
            feed.interval = .seconds([1800, 3600, 7200].randomElement(using: &dice) ?? 3600)
            feed.hostGap = .zero
            return feed
        }
        state = Mutex(State(dice: dice, desks: desks))
    }

    var counts: (polls: Int, faults: Int, delivered: Int) {
        state.withLock { state in (state.polls, state.faults, state.desks.reduce(0) { $0 + $1.delivered.count }) }
    }

    var hasFaults: Bool { state.withLock { $0.hasFaults } }

    /// From now on everybody answers as they should.
    func endFaults() { state.withLock { $0.hasFaults = false } }

    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
        let number = Int(request.url.split(separator: "/").last ?? "") ?? 0
        guard time.begin("feed\(number)") else { throw FetchError(.cancelled, "the scene is over") }
        let now = time.now
        return try state.withLock { state throws(FetchError) in try state.answer(request, number, now) }
    }
}

extension World {
    /// What was delivered and is not among the articles, or is there twice; and validators that nobody gave.
    func complaints(about articles: [Article]) -> [String] {
        var found: [String: Int] = [:]
        for article in articles { found["\(article.feed.name) \(article.ids.guid ?? "") \(article.text)", default: 0] += 1 }
        return state.withLock { state in
            var complaints = state.invented
            for (number, desk) in state.desks.enumerated() {
                for item in desk.delivered {
                    let key = "feed\(number) \(number)-\(item.story) \(state.text(item, number))"
                    let count = found.removeValue(forKey: key) ?? 0
                    if count != 1 { complaints.append("\(key.prefix(40)) r\(item.revision) is there \(count) times") }
                }
            }
            return complaints + found.keys.map { "\($0.prefix(60)) was never delivered" }
        }
    }
}

extension World.State {
    fileprivate mutating func answer(_ request: FetchRequest, _ number: Int, _ now: Date) throws(FetchError) -> FetchResponse {
        polls += 1
        desks[number].work(until: now, &dice)
        let tag = "\"\(desks[number].version)\""
        let sent = request.validators.entityTag.map { String(decoding: $0, as: UTF8.self) }
        if let sent, !desks[number].tags.contains(sent) { invented.append("feed\(number) sends the validator \(sent) of no document") }
        if hasFaults, Int.random(in: 0..<8, using: &dice) == 0 {
            faults += 1
            return try fail(request, tag)
        }
        guard sent != tag else { return FetchResponse(status: 304, url: request.url, headers: [HeaderField("ETag", tag.utf8)]) }
        desks[number].delivered.formUnion(desks[number].shown)
        desks[number].tags.insert(tag)
        return document(desks[number].shown, number, request, tag)
    }

    /// None of these brings a document that may be believed, though some have a tag.
    private mutating func fail(_ request: FetchRequest, _ tag: String) throws(FetchError) -> FetchResponse {
        let headers = [HeaderField("ETag", "\"of a fault\"".utf8), HeaderField("Content-Length", "1".utf8)]
        func answer(_ status: Int, _ body: String = "", _ more: [HeaderField] = []) -> FetchResponse {
            FetchResponse(status: status, url: request.url, headers: headers + more, body: Array(body.utf8))
        }
        switch Int.random(in: 0..<9, using: &dice) {
        case 0: throw FetchError(.timedOut, "no answer")
        case 1: throw FetchError(.reset, "the connection broke")
        case 2: throw FetchError(.truncated, "the connection closed before the end")
        case 3: throw FetchError(.noSuchHost, "no such host")
        case 4: return answer(503, "", [HeaderField("Retry-After", "600".utf8)])
        case 5: return answer(429)
        case 6: return answer(404, "<html>no</html>")
        case 7: return answer(200, "<!DOCTYPE html><html><body>We are improving our site.</body></html>")
        default: return answer(200, "")
        }
    }

    private mutating func document(_ items: [World.Item], _ number: Int, _ request: FetchRequest, _ tag: String) -> FetchResponse {
        let body = items.reversed().map { item in
            "<item><guid isPermaLink=\"false\">\(number)-\(item.story)</guid><title>Report \(item.story) of desk \(number)</title>"
                + "<link>https://site\(number).example/\(item.story)</link><description>\(text(item, number))</description></item>"
        }
        let xml =
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Desk \(number)</title><link>https://site.example/</link>"
            + "<description>x</description>\(body.joined())</channel></rss>"
        let headers = [HeaderField("ETag", tag.utf8), HeaderField("Content-Length", "\(xml.utf8.count)".utf8)]
        return FetchResponse(status: 200, url: request.url, headers: headers, body: Array(xml.utf8), bytesReceived: xml.utf8.count)
    }

    /// Another for each story and each revision, and unlike all others.
    fileprivate mutating func text(_ item: World.Item, _ number: Int) -> String {
        let name = "\(number) \(item.story) \(item.revision)"
        if let known = texts[name] { return known }
        let text = Self.words(item, number)
        texts[name] = text
        return text
    }

    private static func words(_ item: World.Item, _ number: Int) -> String {
        var words = Dice(seed: UInt64(number) << 32 | UInt64(item.story))
        let letters = Array("abcdefghijklmnoprstuvwy")
        let text = (0..<24).map { _ in String((0..<7).map { _ in letters.randomElement(using: &words) ?? "a" }) }.joined(separator: " ")
        return "Desk \(number) reports: \(text)." + (item.revision == 1 ? "" : " Figure \(item.revision) was added later.")
    }
}

extension World.Desk {
    /// What the document shows now.
    fileprivate var shown: [World.Item] { Array(items.suffix(window)) }

    /// Publishes, and now and then revises, what was due since.
    fileprivate mutating func work(until now: Date, _ dice: inout Dice) {
        if next == .distantPast { next = now - pause * 3600 * Double(window) }
        while next <= now {
            version += 1
            if items.count > 2, Int.random(in: 0..<6, using: &dice) == 0 {
                let place = items.count - Int.random(in: 1...min(3, items.count), using: &dice)
                items[place].revision += 1
            } else {
                items.append(World.Item(story: items.count + 1, revision: 1, published: next))
            }
            next += Double.random(in: 0.1...1.9, using: &dice) * pause * 3600
        }
    }
}
