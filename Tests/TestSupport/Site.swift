// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// The running part of a `LoopbackServer`, which its threads share.
final class Site: Sendable {
    private struct State {
        var requests: [Request] = []
        var connections = 0
        var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())
    private let answer: @Sendable (Request) -> Reply
    private let bell: Bell

    init(_ answer: @escaping @Sendable (Request) -> Reply) throws {
        self.answer = answer
        bell = try Bell()
    }

    var requests: [Request] { state.withLock { $0.requests } }
    var connectionCount: Int { state.withLock { $0.connections } }

    func stop() {
        bell.ring()
    }

    /// Accepts connections until the bell rings; each has a thread.
    func serve(_ listener: Socket) {
        while listener.wait(for: POLLIN, or: bell), let socket = listener.accept() {
            let number = state.withLock { state in
                state.connections += 1
                return state.connections
            }
            // Without a thread the connection is closed, which the test will notice.
            try? spawn { self.converse(on: socket, number) }
        }
    }

    func waitForRequests(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                guard state.requests.count < count else { return true }
                state.waiters.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }
}

extension Site {
    private func converse(on socket: Socket, _ number: Int) {
        var rest: [UInt8] = []
        while let head = socket.readHead(&rest, or: bell), let request = Request(head: head, connection: number) {
            record(request)
            for act in answer(request).acts {
                guard perform(act, on: socket) else { return }
            }
        }
    }

    private func record(_ request: Request) {
        let ready = state.withLock { state in
            state.requests.append(request)
            let count = state.requests.count
            defer { state.waiters.removeAll { $0.count <= count } }
            return state.waiters.filter { $0.count <= count }
        }
        for waiter in ready { waiter.continuation.resume() }
    }

    /// False when the connection is at its end.
    private func perform(_ act: Reply.Act, on socket: Socket) -> Bool {
        switch act {
        case .send(let bytes): return socket.send(bytes, or: bell)
        case .sendForever(let bytes):
            while socket.send(bytes, or: bell) {}
            return false
        case .drip(let bytes, let milliseconds):
            return bytes.allSatisfy { !bell.rings(within: milliseconds) && socket.send([$0], or: bell) }
        case .hold:
            socket.waitForEnd(or: bell)
            return false
        case .close: return false
        case .reset:
            socket.reset()
            return false
        }
    }
}
