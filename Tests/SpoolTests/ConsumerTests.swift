// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Spool
import Testing

@Suite struct ConsumerTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.open().publish(SpoolEntry.stories(1...3))
    }

    private func consumer(_ name: String = "me") throws(SpoolError) -> Consumer {
        try Consumer(opening: OutletDirectory(name: "main", path: scratch.outlet), name: name)
    }

    private func bytes(of claim: Claim) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(claim.descriptor, &bytes, bytes.count)
        return Array(bytes.prefix(max(0, count)))
    }

    @Test func `claims each file for one consumer alone, whole`() throws {
        let (one, two) = (try consumer("one"), try consumer("two"))
        let names = SpoolEntry.stories(1...3).map(\.name)
        #expect(try one.waiting() == names)
        let claim = try #require(try one.claim(names[0]))
        #expect(bytes(of: claim) == SpoolEntry.story(1).bytes)
        #expect(try two.claim(names[0]) == nil)
        #expect(try two.waiting() == Array(names[1...]))
        #expect(try scratch.names("cur/one") == [names[0]])
        #expect(try mode(scratch.outlet + "/cur/one") == 0o2770)
    }

    @Test func `finds what it had claimed before, and no stranger's file`() throws {
        let name = SpoolEntry.story(2).name
        _ = try consumer().claim(name)
        try scratch.put([1], in: "cur/me/notes.txt")
        try scratch.put([1], in: "new/notes.txt")
        let next = try consumer()
        #expect(try next.leftovers() == [name])
        #expect(bytes(of: try #require(try next.resume(name))) == SpoolEntry.story(2).bytes)
        #expect(try next.waiting().count == 2)
    }

    @Test func `removes what is acknowledged, puts back, and sets aside`() throws {
        let me = try consumer()
        let names = SpoolEntry.stories(1...3).map(\.name)
        for name in names { _ = try me.claim(name) }
        try me.acknowledge(names[0])
        try me.putBack(names[1])
        try me.setAside(names[2])
        #expect(try scratch.names("cur/me") == [])
        #expect(try scratch.names("new") == [names[1]])
        #expect(try scratch.names("bad") == [names[2]])
    }

    @Test func `takes a file that is published once more for the one that it has`() throws {
        let me = try consumer()
        let entry = SpoolEntry.story(1)
        _ = try me.claim(entry.name)
        try scratch.put(entry.bytes, in: "new/\(entry.name)")
        #expect(try me.claim(entry.name) != nil)
        #expect(try scratch.names("new").count == 2)
        try scratch.put(entry.bytes, in: "new/\(entry.name)")
        try me.putBack(entry.name)
        #expect(try scratch.names("cur/me") == [])
        #expect(try scratch.names("new").count == 3)
    }

    @Test func `a name belongs to one process at a time`() throws {
        let first = try consumer()
        #expect(throws: SpoolError.held(path: scratch.outlet + "/cur/me")) { try consumer() }
        _ = try consumer("other")
        withExtendedLifetime(first) {}
    }

    @Test func `claims in a drop directory, too`() throws {
        let outlet = try scratch.open("drop", layout: .drop)
        try outlet.publish([.story(1)])
        let me = try Consumer(opening: OutletDirectory(name: "drop", path: scratch.path + "/drop", layout: .drop), name: "me")
        #expect(try me.waiting() == [SpoolEntry.story(1).name])
        #expect(try me.claim(SpoolEntry.story(1).name) != nil)
        #expect(try me.waiting() == [])
    }

    @Test(arguments: [
        ("me", true), ("desk-2.b_c", true), ("_x", true), ("", false), (".", false), ("..", false), (".hidden", false), ("-x", false),
        ("a/b", false), ("a b", false), ("naïve", false), (String(repeating: "a", count: 65), false),
    ])
    func `a name is a plain directory's name`(name: String, isOne: Bool) {
        #expect(Consumer.isName(name) == isOne)
    }
}
