// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Ingest

/// Polling stops before the wall.
struct ReserveTests {
    private static let mib = 1 << 20

    @Test(arguments: [
        (FreeSpace(free: 65 << 20, total: 10 << 30), false, true), (FreeSpace(free: 63 << 20, total: 10 << 30), false, false),
        (FreeSpace(free: 65 << 20, total: 10 << 30), true, false), (FreeSpace(free: 71 << 20, total: 10 << 30), true, true),
        // Of a small file system a twentieth.
        (FreeSpace(free: 4 << 20, total: 64 << 20), false, true), (FreeSpace(free: 3 << 20, total: 64 << 20), false, false),
        // A fiftieth of the inodes, where they are counted.
        (FreeSpace(free: 1 << 30, total: 10 << 30, freeInodes: 21, inodes: 1000), false, true),
        (FreeSpace(free: 1 << 30, total: 10 << 30, freeInodes: 19, inodes: 1000), false, false),
        (FreeSpace(free: 1 << 30, total: 10 << 30, freeInodes: 0, inodes: 0), false, true), (FreeSpace(free: 0, total: 0), false, true),
    ])
    func `there is room while a reserve is free, and a tenth more after there was none`(space: FreeSpace, wasShort: Bool, hasRoom: Bool) {
        #expect((space.shortage(below: 64 << 20, isShort: wasShort) == nil) == hasRoom)
    }

    @Test func `asks the file system, and a directory that is gone has no answer`() throws {
        let directory = try TemporaryDirectory()
        let space = try #require(FreeSpace(of: directory.path))
        #expect(space.total > space.free && space.free > 0)
        #expect(FreeSpace(of: directory.path + "/none") == nil)
    }

    @Test(
        arguments: [(Int64(8), nil), (7, "outlet main is 3 versions behind"), (0, "outlet main is 10 versions behind")]
            as [(Int64, String?)])
    func `an outlet that is too far behind holds polling`(published: Int64, message: String?) async throws {
        let directory = try TemporaryDirectory()
        let catalog = try Catalog(directory: directory.path)
        _ = try await catalog.outlet(named: "main", startingAt: .beginning)
        _ = try await catalog.outlet(named: "of another configuration", startingAt: .beginning)
        var position = try #require(try await catalog.outlets().first)
        position.publishedThrough = published
        var outlet = OutletSettings(name: "main", path: "main")
        outlet.maxBehind = 3
        let shortage = Shortage.backlog(of: [outlet, OutletSettings(name: "new", path: "new")], [position], last: 10)
        #expect(shortage.map { $0.label } == message.map { _ in "backlog" })
        if let message { #expect(shortage?.message.hasPrefix(message) == true) }
    }
}
