// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Spool
import Testing

@Suite struct PublishingTests {
    @Test(arguments: [0, 1, 3, 64, 65, 200] as [Int64])
    func `shows nothing when staged and everything, byte for byte, when released`(count: Int64) throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        let entries = (0..<count).map { SpoolEntry.story($0 + 1, size: Int($0) * 700) }
        var batch = try outlet.stage(entries)
        #expect(try scratch.names("new") == [])
        #expect(try scratch.names("tmp") == entries.map(\.name))
        #expect(batch.last == entries.last?.sequence)
        try outlet.release(&batch)
        #expect(try scratch.names("tmp") == [])
        #expect(try scratch.names("new") == entries.map(\.name))
        for entry in entries { #expect(try scratch.bytes(of: "new/\(entry.name)") == entry.bytes) }
        #expect(batch.remaining.isEmpty && batch.rewritten.isEmpty && batch.setAside.isEmpty)
    }

    @Test func `stages the same entries again, over whatever an attempt left`() throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        try scratch.put([0], in: "tmp/\(SpoolEntry.story(2).name)")
        _ = try outlet.stage(SpoolEntry.stories(1...3))
        try outlet.publish(SpoolEntry.stories(1...3))
        #expect(try scratch.bytes(of: "new/\(SpoolEntry.story(2).name)") == SpoolEntry.story(2).bytes)
    }

    @Test func `writes a file again that somebody removed from tmp, and says so`() throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        var batch = try outlet.stage(SpoolEntry.stories(1...3))
        try FileManager.default.removeItem(atPath: "\(scratch.outlet)/tmp/\(SpoolEntry.story(2).name)")
        try outlet.release(&batch)
        #expect(batch.rewritten == [SpoolEntry.story(2).name])
        #expect(try scratch.names("new") == SpoolEntry.stories(1...3).map(\.name))
        #expect(try scratch.bytes(of: "new/\(SpoolEntry.story(2).name)") == SpoolEntry.story(2).bytes)
    }

    @Test func `goes on where a release stopped, and shows nothing twice`() throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        let names = SpoolEntry.stories(1...3).map(\.name)
        var batch = try outlet.stage(SpoolEntry.stories(1...3))
        try FileManager.default.removeItem(atPath: "\(scratch.outlet)/tmp/\(names[1])")
        try scratch.makeDirectory("tmp/\(names[1]).again")
        #expect(throws: SpoolError.self) { try outlet.release(&batch) }
        #expect(batch.remaining.map(\.name) == Array(names[1...]))
        #expect(try scratch.names("new") == [names[0]])

        try FileManager.default.removeItem(atPath: "\(scratch.outlet)/new/\(names[0])")
        try FileManager.default.removeItem(atPath: "\(scratch.outlet)/tmp/\(names[1]).again")
        try outlet.release(&batch)
        #expect(try scratch.names("new") == Array(names[1...]))
    }

    @Test func `removes ours when the same file is published already`() throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        var batch = try outlet.stage([.story(1)])
        try scratch.put(SpoolEntry.story(1).bytes, in: "new/\(SpoolEntry.story(1).name)")
        try outlet.release(&batch)
        #expect(try scratch.names("tmp") == [] && scratch.names("bad") == [])
        #expect(batch.setAside == [])
    }

    @Test(arguments: ["shorter", "same length", "pipe", "link", "directory"])
    func `sets ours aside when another thing has its name`(kind: String) throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        let entry = SpoolEntry.story(1)
        var batch = try outlet.stage([entry, .story(2)])
        let place = "\(scratch.outlet)/new/\(entry.name)"
        switch kind {
        case "shorter": try scratch.put([1], in: "new/\(entry.name)")
        case "same length": try scratch.put(entry.bytes.reversed(), in: "new/\(entry.name)")
        case "pipe": try #require(mkfifo(place, 0o600) == 0)
        case "link": try #require(symlink("\(scratch.outlet)/tmp/\(entry.name)", place) == 0)
        default: try #require(mkdir(place, 0o700) == 0)
        }
        try outlet.release(&batch)
        #expect(batch.setAside == [entry.name])
        #expect(try scratch.bytes(of: "bad/\(entry.name)") == entry.bytes)
        #expect(try scratch.names("tmp") == [])
        #expect(try scratch.names("new") == [entry.name, SpoolEntry.story(2).name])
    }

    @Test func `follows its directory and not the directory's name`() throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        var batch = try outlet.stage([.story(1)])
        try scratch.move("new", to: "moved")
        try FileManager.default.createSymbolicLink(atPath: scratch.outlet + "/new", withDestinationPath: "/tmp")
        try outlet.release(&batch)
        #expect(try scratch.names("moved") == [SpoolEntry.story(1).name])
    }
}
