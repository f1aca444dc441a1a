// SPDX-License-Identifier: Apache-2.0

/// Fetches documents by HTTP and HTTPS, many at a time, on one thread of its own; and files where the configuration names them.
///
/// The thread ends with the last reference. libcurl is touched only by this actor, whose executor is that thread.
public actor Transfers: Fetching {
    private let thread: EventThread
    private let multi: Multi
    private nonisolated let strictTransport: StrictTransport
    private var lastTicket = 0
    private var isStopped = false

    /// The thread of the transfers.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    /// Starts the thread.
    ///
    /// - Parameter maxConcurrent: so many transfers run at a time, each with a socket; more wait, and the time that they may take
    ///   begins when their turn comes. As many idle connections are kept for the next polls.
    /// - Parameter strictTransport: what is known of hosts that want TLS alone.
    public init(maxConcurrent: Int = 2048, strictTransport: StrictTransport = StrictTransport()) throws(FetchError) {
        self.strictTransport = strictTransport
        let poller = try Poller()
        multi = try Multi(poller, maxConcurrent: maxConcurrent)
        thread = EventThread(poller)
        try thread.start { [weak self] ready in
            self?.assumeIsolated { $0.multi.advance(ready) }
        }
    }

    deinit { thread.stop() }

    /// Fetches one document, redirects included, within the limits of `request`.
    ///
    /// A cancelled task throws `.cancelled` at once and leaves nothing behind.
    public nonisolated func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
        if let file = try FileSource(request.url) {
            return try file.read(unless: request.validators, maxBody: request.limits.maxBody, url: request.url)
        }
        var journey = try Journey(request, strictTransport: strictTransport)
        var (bytes, time) = (0, Duration.zero)
        while true {
            guard time < request.limits.total else { throw FetchError(.timedOut, "redirects took longer than \(time.inWords)") }
            let hop = Hop(
                address: journey.address, request: journey.request, authentication: journey.authentication,
                timeLeft: request.limits.total - time)
            var response = try await exchange(hop)
            bytes += response.bytesReceived
            time += response.duration
            strictTransport.note(response, from: journey.address)
            guard try !journey.follow(response) else { continue }
            (response.redirects, response.bytesReceived, response.duration) = (journey.redirects, bytes, time)
            return response
        }
    }

    /// Ends all transfers; each throws `.cancelled`, and so does every later fetch.
    public func stop() {
        isStopped = true
        multi.cancelAll()
    }
}

extension Transfers {
    private func exchange(_ hop: Hop) async throws(FetchError) -> FetchResponse {
        guard !isStopped, !Task.isCancelled else { throw FetchError(.cancelled, "cancelled") }
        lastTicket += 1
        let ticket = lastTicket
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                multi.start(hop, ticket: ticket) { continuation.resume(returning: $0) }
            }
        } onCancel: {
            Task { await self.cancel(ticket) }
        }
        return try outcome.get()
    }

    private func cancel(_ ticket: Int) {
        multi.cancel(ticket)
    }
}
