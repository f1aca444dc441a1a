// SPDX-License-Identifier: Apache-2.0
import CCurl
import Glibc

/// libcurl's multi handle, and the exchanges in it.
///
/// At most `maxConcurrent` run at a time; the others wait in the order of their coming, and their time has not begun.
@safe
final class Multi {
    typealias Outcome = Result<FetchResponse, FetchError>
    typealias Completion = (Outcome) -> Void
    /// As many handles are kept for the next exchanges.
    private static let maxIdle = 64

    private struct Waiting {
        let ticket: Int
        let hop: Hop
        let completion: Completion
    }

    private struct Running {
        let exchange: Exchange
        let completion: Completion
    }

    private let multi: UnsafeMutableRawPointer
    private let poller: Poller
    private let maxConcurrent: Int
    private var running: [Int: Running] = [:]
    private var waiting: [Waiting] = []
    private var idle: [Exchange] = []

    init(_ poller: Poller, maxConcurrent: Int) throws(FetchError) {
        guard isLibcurlReady, let multi = unsafe curl_multi_init() else { throw FetchError(.internal, "libcurl has no memory") }
        unsafe self.multi = unsafe multi
        self.poller = poller
        self.maxConcurrent = max(1, maxConcurrent)
        // Fewer would close connections that the next poll could have used.
        unsafe wirespool_multi_set_long(multi, CURLMOPT_MAXCONNECTS, self.maxConcurrent)
        // The contexts are not retained: `self` keeps the poller, and its deinit cleans the multi handle up before it lets go.
        let context = unsafe Unmanaged.passUnretained(poller).toOpaque()
        unsafe wirespool_multi_set_socket_callback(multi, watchSocket, context)
        unsafe wirespool_multi_set_timer_callback(multi, setTimer, context)
    }

    deinit {
        for one in running.values { unsafe curl_multi_remove_handle(multi, one.exchange.easy) }
        unsafe curl_multi_cleanup(multi)
    }

    /// Begins an exchange, or lets it wait for its turn; `completion` is called once.
    func start(_ hop: Hop, ticket: Int, completion: @escaping Completion) {
        waiting.append(Waiting(ticket: ticket, hop: hop, completion: completion))
        fill()
    }

    /// Ends an exchange before its time; nothing happens if it has ended already.
    func cancel(_ ticket: Int) {
        if let index = waiting.firstIndex(where: { $0.ticket == ticket }) {
            waiting.remove(at: index).completion(.failure(.cancelled))
        } else {
            finish(ticket) { _ in .failure(.cancelled) }
        }
        fill()
    }

    /// Ends all exchanges.
    func cancelAll() {
        let waited = waiting
        waiting = []
        for one in waited { one.completion(.failure(.cancelled)) }
        for ticket in Array(running.keys) { finish(ticket) { _ in .failure(.cancelled) } }
    }

    /// Goes on with the exchanges whose sockets are ready, or whose time has come.
    func advance(_ ready: [Readiness]) {
        var count: Int32 = 0
        for one in ready { unsafe curl_multi_socket_action(multi, one.descriptor, one.action, &count) }
        if poller.takeTimer() { unsafe curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &count) }
        var (ticket, code) = (0, CURLE_OK)
        while unsafe wirespool_next_finished(multi, &ticket, &code) {
            finish(ticket) { $0.outcome(code) }
        }
        fill()
    }
}

extension Multi {
    private func fill() {
        while running.count < maxConcurrent, !waiting.isEmpty { begin(waiting.removeFirst()) }
    }

    private func begin(_ next: Waiting) {
        do throws(FetchError) {
            let exchange = try idle.isEmpty ? Exchange() : idle.removeLast()
            try exchange.prepare(next.hop, ticket: next.ticket)
            guard unsafe curl_multi_add_handle(multi, exchange.easy) == CURLM_OK else {
                throw FetchError(.internal, "libcurl has no memory")
            }
            running[next.ticket] = Running(exchange: exchange, completion: next.completion)
        } catch {
            next.completion(.failure(error))
        }
    }

    private func finish(_ ticket: Int, _ outcome: (Exchange) -> Outcome) {
        guard let ended = running.removeValue(forKey: ticket) else { return }
        unsafe curl_multi_remove_handle(multi, ended.exchange.easy)
        ended.completion(outcome(ended.exchange))
        ended.exchange.clear()
        if idle.count < Multi.maxIdle { idle.append(ended.exchange) }
    }
}

extension FetchError {
    fileprivate static var cancelled: FetchError { FetchError(.cancelled, "cancelled") }
}

extension Readiness {
    /// The events in libcurl's terms. A hang-up is something to read: libcurl finds out what.
    fileprivate var action: Int32 {
        (events & EPOLLOUT.rawValue != 0 ? CURL_CSELECT_OUT : 0)
            | (events & (EPOLLIN.rawValue | EPOLLHUP.rawValue) != 0 ? CURL_CSELECT_IN : 0)
            | (events & EPOLLERR.rawValue != 0 ? CURL_CSELECT_ERR : 0)
    }
}

/// libcurl is initialised once a process.
private let isLibcurlReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

private func watchSocket(
    _ easy: UnsafeMutableRawPointer?, _ descriptor: curl_socket_t, _ what: Int32, _ context: UnsafeMutableRawPointer?,
    _ socket: UnsafeMutableRawPointer?
) -> Int32 {
    guard let context = unsafe context else { return 0 }
    let poller = unsafe Unmanaged<Poller>.fromOpaque(context).takeUnretainedValue()
    switch what {
    case CURL_POLL_IN: poller.watch(descriptor, for: EPOLLIN.rawValue)
    case CURL_POLL_OUT: poller.watch(descriptor, for: EPOLLOUT.rawValue)
    case CURL_POLL_INOUT: poller.watch(descriptor, for: EPOLLIN.rawValue | EPOLLOUT.rawValue)
    default: poller.forget(descriptor)
    }
    return 0
}

private func setTimer(_ multi: UnsafeMutableRawPointer?, _ milliseconds: Int, _ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context = unsafe context else { return 0 }
    unsafe Unmanaged<Poller>.fromOpaque(context).takeUnretainedValue().setTimer(milliseconds: milliseconds < 0 ? nil : milliseconds)
    return 0
}
