// SPDX-License-Identifier: Apache-2.0
import Glibc

/// One datagram to a unix socket, as systemd and its journal take them.
public enum UnixDatagram {
    /// Sends the bytes; false when that failed. A path that begins with `@` is an abstract one (unix(7)).
    @discardableResult
    public static func send(_ bytes: [UInt8], to path: String) -> Bool {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return false }
        defer { close(socket) }
        var target = sockaddr_un()
        target.sun_family = sa_family_t(AF_UNIX)
        var path = Array(path.utf8)
        if path.first == UInt8(ascii: "@") { path[0] = 0 }
        let capacity = MemoryLayout.size(ofValue: target.sun_path)
        guard path.count < capacity else { return false }
        withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: path) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size - capacity + path.count)
        return withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { destination in
                sendto(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL), destination, length) == bytes.count
            }
        }
    }
}
