// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Ingest

/// What another user has put where the program writes: it is replaced or refused, and nothing is written or removed behind it.
struct PlantedFileTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        try directory.write("precious", to: "elsewhere/a.document")
    }

    @Test(arguments: ["link", "pipe", "file"]) func `a draft is written anew, whatever has its name`(kind: String) throws {
        let draft = directory.path(".w.prom.\(getpid())")
        switch kind {
        case "link": #expect(symlink(directory.path("elsewhere/a.document"), draft) == 0)
        case "pipe": #expect(mkfifo(draft, 0o666) == 0)
        default: try directory.write("of one that died", to: ".w.prom.\(getpid())")
        }
        try WholeFile.write("metrics", to: directory.path("w.prom"))
        #expect(try directory.read("w.prom") == Array("metrics".utf8))
        #expect(try directory.read("elsewhere/a.document") == Array("precious".utf8))
        #expect(try directory.names() == ["elsewhere", "w.prom"])
    }

    @Test func `a quarantine that is a link is not filled, and nothing is removed there`() throws {
        #expect(symlink(directory.path("elsewhere"), directory.path("quarantine")) == 0)
        var limits = Quarantine.Limits()
        (limits.documents, limits.age) = (0, .zero)
        let quarantine = Quarantine(directory: directory.path("quarantine"), limits: limits)
        quarantine.keep([1], feed: "a")
        #expect(quarantine.prune(now: .distantFuture) == 0)
        #expect(try directory.read("elsewhere/a.document") == Array("precious".utf8))
        #expect(try directory.names(in: "elsewhere") == ["a.document"])
    }

    @Test func `a log's set-aside files are files`() throws {
        for number in 1...4 { try directory.write("{\"v\":1,\"seq\":\(number)}\n", to: "log.\(number)") }
        #expect(unlink(directory.path("log.2")) == 0 && symlink(directory.path("log.1"), directory.path("log.2")) == 0)
        #expect(unlink(directory.path("log.3")) == 0 && mkfifo(directory.path("log.3"), 0o644) == 0)
        #expect(LogRotation.rotated(directory.path("log")).map(\.lastComponent) == ["log.1", "log.4"])
    }

    @Test(arguments: ["link", "pipe", "directory"]) func `a log is a regular file of its own`(kind: String) throws {
        let path = directory.path("log")
        switch kind {
        case "link": #expect(symlink(directory.path("elsewhere/a.document"), path) == 0)
        case "pipe": #expect(mkfifo(path, 0o644) == 0)
        default: #expect(mkdir(path, 0o755) == 0)
        }
        #expect(throws: LogError.self) { try AppendFile(path) }
        #expect(try directory.read("elsewhere/a.document") == Array("precious".utf8))
    }
}
