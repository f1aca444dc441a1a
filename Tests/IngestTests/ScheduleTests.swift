// SPDX-License-Identifier: Apache-2.0
import Catalog
import Feeds
import FoundationEssentials
import Testing
import Transport

@testable import Ingest

/// When a feed is polled next, and why then.
struct ScheduleTests {
    /// A Tuesday, ten o'clock.
    private let now = Date(timeIntervalSince1970: 1_519_120_800)
    private let schedule = Schedule(interval: .seconds(900))

    private func fresh(_ seconds: Int64, _ name: String = "max-age") -> Schedule.Signs {
        var signs = Schedule.Signs()
        signs.freshness = Freshness(FetchResponse.with(["Cache-Control": "max-age=\(seconds)"]), now: now)
        return signs
    }

    private func ttl(_ minutes: Int) -> Schedule.Signs {
        var rhythm = Rhythm()
        rhythm.timeToLive = minutes
        return Schedule.Signs(rhythm: PublisherRhythm(rhythm))
    }

    @Test func `polls after its interval, and says so`() {
        #expect(schedule.next(after: now, chance: 0) == Schedule.Next(at: now + 900, reason: "interval 15m"))
    }

    @Test func `jitter lengthens a pause and never shortens it`() {
        #expect(schedule.next(after: now, chance: 0.999).at <= now + 990)
        #expect(schedule.next(after: now, chance: -5).at == now + 900)
        #expect(schedule.next(after: now, fresh(3600), chance: 0).at == now + 3600)
    }

    /// Interval, least and longest pause in seconds; what the poll left behind; the pause, and its reason.
    typealias Example = (interval: Int, least: Int?, longest: Int?, isConditional: Bool, pace: Int?, expected: Int, reason: String)

    @Test(
        arguments: [
            (5, nil, nil, true, nil, 900, "floor 15m: the server names no pause; min_interval changes it"),
            (300, nil, nil, true, nil, 900, "floor 15m: the server names no pause; min_interval changes it"),
            (300, 300, nil, true, nil, 300, "interval 5m, below 15m without a wish of the server"),
            (300, nil, nil, true, 450, 450, "450s: few of its items were known"),
            (3600, nil, nil, true, nil, 3600, "interval 1h"),
            (900, nil, nil, false, nil, 3600, "floor 1h: the server sends no validators; min_interval changes it"),
            (7200, nil, nil, false, nil, 7200, "interval 2h"), (5, 60, nil, true, nil, 60, "floor 1m"),
            (300, 60, nil, false, nil, 300, "interval 5m, below 1h without validators"), (7200, 60, nil, false, nil, 7200, "interval 2h"),
            (3600, nil, nil, true, 450, 450, "450s: few of its items were known"), (3600, nil, nil, true, 60, 300, "floor 5m"),
            (3600, nil, nil, false, 60, 900, "floor 15m: the server sends no validators; min_interval changes it"),
            (3600, 120, nil, true, 60, 120, "floor 2m"), (900, nil, 7200, true, 1800, 1800, "30m: it brings little"),
        ] as [Example])
    func `keeps to the floors and to the feed's own rhythm`(example: Example) {
        let schedule = Schedule(
            interval: .seconds(example.interval), leastPause: example.least.map { .seconds($0) },
            longestPause: example.longest.map { .seconds($0) })
        let signs = Schedule.Signs(isConditional: example.isConditional, pace: example.pace.map { .seconds($0) })
        #expect(schedule.next(after: now, signs, chance: 0) == Schedule.Next(at: now + Double(example.expected), reason: example.reason))
    }

