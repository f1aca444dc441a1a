// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

/// The one place that limits requests: one in flight per host, a pause between two of them, and a cap on all together.
public actor TransferGate {
    private struct Host {
        var isBusy = false
        var notBefore = Date.distantPast
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let clock: WallClock
    private let capacity: Int
    private var inFlight = 0
    private var queue: [CheckedContinuation<Void, Never>] = []
    private var hosts: [String: Host] = [:]

    /// - Parameter capacity: the most transfers at once, over all hosts.
    public init(capacity: Int, clock: WallClock) {
        self.capacity = capacity
        self.clock = clock
    }

    /// Runs `transfer` when its host is free, then keeps the host quiet for `gap`.
    ///
    /// A feed without a host (a file) passes at once.
    public func pass<Result: Sendable>(host: String?, gap: Duration, _ transfer: @Sendable () async -> Result) async -> Result {
        guard let host else { return await transfer() }
        await enter(host)
        await takeSlot()
        let result = await transfer()
        leaveSlot()
        leave(host, gap: gap)
        return result
    }

    /// Keeps a host quiet until `instant`: the server asked for it (429, 503 with Retry-After).
    public func hold(_ host: String, until instant: Date) {
        let known = hosts[host]?.notBefore ?? .distantPast
        hosts[host, default: Host()].notBefore = max(known, instant)
    }

    /// The instant before which the host must not be asked, if one is known.
    public func notBefore(_ host: String) -> Date? {
        hosts[host]?.notBefore
    }
}

extension TransferGate {
    private func enter(_ host: String) async {
        if hosts[host, default: Host()].isBusy {
            await withCheckedContinuation { hosts[host]?.waiting.append($0) }
        } else {
            hosts[host, default: Host()].isBusy = true
        }
        // The host is ours now; what is left is its pause.
        while let notBefore = hosts[host]?.notBefore, notBefore > clock.now(), !Task.isCancelled {
            await clock.sleep(until: notBefore)
        }
    }

    private func leave(_ host: String, gap: Duration) {
        guard var state = hosts[host] else { return }
        state.notBefore = max(state.notBefore, clock.now() + gap.inSeconds)
        if state.waiting.isEmpty {
            state.isBusy = false
            hosts[host] = state
        } else {
            let next = state.waiting.removeFirst()
            hosts[host] = state
            next.resume()
        }
    }

    private func takeSlot() async {
        if inFlight < capacity {
            inFlight += 1
        } else {
            await withCheckedContinuation { queue.append($0) }
        }
    }

    private func leaveSlot() {
        if queue.isEmpty {
            inFlight -= 1
        } else {
            queue.removeFirst().resume()
        }
    }
}
