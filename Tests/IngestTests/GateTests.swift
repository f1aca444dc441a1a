// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Testing

@testable import Ingest

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

    @Test func `few requests at a time for hosts that share an address, but for the operator's own`() async {
        for (address, most) in [("93.184.216.34", TransferGate.mostPerPeer), ("10.1.2.3", 12)] {
            let gate = TransferGate(capacity: 64, clock: .system)
            let (watch, names) = (Watch(), (0..<12).map { "host\($0)" })
            for name in names { await gate.note(address, of: name) }
            await withDiscardingTaskGroup { group in
                for name in names {
                    group.addTask {
                        await gate.pass(host: name, gap: .zero) {
                            await watch.enter(address)
                            // All that may come in are in.
                            for _ in 0..<200 { await Task.yield() }
                            await watch.leave(address)
                        }
                    }
                }
            }
            #expect(await watch.mostPerHost <= most)
            #expect(await watch.passed == 12)
        }
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