    @Test func `a host of the operator's own needs no floor`() {
        let own = Schedule(interval: .seconds(1), isOwn: true)
        #expect(own.next(after: now, Schedule.Signs(isConditional: false), chance: 0).at == now + 1)
        let feeds = [
            ("http://127.0.0.1:8080/a", true), ("http://[::1]/a", true), ("http://10.1.2.3/", true), ("http://localhost/", true),
            ("file:/a.xml", true), ("https://wire.example/", false), ("http://93.184.216.34/", false), ("http://10.example/", false),
        ]
        for (url, isOwn) in feeds { #expect(Schedule(FeedSettings(name: "a", url: url)).isOwn == isOwn, "\(url)") }
    }

    @Test func `never more often than the server wishes, and no longer than is sensible`() {
        #expect(schedule.next(after: now, fresh(3600), chance: 0) == Schedule.Next(at: now + 3600, reason: "max-age 1h"))
        #expect(schedule.next(after: now, fresh(60), chance: 0).reason == "interval 15m")
        #expect(Schedule(interval: .seconds(300)).next(after: now, fresh(60), chance: 0).reason == "interval 5m")
        #expect(Schedule(interval: .seconds(5)).next(after: now, fresh(30), chance: 0).reason == "floor 1m")
        #expect(schedule.next(after: now, fresh(604_800), chance: 0) == Schedule.Next(at: now + 86_400, reason: "max-age 7d, cut to 1d"))
        #expect(schedule.next(after: now, ttl(60), chance: 0) == Schedule.Next(at: now + 3600, reason: "ttl 1h"))
        var both = ttl(120)
        both.freshness = fresh(3600).freshness
        #expect(schedule.next(after: now, both, chance: 0).reason == "ttl 2h")
        #expect(schedule.next(after: now, ttl(0), chance: 0).reason == "interval 15m")
        #expect(schedule.next(after: now, ttl(.max), chance: 0).at == now + 86_400)
    }

    @Test func `feeds whose interval is made shorter are not due all at once, and none before the new interval is over`() {
        let hasty = Schedule(interval: .seconds(600))
        var state = FeedState(name: "a", url: "/a")
        (state.lastPoll, state.nextPoll, state.nextReason) = (now - 60, now + 86_400, "interval 1d")
        let places = (0..<100).map { hasty.first(of: "feed\($0)", knowing: state, after: now) }
        #expect(places.allSatisfy { (now + 540...now + 600).contains($0) } && Set(places).count > 5)
        state.lastPoll = now - 80_000
        let older = (0..<100).map { hasty.first(of: "feed\($0)", knowing: state, after: now) }
        #expect(older.allSatisfy { (now...now + 600).contains($0) } && Set(older).count == 100)
    }

    @Test func `a wish stands in for the validators, and the operator's longest pause is the last word`() {
        var signs = fresh(60)
        signs.isConditional = false
        #expect(schedule.next(after: now, signs, chance: 0).reason == "interval 15m")
        let hasty = Schedule(interval: .seconds(300), longestPause: .seconds(600))
        #expect(
            hasty.next(after: now, fresh(3600), chance: 0) == Schedule.Next(at: now + 600, reason: "max-age 1h, cut to 10m by max_interval")
        )
    }

    @Test(
        arguments: [
            ("hourly", nil, 3600, "sy:updatePeriod"), ("hourly", 4, 900, "sy:updatePeriod"), ("daily", 0, 86_400, "sy:updatePeriod"),
            ("weekly", .max, nil, nil), ("now and then", 1, nil, nil), ("yearly", 1, 31_536_000, "sy:updatePeriod"),
        ] as [(String, Int?, Int?, String?)])
    func `reads the period of the syndication module`(period: String, frequency: Int?, seconds: Int?, name: String?) {
        var rhythm = Rhythm()
        (rhythm.updatePeriod, rhythm.updateFrequency) = (period, frequency)
        let read = PublisherRhythm(rhythm)
        #expect(read.pause == seconds.map { .seconds($0) } && read.pauseName == name)
    }

    @Test(arguments: [
        (BackOff.refusal, 1, 900.0), (.refusal, 2, 1800), (.refusal, 3, 3600), (.refusal, 7, 57_600), (.refusal, 8, 86_400),
        (.refusal, 1_000_000, 86_400), (.connection, 6, 21_600), (.connection, 100, 21_600), (.server, 7, 43_200), (.file, 5, 900),
    ])
    func `waits twice as long after each failure, up to a limit for its kind`(kind: BackOff, failures: Int, seconds: Double) {
        #expect(schedule.next(after: now, failures: failures, kind, retryAfter: nil, chance: 0).at == now + seconds)
    }

    @Test func `a feed that is polled less than daily keeps its interval when it fails`() {
        let weekly = Schedule(interval: .seconds(604_800))
        #expect(weekly.next(after: now, failures: 3, .refusal, retryAfter: nil, chance: 0).at == now + 604_800)
    }

    @Test func `Retry-After lengthens the pause and never shortens it`() {
        #expect(schedule.next(after: now, failures: 1, .server, retryAfter: .seconds(7200), chance: 0).reason == "Retry-After 2h")
        #expect(schedule.next(after: now, failures: 1, .server, retryAfter: .seconds(1), chance: 0).at == now + 900)
        #expect(schedule.next(after: now, failures: 1, .server, retryAfter: .seconds(10_000_000_000), chance: 0).at == now + 604_800)
    }

    @Test(
        arguments: [
            ("120", Duration.seconds(120)), (" 120 ", .seconds(120)), ("Tue, 20 Feb 2018 10:02:00 GMT", .seconds(120)),
            ("99999999999999999999", .seconds(604_800)), ("-5", nil), ("soon", nil), ("", nil), ("Tue, 20 Feb 2018 09:00:00 GMT", nil),
        ] as [(String, Duration?)])
    func `reads Retry-After as seconds or as a date`(value: String, expected: Duration?) {
        #expect(Schedule.retryAfter(value, now: now) == expected)
    }
}

/// Hours and days without polls.
struct QuietHoursTests {
    /// Monday, 00:00 UTC.
    private let monday = Date(timeIntervalSince1970: 1_519_603_200)

