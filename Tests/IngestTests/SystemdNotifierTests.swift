// SPDX-License-Identifier: Apache-2.0
import Glibc
import TestSupport
import Testing

@testable import Ingest

/// What systemd hears, on a real datagram socket.
struct SystemdNotifierTests {
    @Test(arguments: [false, true])
    func `each message is one datagram, also to an abstract address`(isAbstract: Bool) throws {
        let directory = try TemporaryDirectory()
        let address = (isAbstract ? "@" : "") + directory.path("notify")
        let ear = try Ear(address)
        let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": address, "WATCHDOG_USEC": "4000000"])
        notifier.ready("2 feeds")
        notifier.status("2 feeds, 1 failing")
        notifier.alive()
        notifier.stopping()
        #expect(ear.heard() == ["READY=1\nSTATUS=2 feeds", "STATUS=2 feeds, 1 failing", "WATCHDOG=1", "STOPPING=1"])
        #expect(notifier.watchdogPause == .seconds(2))
    }

    @Test func `a reload tells the monotonic time, which systemd needs`() throws {
        let directory = try TemporaryDirectory()
        let ear = try Ear(directory.path("notify"))
        var before = timespec()
        clock_gettime(CLOCK_MONOTONIC, &before)
        SystemdNotifier(environment: ["NOTIFY_SOCKET": directory.path("notify")]).reloading()
        let lines = try #require(ear.heard().first).split(separator: "\n")
        #expect(lines.first == "RELOADING=1")
        let time = try #require(lines.last?.split(separator: "=").last.flatMap { Int($0) })
        #expect(time >= before.tv_sec * 1_000_000 + before.tv_nsec / 1000)
    }

    @Test(arguments: [
        [:], ["NOTIFY_SOCKET": ""], ["NOTIFY_SOCKET": "/nowhere/at/all"], ["NOTIFY_SOCKET": String(repeating: "x", count: 300)],
    ])
    func `without a listener nothing happens`(environment: [String: String]) {
        SystemdNotifier(environment: environment).ready("0 feeds")
    }

    @Test(arguments: [nil, "", "0", "-5", "soon"])
    func `without a watchdog there is no pause`(microseconds: String?) {
        #expect(SystemdNotifier(environment: microseconds.map { ["WATCHDOG_USEC": $0] } ?? [:]).watchdogPause == nil)
    }
}

/// systemd's end of the socket.
private final class Ear {
    private let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)

    init(_ name: String) throws {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var path = Array(name.utf8)
        if path.first == UInt8(ascii: "@") { path[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let outcome = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        guard outcome == 0 else { throw SystemError(errno) }
    }

    deinit { close(descriptor) }

    /// Every datagram that has come: they are there as soon as they are sent.
    func heard() -> [String] {
        var messages: [String] = []
        var bytes = [UInt8](repeating: 0, count: 4096)
        while case let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT)), count >= 0 {
            messages.append(String(decoding: bytes[..<count], as: UTF8.self))
        }
        return messages
    }
}
