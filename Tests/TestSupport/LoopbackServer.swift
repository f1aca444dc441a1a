// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A real HTTP/1.1 server on 127.0.0.1 (and ::1 where there is one), on a port of its own, that can also misbehave.
///
///     let server = try LoopbackServer.start { request in
///         request.path == "/feed" ? .ok(feed, headers: ["ETag": "\"1\""]) : .status(404)
///     }
///     … server.url("/feed") … server.requests …
///
/// It lives as long as its reference, or until `stop`.
public final class LoopbackServer: Sendable {
    private let site: Site
    /// The port it listens on.
    public let port: UInt16

    /// Starts a server that asks `answer` what to do with each request, on the thread of the request's connection.
    public static func start(_ answer: @escaping @Sendable (Request) -> Reply) throws -> LoopbackServer {
        try LoopbackServer(answer)
    }

    /// Starts a server at another address of a network that the test has to itself.
    public static func start(
        at address: UInt32, port: UInt16, _ answer: @escaping @Sendable (Request) -> Reply
    ) throws -> LoopbackServer {
        try LoopbackServer(Socket.bound(toLoopbackOf: AF_INET, port: port, address: address), nil, answer)
    }

    private convenience init(_ answer: @escaping @Sendable (Request) -> Reply) throws {
        let four = try Socket.bound(toLoopbackOf: AF_INET, port: 0)
        // A machine without IPv6 has nothing to listen on.
        try self.init(four, try? Socket.bound(toLoopbackOf: AF_INET6, port: four.port()), answer)
    }

    private init(_ four: Socket, _ six: Socket?, _ answer: @escaping @Sendable (Request) -> Reply) throws {
        port = try four.port()
        site = try Site(answer)
        for socket in [four, six].compactMap({ $0 }) {
            try socket.listen()
            try spawn { [site] in site.serve(socket) }
        }
    }

    deinit { site.stop() }

    /// The http address of a path; `host` may be any name of this machine.
    public func url(_ path: String = "/", host: String = "127.0.0.1") -> String {
        "http://\(host):\(port)\(path)"
    }

    /// All requests so far, in the order of their coming.
    public var requests: [Request] { site.requests }

    /// How many connections have been accepted so far.
    public var connectionCount: Int { site.connectionCount }

    /// Returns as soon as `count` requests have come.
    public func waitForRequests(_ count: Int) async {
        await site.waitForRequests(count)
    }

    /// Closes all connections and ends all threads; replies that are being held end too.
    public func stop() {
        site.stop()
    }
}