    private func rhythm(hours: Set<Int> = [], days: Set<Int> = []) -> PublisherRhythm {
        var rhythm = Rhythm()
        (rhythm.skippedHours, rhythm.skippedDays) = (hours, days)
        return PublisherRhythm(rhythm)
    }

    @Test func `each hour of the week is quiet when its hour or its day is, and ends with the next that is not`() throws {
        let quiet = try #require(QuietHours(rhythm(hours: [0, 1, 23], days: [6, 7])))
        for hour in 0..<7 * 24 {
            let instant = monday + Double(hour) * 3600 + 1800
            let isQuiet = [0, 1, 23].contains(hour % 24) || hour / 24 >= 5
            #expect((quiet.end(around: instant) != nil) == isQuiet, "hour \(hour)")
            guard let end = quiet.end(around: instant) else { continue }
            #expect(end > instant && quiet.end(around: end) == nil && quiet.end(around: end - 1) != nil)
        }
        #expect(quiet.end(around: monday + 4 * 86_400 + 23 * 3600) == monday + 7 * 86_400 + 2 * 3600)
    }

    @Test func `who excludes everything has said nothing`() {
        #expect(QuietHours(rhythm(hours: Set(0...23), days: Set(1...7))) == nil)
        #expect(QuietHours(rhythm()) == nil)
        #expect(QuietHours(rhythm(hours: Set(0...23), days: [1]))?.hours == 0)
    }

    @Test func `a poll that falls into them waits for their end, spread over some minutes`() {
        let schedule = Schedule(interval: .seconds(900))
        let signs = Schedule.Signs(rhythm: rhythm(hours: [1, 2]))
        let next = schedule.next(after: monday + 3000, signs, chance: 0)
        #expect(next == Schedule.Next(at: monday + 3 * 3600, reason: "the publisher's quiet hours, after interval 15m"))
        #expect(schedule.next(after: monday + 3000, signs, chance: 0.5).at == monday + 3 * 3600 + 150)
        let hasty = Schedule(interval: .seconds(900), longestPause: .seconds(3600))
        #expect(hasty.next(after: monday + 3000, signs, chance: 0).at == monday + 6600)
    }
}

/// The rhythm of a feed's own documents.
struct PaceTests {
    private let pace = Pace(interval: .seconds(3600), leastPause: nil, longestPause: nil)

    @Test(
        arguments: [
            (20, 20, nil, 900), (20, 10, nil, 1800), (20, 20, 900, 300), (20, 9, nil, nil), (20, 9, 900, 900), (20, 0, 900, 1350),
            (0, 0, 900, 1350),
            (0, 0, 3000, nil), (0, 0, nil, nil), (4, 4, nil, nil), (4, 4, 900, 900), (20, 20, 1, 300),
        ] as [(Int, Int, Int?, Int?)])
    func `polls faster where few items were known, and slows down again`(items: Int, new: Int, before: Int?, after: Int?) {
        let pause = pace.after(items: items, new: new, before: before.map { .seconds($0) })
        #expect(pause == after.map { .seconds($0) })
    }

    @Test func `is slower than the interval only where the operator allows it, until something new comes`() {
        let patient = Pace(interval: .seconds(900), leastPause: .seconds(300), longestPause: .seconds(3600))
        var pause: Duration?
        for _ in 0..<10 { pause = patient.after(items: 0, new: 0, before: pause) }
        #expect(pause == .seconds(3600))
        #expect(patient.after(items: 20, new: 1, before: pause) == nil)
        #expect(patient.after(items: 20, new: 20, before: nil) == .seconds(300))
    }
}

/// Feeds that are due all at once.
struct SpreadTests {
    private let now = Date(timeIntervalSince1970: 1_519_120_800)

    @Test func `each feed has its place, evenly over the period`() {
        let places = (0..<1000).map { Spread.instant(for: "feed-\($0)", after: now, over: 300).timeIntervalSince(now) }
        #expect(places.allSatisfy { $0 > 0 && $0 <= 300 })
        for tenth in 0..<10 { #expect((60...140).contains(places.count { Int($0 / 30.0001) == tenth })) }
    }

    @Test func `twenty restarts do not keep a feed from its place`() {
        let place = Spread.instant(for: "feed", after: now, over: 300)
        for second in stride(from: 0.0, to: place.timeIntervalSince(now), by: 15) {
            #expect(Spread.instant(for: "feed", after: now + second, over: 300) == place)
        }
        #expect(Spread.instant(for: "feed", after: now, over: 0) == now)
    }
}

extension FetchResponse {
    /// An answer with these header fields.
    static func with(_ headers: KeyValuePairs<String, String>) -> FetchResponse {
        FetchResponse(status: 200, url: "https://wire.example/", headers: headers.map { HeaderField($0.key, $0.value.utf8) })
    }
}
