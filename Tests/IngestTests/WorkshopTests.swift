// SPDX-License-Identifier: Apache-2.0
import Synchronization
import TestSupport
import Testing

@testable import Ingest

struct WorkshopTests {
    @Test func `holds no more than its room, or one that is larger, and lets everybody in`() async {
        let workshop = Workshop()
        let book = Book()
        await withTaskGroup { group in
            for number in 0..<200 {
                let bytes = (number % 50 == 7 ? 20 : number % 5) << 20
                group.addTask {
                    await workshop.enter(bytes)
                    book.note(bytes)
                    await breathe()
                    book.strike(bytes)
                    await workshop.leave(bytes)
                }
            }
        }
        #expect(book.state.withLock { $0.served } == 200)
        #expect(book.state.withLock { $0.isTooMuch } == false)
    }
}

/// Who is inside.
private final class Book: Sendable {
    struct State {
        var inside: [Int] = []
        var served = 0
        var isTooMuch = false
    }

    let state = Mutex(State())

    func note(_ bytes: Int) {
        state.withLock { state in
            state.inside.append(bytes)
            let large = state.inside.filter { $0 > 0 }
            if large.count > 1, large.reduce(0, +) > Workshop.room { state.isTooMuch = true }
        }
    }

    func strike(_ bytes: Int) {
        state.withLock { state in
            state.inside.remove(at: state.inside.firstIndex(of: bytes) ?? 0)
            state.served += 1
        }
    }
}
