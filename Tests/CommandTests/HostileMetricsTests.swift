// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import TestSupport
import Testing

/// Clients of the daemon's metrics that only want to do harm: the daemon goes on polling and answering, and takes no more than it may.
struct HostileMetricsTests {
    private let program: Program
    private var path: String { program.directory.path("metrics.sock") }

    init() throws {
        program = try Program()
        try program.write(Wire.rss(count: 1), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}"], more: "metrics: unix:metrics.sock")
    }

    private static let question = "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n"

    /// What a client does, and whether it gets an answer.
    static let clients: [(name: String, act: @Sendable (UnixConnection) -> Void, isAnswered: Bool)] = [
        ("a question", { $0.send(question) }, true),
        ("nothing", { $0.finishSending() }, false),
        (
            "half a question",
            {
                $0.send("GET /metr"); $0.finishSending()
            }, false
        ),
        ("a header without end", { connection in while connection.send(String(repeating: "a", count: 65_536)) {} }, false),
        ("empty lines without end", { connection in while connection.send("\r\n\r\n") {} }, true),
        ("one byte after the other", { connection in for _ in 0..<20_000 where !connection.send("a") { return } }, false),
        ("noughts", { $0.send(String(repeating: "\0", count: 20_000)) }, false),
        ("another method", { $0.send("DELETE / HTTP/1.1\r\n\r\n") }, true),
        (
            "a body of a gigabyte",
            { $0.send("POST / HTTP/1.1\r\nContent-Length: 1000000000\r\n\r\n" + String(repeating: "a", count: 60_000)) }, true
        ),
        ("a path out of here", { $0.send("GET /../../../../etc/passwd HTTP/1.1\r\n\r\n") }, true),
        ("two questions at once", { $0.send(question + question) }, true),
        ("no version", { $0.send("GET /\n\n") }, true),
        ("escapes", { $0.send("\u{1B}]0;title\u{7} / HTTP/1.1\r\n\r\n") }, true),
        (
            "a question, and no reading",
            {
                $0.send(question); $0.finishReading()
            }, false
        ),
    ]

    @Test func `whatever clients do, the daemon polls, answers the next, and keeps its descriptors`() async throws {
        let ending = try await Program.aside { [program, path] in
            try MeasuredRun(["run", "--config", program.root + "/wirespool.yaml"], in: program.root) { daemon in
                defer { daemon.send(SIGTERM) }
                daemon.messages.waits(for: "polled")
                let descriptors = try Self.descriptors(of: daemon)
                for client in Self.clients {
                    let connection = try UnixConnection(path)
                    client.act(connection)
                    #expect(connection.answer().hasPrefix("HTTP/1.1 200 OK\r\n") == client.isAnswered, "\(client.name)")
                }
                #expect(try UnixConnection(path).isGivenUpWhileItDrips())
                // One is there all the time, and never says a word.
                let silent = try UnixConnection(path)
                for _ in 0..<2_000 { _ = try? UnixConnection(path) }
                let last = try UnixConnection(path)
                last.send(Self.question)
                #expect(silent.answer().isEmpty)
                #expect(last.answer().contains("wirespool_running 1\n"))
                #expect(try Self.descriptors(of: daemon) <= descriptors + 1)
            }
        }
        #expect(ending.status == 0, "\(ending.messages)")
        #expect(ending.cost.isBounded, "\(ending.cost)")
    }

    @Test(arguments: ["a file", "a link", "a directory"]) func `what is no socket is not removed to make room for one`(kind: String)
        async throws
    {
        try program.write("precious", to: "victim")
        switch kind {
        case "a file": try program.write("precious", to: "metrics.sock")
        case "a link": #expect(symlink(program.directory.path("victim"), path) == 0)
        default: #expect(mkdir(path, 0o755) == 0)
        }
        let ending = try await Program.aside { [program] in
            try MeasuredRun(["run", "--config", program.root + "/wirespool.yaml"], in: program.root) { daemon in
                _ = daemon.messages.read { said in
                    let words = String(decoding: said, as: UTF8.self)
                    return words.contains("metrics not offered") && words.contains("polled")
                }
                daemon.send(SIGTERM)
            }
        }
        #expect(ending.status == 0 && ending.cost.isBounded, "\(ending.cost) \(ending.messages)")
        #expect(try program.text(of: "victim") == "precious")
        var status = stat()
        #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFSOCK)
        #expect(try program.records().count == 1)
    }

    /// Of the program itself, which the process that measures it has started.
    private static func descriptors(of daemon: ChildProcess) throws -> Int {
        let children = try String(contentsOfFile: "/proc/\(daemon.id)/task/\(daemon.id)/children", encoding: .utf8)
        let id = try #require(children.split(separator: " ").first)
        return try FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/fd").count
    }
}

/// A connection to a unix socket, by a client without manners.
final class UnixConnection: Sendable {
    private let descriptor: CInt

    /// Waits while the backlog is full.
    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemError(errno) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let outcome = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
        guard outcome == 0 else { throw SystemError(errno) }
    }

    deinit { close(descriptor) }

    /// False when the other side has gone.
    @discardableResult
    func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return Glibc.send(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL)) == bytes.count
    }

    /// Sends ten bytes a second, for half a minute at most; false when the other side still listens then.
    func isGivenUpWhileItDrips() -> Bool {
        for _ in 0..<300 {
            guard send("a") else { return true }
            var end = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&end, 1, 100) > 0 { return true }
        }
        return false
    }

    func finishSending() { shutdown(descriptor, CInt(SHUT_WR)) }

    func finishReading() { shutdown(descriptor, CInt(SHUT_RD)) }

    /// Everything that comes until the other side closes.
    func answer() -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = recv(descriptor, &chunk, chunk.count, 0), count > 0 { bytes += chunk[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
