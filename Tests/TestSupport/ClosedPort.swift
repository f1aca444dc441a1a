// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A port of 127.0.0.1 that refuses every connection, as long as the object lives: it is taken, and nobody listens.
public final class ClosedPort: Sendable {
    private let socket: Socket
    /// The number of the port.
    public let port: UInt16

    /// Takes a port that is free.
    public init() throws {
        socket = try Socket.bound(toLoopbackOf: AF_INET, port: 0)
        port = try socket.port()
    }

    /// The http address of a path there.
    public func url(_ path: String = "/") -> String {
        "http://127.0.0.1:\(port)\(path)"
    }
}
