// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Testing

@testable import Ingest

/// When a feed is polled next.
struct ScheduleTests {
    private let now = Date(timeIntervalSince1970: 1_519_120_800)
    private let schedule = Schedule(interval: .seconds(900), floor: .seconds(60))

    @Test func `polls after its interval, and says so`() {
        #expect(schedule.next(after: now, chance: 0) == Schedule.Next(at: now + 900, reason: "interval 15m"))
    }

    @Test func `jitter lengthens a pause and never shortens it`() {
        #expect(schedule.next(after: now, chance: 0.999).at <= now + 990)
        #expect(schedule.next(after: now, chance: -5).at == now + 900)
    }

    @Test func `never polls more often than the floor`() {
        let hasty = Schedule(interval: .seconds(5), floor: .seconds(60))
        #expect(hasty.next(after: now, chance: 0) == Schedule.Next(at: now + 60, reason: "floor 1m"))
    }

    @Test(arguments: [(1, 900.0), (2, 1800), (3, 3600), (7, 57_600), (8, 86_400), (1_000_000, 86_400)])
    func `waits twice as long after each failure, up to a day`(failures: Int, seconds: Double) {
        #expect(schedule.next(after: now, failures: failures, retryAfter: nil, chance: 0).at == now + seconds)
    }

    @Test func `a feed that is polled less than daily keeps its interval when it fails`() {
        let weekly = Schedule(interval: .seconds(604_800), floor: .seconds(60))
        #expect(weekly.next(after: now, failures: 3, retryAfter: nil, chance: 0).at == now + 604_800)
    }

    @Test func `Retry-After lengthens the pause and never shortens it`() {
        #expect(schedule.next(after: now, failures: 1, retryAfter: .seconds(7200), chance: 0).reason == "Retry-After 2h")
        #expect(schedule.next(after: now, failures: 1, retryAfter: .seconds(1), chance: 0).at == now + 900)
        #expect(schedule.next(after: now, failures: 1, retryAfter: .seconds(10_000_000_000), chance: 0).at == now + 604_800)
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

/// The feeds in the order in which they are due.
struct DueQueueTests {
    @Test func `gives out the feeds in the order of their time`() {
        var queue = DueQueue()
        let start = Date(timeIntervalSince1970: 0)
        for offset in [5, 3, 9, 1, 7, 2, 8, 4, 6] as [Double] { queue.insert("feed\(Int(offset))", at: start + offset) }
        #expect(queue.next == start + 1)
        var order: [String] = []
        while let feed = queue.takeDue(start + 7) { order.append(feed) }
        #expect(order == (1...7).map { "feed\($0)" })
        #expect(queue.takeDue(start + 7) == nil)
    }

    @Test func `a feed that is put in again counts once, at its new time`() {
        var queue = DueQueue()
        let start = Date(timeIntervalSince1970: 0)
        queue.insert("a", at: start + 1)
        queue.insert("a", at: start + 5)
        #expect(queue.takeDue(start + 2) == nil)
        #expect(queue.takeDue(start + 5) == "a")
        #expect(queue.takeDue(start + 9) == nil)
    }
}

/// The limits on requests.
struct TransferGateTests {
    @Test func `one request at a time for a host, others beside it`() async {
        let gate = TransferGate(capacity: 8, clock: .system)
        let watch = Watch()
        await withDiscardingTaskGroup { group in
            for index in 0..<12 {
                let host = "host\(index % 3)"
                group.addTask {
                    await gate.pass(host: host, gap: .zero) {
                        await watch.enter(host)
                        await Task.yield()
                        await watch.leave(host)
                    }
                }
            }
        }
        #expect(await watch.mostPerHost == 1)
        #expect(await watch.passed == 12)
    }

    @Test func `waits for the host's pause`() async {
        let time = ManualTime()
        let gate = TransferGate(capacity: 8, clock: time.clock)
        await gate.pass(host: "a", gap: .seconds(3)) {}
        await gate.pass(host: "a", gap: .seconds(3)) {}
        #expect(time.slept == [3])
    }

    @Test func `remembers what a server asked for, and nobody waits in line for it`() async {
        let time = ManualTime()
        let gate = TransferGate(capacity: 8, clock: time.clock)
        await gate.hold("a", until: time.now + 100)
        await gate.hold("a", until: time.now + 50)
        #expect(await gate.hold(on: "a") == time.now + 100)
        #expect(await gate.hold(on: "b") == nil)
        await gate.pass(host: "a", gap: .zero) {}
        #expect(time.slept.isEmpty)
        time.advance(by: 100)
        #expect(await gate.hold(on: "a") == nil)
    }

    private actor Watch {
        private var inside: [String: Int] = [:]
        var mostPerHost = 0
        var passed = 0

        func enter(_ host: String) {
            inside[host, default: 0] += 1
            mostPerHost = max(mostPerHost, inside[host] ?? 0)
        }

        func leave(_ host: String) {
            inside[host, default: 0] -= 1
            passed += 1
        }
    }
}
