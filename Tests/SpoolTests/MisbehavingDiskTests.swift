// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Spool
import Testing

@Suite(.enabled(if: Aside.canMount, "needs root, to mount small file systems that only the test sees"))
struct MisbehavingDiskTests {
    @Test(arguments: ["size=64k", "size=1m,nr_inodes=20"])
    func `a full disk leaves nothing of the batch, and publishing goes on when there is room`(options: String) throws {
        let scratch = try Scratch()
        let entries = SpoolEntry.stories(1...30, size: 4096)
        let seen = try Aside.run(mounts: true) {
            try scratch.makeDirectory("")
            try Aside.mount("tmpfs", on: scratch.outlet, options: options)
            let outlet = try scratch.open()
            let label = failure { _ = try outlet.stage(entries) }
            let left = try scratch.names("tmp")
            // A program that another test starts just now may hold the removed files, and their room, until it runs.
            var tries = 0
            while failure({ try outlet.publish(Array(entries.prefix(3))) }) == "full", tries < 100_000 {
                tries += 1
                sched_yield()
            }
            return (label, left, try scratch.names("new"))
        }
        #expect(seen.0 == "full")
        #expect(seen.1 == [])
        #expect(seen.2 == entries.prefix(3).map(\.name))
    }

    @Test func `a disk that turns read-only is told from a broken one`() throws {
        let scratch = try Scratch()
        let seen = try Aside.run(mounts: true) {
            try scratch.makeDirectory("")
            try Aside.mount("tmpfs", on: scratch.outlet)
            let outlet = try scratch.open()
            var batch = try outlet.stage([.story(1)])
            try Aside.remountReadOnly(scratch.outlet)
            return [
                failure { _ = try outlet.stage([.story(2)]) }, failure { try outlet.release(&batch) }, failure { _ = try scratch.open() },
            ]
        }
        #expect(seen.prefix(2) == ["read-only", "read-only"])
        #expect(seen.last == "held")
    }

    @Test(arguments: ["tmp", "new", "cur", "bad"])
    func `refuses a directory on another file system`(name: String) throws {
        let scratch = try Scratch()
        let label = try Aside.run(mounts: true) {
            try scratch.makeDirectory(name)
            try Aside.mount("tmpfs", on: "\(scratch.outlet)/\(name)")
            return failure { _ = try scratch.open() }
        }
        #expect(label == "other-file-system")
    }

    @Test func `refuses a drop directory that is a mount of its own`() throws {
        let scratch = try Scratch()
        let label = try Aside.run(mounts: true) {
            try scratch.makeDirectory("")
            try Aside.mount("tmpfs", on: scratch.outlet)
            return failure { _ = try scratch.open(layout: .drop) }
        }
        #expect(label == "other-file-system")
    }

    @Test func `refuses a file system that it doesn't know, unless allowed`() throws {
        let scratch = try Scratch()
        let seen = try Aside.run(mounts: true) {
            try scratch.makeDirectory("")
            try Aside.mount("ramfs", on: scratch.outlet)
            let refused = failure { _ = try scratch.open() }
            let settings = OutletDirectory(name: "main", path: scratch.outlet, allowsAnyFileSystem: true)
            try Outlet(opening: settings, identity: .ours).publish([.story(1)])
            return (refused, try scratch.names("new"))
        }
        #expect(seen.0 == "unsupported-file-system")
        #expect(seen.1 == [SpoolEntry.story(1).name])
    }

    @Test func `tells a directory that it may not write into`() throws {
        let scratch = try Scratch()
        try scratch.makeDirectory("")
        let label = try Aside.run {
            try #require(chmod(scratch.path, 0o755) == 0)
            try Aside.becomeNobody()
            return failure { _ = try scratch.open() }
        }
        #expect(label == "permission")
    }
}

/// The label of the error that `body` throws.
private func failure(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch {
        return (error as? SpoolError)?.label ?? "\(error)"
    }
}
