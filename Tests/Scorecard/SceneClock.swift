// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Ingest
import Synchronization
import TestSupport

/// A clock that jumps to the end of every sleep, but stands still while a poll is on its way, and stops at an end that is set.
final class SceneClock: Sendable {
    fileprivate struct State {
        var now = Date(timeIntervalSince1970: 1_519_120_800)
        var end = Date.distantFuture
        /// Feeds whose polls are on their way.
        var busy: Set<String> = []
        var lastSleeper = 0
        var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
        /// Sleepers whose tasks were cancelled.
        var woken: Set<Int> = []
        var audience: CheckedContinuation<Void, Never>?

        var isOver: Bool { now >= end }
    }

    private let state = Mutex(State())
    private let lateness: TimeInterval

    /// - Parameter lateness: everybody wakes up so many seconds late, as on a slow machine: a scene of days then takes seconds.
    init(lateness: TimeInterval = 0) {
        self.lateness = lateness
    }

    var now: Date { state.withLock { $0.now } }

    var clock: WallClock { WallClock(now: { self.now }) { await self.rest(until: $0) } }

    func advance(by seconds: TimeInterval) { state.withLock { $0.now += seconds } }

    /// From now on nobody gets beyond `seconds` from now; polls that an earlier end has cut off are forgotten.
    func stop(in seconds: TimeInterval) {
        state.withLock { state in
            state.end = state.now + seconds
            state.busy = []
        }
    }

    /// Returns when the end is reached and no poll is on its way.
    func waitForEnd() async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                guard !state.isOver || !state.busy.isEmpty || state.sleepers.isEmpty else { return true }
                state.audience = continuation
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// A request of the feed goes out; false when the end is reached, and none may any more.
    func begin(_ feed: String) -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            state.busy.insert(feed)
            return true
        }
    }

    func finish(_ feed: String) {
        let ready = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.busy.remove(feed)
            guard state.busy.isEmpty else { return [] }
            guard !state.isOver else { return state.takeAudience() }
            defer { state.sleepers = [:] }
            return Array(state.sleepers.values)
        }
        for one in ready { one.resume() }
    }
}

extension SceneClock {
    private func rest(until instant: Date) async {
        // Others may have work to do first.
        await breathe()
        while !Task.isCancelled {
            let mayGo = state.withLock { state in
                guard state.busy.isEmpty, !state.isOver else { return false }
                if instant > state.now { state.now = min(instant + lateness, state.end) }
                return !state.isOver
            }
            if mayGo { return }
            await waitForChange()
        }
    }

    private func waitForChange() async {
        let number = state.withLock { state in
            state.lastSleeper += 1
            return state.lastSleeper
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                    if state.woken.remove(number) != nil || (state.busy.isEmpty && !state.isOver) { return [continuation] }
                    state.sleepers[number] = continuation
                    return state.isOver && state.busy.isEmpty ? state.takeAudience() : []
                }
                for one in ready { one.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { state -> CheckedContinuation<Void, Never>? in
                let sleeper = state.sleepers.removeValue(forKey: number)
                if sleeper == nil { state.woken.insert(number) }
                return sleeper
            }
            sleeper?.resume()
        }
    }
}

extension SceneClock.State {
    fileprivate mutating func takeAudience() -> [CheckedContinuation<Void, Never>] {
        defer { audience = nil }
        return audience.map { [$0] } ?? []
    }
}
