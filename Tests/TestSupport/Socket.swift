// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The owner of one TCP socket, for the server's side of a test.
final class Socket: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// - Parameter address: another address of IPv4, of a network of the test's own.
    static func bound(toLoopbackOf family: Int32, port: UInt16, address: UInt32 = 0x7F00_0001) throws -> Socket {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemError(errno) }
        let socket = Socket(descriptor)
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        let isBound = family == AF_INET ? socket.bindIPv4(address, port) : socket.bindIPv6(port)
        guard isBound else { throw SystemError(errno) }
        return socket
    }

    func listen(backlog: Int32 = 1024) throws {
        guard Glibc.listen(descriptor, backlog) == 0 else { throw SystemError(errno) }
    }

    func port() throws -> UInt16 {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let outcome = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        guard outcome == 0 else { throw SystemError(errno) }
        return UInt16(bigEndian: address.sin_port)
    }

    func accept() -> Socket? {
        let connection = Glibc.accept(descriptor, nil, nil)
        guard connection >= 0 else { return nil }
        var yes: Int32 = 1
        setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        return Socket(connection)
    }

    /// True when the socket is ready, false when the bell rings.
    func wait(for events: Int32, or bell: Bell) -> Bool {
        var descriptors = [pollfd(fd: descriptor, events: Int16(events), revents: 0), bell.poll]
        while poll(&descriptors, 2, -1) < 0 && errno == EINTR {}
        return descriptors[1].revents == 0
    }

    /// The bytes up to the empty line; nil when the client or the server has ended, or the client does not speak HTTP.
    ///
    /// - Parameter rest: what came after the head before; afterwards what came after this one.
    func readHead(_ rest: inout [UInt8], or bell: Bell) -> [UInt8]? {
        while rest.count < 1 << 20 {
            if let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) {
                defer { rest = Array(rest[end.upperBound...]) }
                return Array(rest[..<end.upperBound])
            }
            var chunk = [UInt8](repeating: 0, count: 4096)
            guard wait(for: POLLIN, or: bell) else { return nil }
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            rest += chunk.prefix(count)
            guard rest.first.map({ (0x41...0x5A).contains($0) }) == true else { return nil }
        }
        return nil
    }

    /// False when the client or the server has ended.
    func send(_ bytes: [UInt8], or bell: Bell) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard wait(for: POLLOUT, or: bell) else { return false }
            let flags = Int32(MSG_NOSIGNAL | MSG_DONTWAIT)
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, flags) }
            guard count >= 0 || errno == EAGAIN else { return false }
            rest = rest.dropFirst(max(0, count))
        }
        return true
    }

    func waitForEnd(or bell: Bell) {
        var byte: UInt8 = 0
        while wait(for: POLLIN, or: bell), recv(descriptor, &byte, 1, 0) == 1 {}
    }

    /// With no time to linger, closing is a reset.
    func reset() {
        var none = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &none, socklen_t(MemoryLayout<linger>.size))
    }
}

extension Socket {
    private func bindIPv4(_ number: UInt32, _ port: UInt16) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = number.bigEndian
        return bind(&address, MemoryLayout<sockaddr_in>.size)
    }

    private func bindIPv6(_ port: UInt16) -> Bool {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        address.sin6_addr = in6addr_loopback
        return bind(&address, MemoryLayout<sockaddr_in6>.size)
    }

    private func bind(_ address: UnsafeRawPointer, _ size: Int) -> Bool {
        Glibc.bind(descriptor, address.assumingMemoryBound(to: sockaddr.self), socklen_t(size)) == 0
    }
}
