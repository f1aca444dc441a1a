// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import TestSupport
import Testing

/// A log that a full disk, a bad disk or somebody's hand has damaged, and what else may have its name: `tail` shows the events that are left,
/// and nothing else that a terminal could take for a command.
struct HostileLogTests {
    private let program: Program

    init() throws {
        program = try Program()
    }

    private static func event(_ seq: Int, _ message: String = "event") -> [UInt8] {
        let time = "\"ts\":\"2024-02-20T10:15:00.000Z\""
        return Array("{\"v\":1,\"seq\":\(seq),\(time),\"ev\":\"outlet\",\"outlet\":\"main\",\"message\":\"\(message) \(seq).\"}\n".utf8)
    }

    private static func many(_ count: Int, _ text: String) -> [UInt8] { Array(String(repeating: text, count: count).utf8) }

    /// More than a program may hold in memory.
    private static let hundredMegabytes = [UInt8](repeating: 0x61, count: 100_000_000)

    /// What stands in the log, and the events that are to be seen of it.
    static let logs: [String: (bytes: [UInt8], seen: [Int])] = [
        "nothing": ([], []),
        "one event": (event(1), [1]),
        "every byte": (event(1) + Array(0...255) + event(2) + event(3), [1, 3]),
        "half a line at the end": (event(1) + event(2) + event(3).dropLast(20), [1, 2]),
        "half a line in the middle": (event(1) + event(2).dropLast(20) + event(3) + event(4), [1, 4]),
        "half a line at the start": (event(1).dropFirst(7) + event(2), [2]),
        "noughts in a line": (event(1) + event(2, "a\0b") + event(3), [1, 3]),
        "noughts for a line": (event(1) + [UInt8](repeating: 0, count: 70_000) + event(2) + event(3), [1, 3]),
        "noughts for a megabyte": (event(1) + [UInt8](repeating: 0, count: 1 << 20) + [0x0A] + event(2), [1, 2]),
        "escapes for a line": (event(1) + many(10_000, "\u{1B}]0;title\u{7}\u{9B}2J\u{202E}\n") + event(2), [1, 2]),
        "escapes in a line": (event(1) + event(2, "\u{1B}[2J") + event(3), [1, 3]),
        "turned text in a line": (event(1, "\u{202E}\u{9B}31m") + event(2), [1, 2]),
        "no UTF-8": (event(1) + [UInt8](repeating: 0xFF, count: 70_000) + [0x0A] + event(2), [1, 2]),
        "a line of a hundred megabytes": (event(1) + hundredMegabytes + [0x0A] + event(2), [1, 2]),
        "a hundred megabytes without end": (event(1) + event(2) + hundredMegabytes, [1, 2]),
        "a hundred megabytes before": (hundredMegabytes + [0x0A] + event(2), [2]),
        "an event of two megabytes": (event(1) + event(2, String(repeating: "a", count: 2 << 20)) + event(3), [1, 3]),
        "a million empty lines": (event(1) + many(1_000_000, "\n") + event(2), [1, 2]),
        "objects of somebody else": (event(1) + many(100_000, "{\"v\":2}\n") + event(2), [1, 2]),
        "a number beyond all": (event(1) + many(1, "{\"v\":1,\"seq\":\(String(repeating: "9", count: 1_000))}\n") + event(2), [1, 2]),
        "the last number": (event(1) + event(Int.max), [1, Int.max]),
        "open brackets": (event(1) + many(1, "{\"v\":1,\"seq\":2,\"a\":") + many(50_000, "[") + many(1, "}\n") + event(3), [1, 3]),
        "one event many times": ((0..<2_000).flatMap { _ in event(1) }, Array(repeating: 1, count: 20)),
    ]

