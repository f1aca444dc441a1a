// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A port of 127.0.0.1 where connections are taken and nothing is ever said, as long as the object lives.
///
/// Nobody accepts: the kernel keeps up to 4096 connections that stand, and no thread is needed for them.
public final class SilentPort: Sendable {
    private let socket: Socket
    /// The number of the port.
    public let port: UInt16

    /// Takes a port that is free.
    public init() throws {
        socket = try Socket.bound(toLoopbackOf: AF_INET, port: 0)
        port = try socket.port()
        try socket.listen(backlog: 4096)
    }

    /// The http address of a path there; `host` may be any name of this machine.
    public func url(_ path: String = "/", host: String = "127.0.0.1") -> String {
        "http://\(host):\(port)\(path)"
    }

    /// Connections that stand now, as the kernel counts them (proc(5), /proc/net/tcp).
    public var connectionCount: Int {
        let (own, established) = ("0100007F:" + hexadecimal(port), "01")
        return lines(of: "/proc/self/net/tcp").count { line in
            let words = line.split(separator: " ")
            return words.count > 3 && words[1] == own && words[3] == established
        }
    }

    /// What the kernel makes up has no size to be read by.
    private func lines(of path: String) -> [Substring] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        var (text, chunk): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 65_536))
        while case let count = read(descriptor, &chunk, chunk.count), count > 0 { text += chunk.prefix(count) }
        return String(decoding: text, as: UTF8.self).split(separator: "\n")
    }

    private func hexadecimal(_ port: UInt16) -> String {
        let digits = String(port, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
