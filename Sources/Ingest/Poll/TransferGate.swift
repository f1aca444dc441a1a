// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import Transport

/// The one place that limits requests: one in flight per host, a pause between two of them, few per address, and a cap on all together.
public actor TransferGate {
    private struct Host {
        var isBusy = false
        /// The end of the pause after the last request.
        var notBefore = Date.distantPast
        /// What the server asked for.
        var heldUntil = Date.distantPast
        var waiting: [CheckedContinuation<Void, Never>] = []
        /// The address that answered for it last.
        var peer: String?
    }

    /// An address that many hosts share.
    private struct Peer {
        var inFlight = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// Requests in flight to one address, whatever its hosts are called; one would let a host that hangs hold up all its neighbours.
    public static let mostPerPeer = 4

    /// The most requests at once: enough that a thousand hosts that hang hold up nobody else, and half of what the unit's `LimitNOFILE` allows.
    public static let most = 2048

    private let clock: WallClock
    private let capacity: Int
    private var inFlight = 0
    private var queue: [CheckedContinuation<Void, Never>] = []
    private var hosts: [String: Host] = [:]
    private var peers: [String: Peer] = [:]

    /// - Parameter capacity: the most transfers at once, over all hosts.
    public init(capacity: Int = TransferGate.most, clock: WallClock) {
        self.capacity = capacity
        self.clock = clock
    }

    /// Runs `transfer` when its host is free, then keeps the host quiet for `gap`.
    ///
    /// A feed without a host (a file) waits for nothing but the cap. `transfer` asks `hold(on:)` first and calls `hold(_:until:)`
    /// before it returns, so that a request that waits behind it can't slip through.
    public func pass<Result: Sendable>(host: String?, gap: Duration, _ transfer: @Sendable () async -> Result) async -> Result {
        if let host { await enter(host) }
        let peer = host.flatMap { hosts[$0]?.peer }
        if let peer { await enter(peer: peer) }
        await takeSlot()
        let result = await transfer()
        leaveSlot()
        if let peer { leave(peer: peer) }
        if let host { leave(host, gap: gap) }
        return result
    }

    /// Notes which address answers for a host; the operator's own machines may have as many requests as they get.
    public func note(_ peer: String, of host: String) {
        guard hosts[host]?.peer != peer, !OwnNetwork.holds(peer) else { return }
        hosts[host, default: Host()].peer = peer
    }

    /// Notes that the host must not be asked before `instant`: the server wants it so (429, 503 with Retry-After).
    ///
    /// Nobody waits here for the end of it, which may be days away.
    public func hold(_ host: String, until instant: Date) {
        hosts[host, default: Host()].heldUntil = max(hosts[host]?.heldUntil ?? .distantPast, instant)
    }

    /// The instant before which the host must not be asked, if it lies ahead.
    public func hold(on host: String?) -> Date? {
        guard let host, let instant = hosts[host]?.heldUntil, instant > clock.now() else { return nil }
        return instant
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

    private func enter(peer: String) async {
        if peers[peer, default: Peer()].inFlight < Self.mostPerPeer {
            peers[peer, default: Peer()].inFlight += 1
        } else {
            await withCheckedContinuation { peers[peer]?.waiting.append($0) }
        }
    }

    private func leave(peer: String) {
        guard var state = peers[peer] else { return }
        guard state.waiting.isEmpty else {
            let next = state.waiting.removeFirst()
            peers[peer] = state
            next.resume()
            return
        }
        state.inFlight -= 1
        peers[peer] = state.inFlight > 0 ? state : nil
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
