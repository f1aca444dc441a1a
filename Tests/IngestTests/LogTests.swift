// SPDX-License-Identifier: Apache-2.0
import Catalog
import Foundation
import TestSupport
import Testing

@testable import Ingest

/// The ingestion log: exact after every death, and followed across renames.
struct LogTests {
    private let directory: TemporaryDirectory
    private var path: String { directory.path + "/ingest.log" }

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func catalog(events count: Int) async throws -> Catalog {
        let catalog = try Catalog(directory: directory.path + "/state")
        try await append(count, to: catalog)
        return catalog
    }

    private func append(_ count: Int, to catalog: Catalog) async throws {
        for index in 0..<count {
            try await catalog.append([.outlet("main", state: "ok", message: "event \(index)")], at: Date())
        }
    }

    private func sequences(_ path: String) throws -> [Int64] {
        try FileBytes.read(path).split(separator: UInt8(ascii: "\n")).map { try #require(LogLine.sequence(of: $0)) }
    }

    @Test func `appends each event once`() async throws {
        let catalog = try await catalog(events: 3)
        let log = LogWriter(catalog: catalog, path: path)
        try await log.recover()
        try await append(2, to: catalog)
        try await log.append()
        try await log.append()
        #expect(try sequences(path) == [1, 2, 3, 4, 5])
    }

    @Test(arguments: ["", "{\"v\":1,\"seq\":4,\"ts\":\"2018", "\u{0}\u{0}\u{0}\n{\"v\":1,\"seq\":5}\n", "{\"v\":1,\"seq\":9}\n"])
    func `after a death the damaged end is cut off and written again`(damage: String) async throws {
        let catalog = try await catalog(events: 3)
        let first = LogWriter(catalog: catalog, path: path)
        try await first.recover()
        let whole = try FileBytes.read(path)
        try await append(2, to: catalog)
        try Data(whole + Array(damage.utf8)).write(to: URL(fileURLWithPath: path), options: [])
        // The file keeps its inode when written in place: the writer that comes next finds it where it was.
        let second = LogWriter(catalog: catalog, path: path)
        try await second.recover()
        #expect(try sequences(path) == [1, 2, 3, 4, 5])
    }

    @Test func `events that reached the file before the death are not written again`() async throws {
        let catalog = try await catalog(events: 0)
        let first = LogWriter(catalog: catalog, path: path)
        try await first.recover()
        try await append(4, to: catalog)
        try await first.append()
        // No synchronize: the position in the catalog is still the one of the start.
        let second = LogWriter(catalog: catalog, path: path)
        try await second.recover()
        #expect(try sequences(path) == [1, 2, 3, 4])
    }

    @Test func `goes on in a new file when the old one was renamed, also over a death`() async throws {
        let catalog = try await catalog(events: 2)
        let first = LogWriter(catalog: catalog, path: path)
        try await first.recover()
        try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
        try await append(2, to: catalog)
        try await first.append()
        let second = LogWriter(catalog: catalog, path: path)
        try await second.recover()
        #expect(try sequences(path + ".1") == [1, 2])
        #expect(try sequences(path) == [3, 4])
    }

    @Test func `sets the file aside when it is large, and keeps the last ones`() async throws {
        let catalog = try await catalog(events: 0)
        var rotation = LogRotation()
        rotation.size = 400
        rotation.kept = 2
        let log = LogWriter(catalog: catalog, path: path, rotation: rotation)
        try await log.recover()
        for _ in 0..<6 {
            try await append(4, to: catalog)
            try await log.append()
        }
        #expect(LogRotation.rotated(path).count == 2)
        #expect(try sequences(path + ".24") == [21, 22, 23, 24])
    }

    /// How a log comes to an end, and a new one begins.
    enum Rotation: CaseIterable {
        /// Built in.
        case size
        /// By another program, and nobody is told.
        case rename
        /// By another program that copies the file and cuts it: nothing is lost when it was read before.
        case truncate
    }

    @Test(arguments: Rotation.allCases) func `following loses and repeats nothing over fifty rotations`(rotation: Rotation) async throws {
        let catalog = try await catalog(events: 1)
        var limits = LogRotation()
        if rotation == .size { limits.size = 1 }
        let log = LogWriter(catalog: catalog, path: path, rotation: limits)
        try await log.recover()
        var follower = LogFollower(path)
        var seen = try follower.lastLines(10) { _ in true }.compactMap { LogLine.sequence(of: $0[...]) }
        var missing: Int64 = 0
        for round in 0..<50 {
            try await append(3, to: catalog)
            try await log.append()
            if rotation == .rename { try FileManager.default.moveItem(atPath: path, toPath: path + ".\(1000 + round)") }
            if round % 2 == 0 || rotation == .truncate {
                try follower.newLines({ seen.append(LogLine.sequence(of: $0[...]) ?? -1) }, gap: { missing += $0 })
            }
            if rotation == .truncate { #expect(truncate(path, 0) == 0) }
        }
        try follower.newLines({ seen.append(LogLine.sequence(of: $0[...]) ?? -1) }, gap: { missing += $0 })
        #expect(seen == Array(1...151))
        #expect(missing == 0)
    }

    @Test func `what was cut off before it was read is said to be missing`() async throws {
        let catalog = try await catalog(events: 1)
        let log = LogWriter(catalog: catalog, path: path)
        try await log.recover()
        var follower = LogFollower(path)
        _ = try follower.lastLines(1) { _ in true }
        try await append(3, to: catalog)
        try await log.append()
        #expect(truncate(path, 0) == 0)
        try await append(1, to: catalog)
        try await log.append()
        var (seen, missing) = ([Int64](), Int64(0))
        try follower.newLines({ seen.append(LogLine.sequence(of: $0[...]) ?? -1) }, gap: { missing += $0 })
        #expect(seen == [5] && missing == 3)
    }

    @Test func `following loses and repeats nothing over many rotations, whether it looks between them or not`() async throws {
        let catalog = try await catalog(events: 1)
        let log = LogWriter(catalog: catalog, path: path)
        try await log.recover()
        var follower = LogFollower(path)
        var seen = try follower.lastLines(10) { _ in true }.compactMap { LogLine.sequence(of: $0[...]) }
        var missing: Int64 = 0
        for round in 0..<30 {
            try await append(3, to: catalog)
            try await log.append()
            if round % 3 == 0 { try FileManager.default.moveItem(atPath: path, toPath: path + ".\(1000 + round)") }
            if round % 2 == 0 { try follower.newLines({ seen.append(LogLine.sequence(of: $0[...]) ?? -1) }, gap: { missing += $0 }) }
        }
        try follower.newLines({ seen.append(LogLine.sequence(of: $0[...]) ?? -1) }, gap: { missing += $0 })
        #expect(seen == Array(1...91))
        #expect(missing == 0)
    }

    @Test func `the last lines reach back into files set aside, and filters count`() async throws {
        let catalog = try await catalog(events: 5)
        let log = LogWriter(catalog: catalog, path: path)
        try await log.recover()
        try FileManager.default.moveItem(atPath: path, toPath: path + ".5")
        try await append(2, to: catalog)
        try await log.append()
        var follower = LogFollower(path)
        var filter = LogFilter()
        #expect(try follower.lastLines(4, where: filter.accepts).compactMap { LogLine.sequence(of: $0[...]) } == [4, 5, 6, 7])
        filter.text = "EVENT 1"
        #expect(try follower.lastLines(9, where: filter.accepts).compactMap { LogLine.sequence(of: $0[...]) } == [2, 7])
        filter.events = ["poll"]
        #expect(try follower.lastLines(9, where: filter.accepts).isEmpty)
    }

    @Test func `following from the end shows only what comes after`() async throws {
        let catalog = try await catalog(events: 3)
        let log = LogWriter(catalog: catalog, path: path)
        try await log.recover()
        var follower = LogFollower(path)
        #expect(try follower.lastLines(0) { _ in true }.isEmpty)
        try await append(2, to: catalog)
        try await log.append()
        var seen: [Int64?] = []
        try follower.newLines({ seen.append(LogLine.sequence(of: $0[...])) }, gap: { _ in })
        #expect(seen == [4, 5])
    }

    @Test func `a log that can't be read is an error, one that is not there is empty`() throws {
        var follower = LogFollower(path)
        #expect(try follower.lastLines(5) { _ in true }.isEmpty)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let error = #expect(throws: LogError.self) { try follower.lastLines(5) { _ in true } }
        #expect(error?.message == "\(path): Is a directory")
    }
}