    @Test(arguments: logs.keys.sorted()) func `of a damaged log the events that are whole are shown`(name: String) async throws {
        let log = try #require(Self.logs[name])
        try program.directory.write(log.bytes, to: "ingest.log")
        for arguments in [["tail", "--plain"], ["tail", "--json"]] {
            let ending = try await tail(arguments)
            #expect(ending.status == 0, "\(ending.messages.prefix(300))")
            #expect(ending.cost.isBounded, "\(arguments): \(ending.cost)")
            // Damage within a line is shown as what it is.
            let events = ending.lines.filter { $0.hasPrefix("2024-") || arguments.contains("--json") }
            let numbers = events.compactMap { $0.firstMatch(of: /(\d+)\."?}?$/).flatMap { Int($0.output.1) } }
            #expect(numbers == log.seen && numbers.count == events.count, "\(ending.output.prefix(300))")
            // What JSON allows is for programs.
            let limit: UInt32 = arguments.contains("--json") ? 0x20 : 0xA0
            #expect(!ending.output.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control && $0.value < limit })
        }
    }

    /// What has the name of the log, or of one that was set aside, and the message; none where it is passed over.
    static let impostors: [(name: String, make: @Sendable (String) -> CInt, message: String?)] = [
        ("ingest.log", { mkdir($0, 0o755) }, "Is a directory"), ("ingest.log", { mkfifo($0, 0o644) }, "is not a regular file"),
        ("ingest.log", { symlink($0, $0) }, "no such log"), ("ingest.log.7", { mkdir($0, 0o755) }, nil),
        ("ingest.log.7", { mkfifo($0, 0o644) }, nil),
        ("ingest.log.7", { symlink("/etc/shadow", $0) }, nil), ("ingest.log.7", { symlink("/dev/zero", $0) }, nil),
        ("ingest.log.\(Int64.max)", { symlink($0, $0) }, nil), ("ingest.log.-7", { mkfifo($0, 0o644) }, nil),
    ]

    @Test(arguments: impostors.indices) func `what only has the name of a log holds nobody up`(place: Int) async throws {
        let impostor = Self.impostors[place]
        if impostor.name != "ingest.log" { try program.directory.write(Self.event(1), to: "ingest.log") }
        #expect(impostor.make(program.directory.path(impostor.name)) == 0)
        let ending = try await tail(["tail", "--plain"])
        #expect(ending.cost.isBounded, "\(ending.cost)")
        if impostor.name == "ingest.log" {
            #expect(ending.status == 74 && ending.messages.contains(impostor.message ?? ""), "\(ending.messages)")
        } else {
            #expect(ending.status == 0 && ending.output.contains("event 1."), "\(ending.messages)")
        }
    }

    @Test func `whatever happens to a log while it is followed, the next event is shown`() async throws {
        let path = try program.directory.write(Self.event(1), to: "ingest.log")
        let ending = try await Program.aside { [program] in
            try MeasuredRun(["tail", "--follow", "--plain", "--log", path], in: program.root) { tail in
                defer { tail.send(SIGTERM) }
                tail.output.waits(for: "event 1.")
                for (place, step) in Self.steps.enumerated() {
                    try step(path)
                    try append(Self.event(place + 2), to: path)
                    tail.output.waits(for: "event \(place + 2).")
                }
            }
        }
        #expect(ending.status == -SIGTERM, "\(ending.messages)")
        #expect(ending.cost.isBounded, "\(ending.cost)")
        #expect(ending.messages.isEmpty)
    }

    /// What somebody has put behind the last event.
    private static let damages: [@Sendable () -> [UInt8]] = [
        { hundredMegabytes }, { event(Int.max) + event(1) }, { [UInt8](repeating: 0, count: 1 << 20) }, { Array(0...255) },
    ]

    @Test(arguments: damages.indices) func `what stands behind the last event is cut off by the next fetch`(place: Int) async throws {
        let damage = Self.damages[place]()
        try program.write(Wire.rss(count: 1), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}"])
        #expect(try await program.run("fetch").status == 0)
        try append(damage, to: program.directory.path("ingest.log"))
        if damage.count < 1 << 20 { #expect(try await program.run("check", "--deep").status > 0) }
        let ending = try await program.run("fetch", "--force")
        #expect(ending.status == 0 && ending.cost.isBounded, "\(ending.cost) \(ending.messages)")
        let events = try program.events()
        #expect(events.compactMap { $0["seq"] as? Int } == Array(1...events.count))
        #expect(try await program.run("check", "--deep").status == 0)
    }

    /// What is done to a log before its next event.
    private static let steps: [@Sendable (String) throws -> Void] = [
        { try append(Array(0...255) + [0x0A], to: $0) },
        { #expect(truncate($0, 0) == 0) },
        { try append(Self.event(3).dropLast(20) + [0x0A], to: $0) },
        { try append(hundredMegabytes + [0x0A], to: $0) },
        { try append([UInt8](repeating: 0, count: 3 << 20) + [0x0A], to: $0) },
        { path in
            // The disk's own noughts, at the end of a file that was made longer.
            var status = stat()
            #expect(stat(path, &status) == 0 && truncate(path, status.st_size + (100 << 20)) == 0)
            try append([0x0A], to: path)
        },
        { #expect(rename($0, $0 + ".6") == 0 && mkfifo($0 + ".5", 0o644) == 0) },
        { path in
            #expect(rename(path, path + ".8") == 0)
            try append(many(1, "{\"v\":1,\"seq\":2,\"ts\":\"\n"), to: path)
        },
    ]

    private func tail(_ arguments: [String]) async throws -> Program.Ending {
        try await Program.aside { [program] in try program.runToEnd(arguments + ["--log", program.directory.path("ingest.log")]) }
    }
}

/// Adds to a file, which is made where there is none.
private func append(_ bytes: some Collection<UInt8>, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    defer { close(descriptor) }
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { throw SystemError(errno) }
        rest = rest.dropFirst(count)
    }
}
