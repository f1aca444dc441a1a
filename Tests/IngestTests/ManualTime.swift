// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Ingest
import Synchronization

/// A clock that stands still, except that who sleeps is taken to the end of his sleep at once.
final class ManualTime: Sendable {
    private struct State {
        var now = Date(timeIntervalSince1970: 1_519_120_800)
        var slept: [TimeInterval] = []
    }

    private let state = Mutex(State())

    var now: Date { state.withLock { $0.now } }
    var slept: [TimeInterval] { state.withLock { $0.slept } }

    var clock: WallClock {
        WallClock(now: { self.now }) { instant in
            self.state.withLock { state in
                state.slept.append(instant.timeIntervalSince(state.now))
                state.now = max(state.now, instant)
            }
        }
    }

    func advance(by seconds: TimeInterval) {
        state.withLock { $0.now += seconds }
    }
}
