// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Spool
import Testing

@Suite struct OutletOpeningTests {
    @Test(arguments: [0o000, 0o022, 0o077, 0o777] as [mode_t])
    func `makes its directories and files with the permissions promised, whatever the umask`(mask: mode_t) throws {
        let scratch = try Scratch()
        try Aside.run {
            umask(mask)
            try scratch.open().publish([.story(1)])
        }
        #expect(try mode(scratch.outlet) == 0o2750)
        #expect(try ["tmp", "new", "cur", "bad"].map { try mode("\(scratch.outlet)/\($0)") } == [0o2700, 0o2770, 0o2770, 0o2770])
        #expect(try mode("\(scratch.outlet)/new/\(SpoolEntry.story(1).name)") == 0o640)
    }

    @Test func `keeps the permissions of directories that exist, and hands an inherited group on`() throws {
        let scratch = try Scratch()
        try #require(mkdir(scratch.outlet, 0o755) == 0 && chown(scratch.outlet, getuid(), getgid()) == 0)
        try #require(chmod(scratch.outlet, 0o2755) == 0)
        _ = try scratch.open()
        #expect(try mode(scratch.outlet) == 0o2755)
        #expect(try mode(scratch.outlet + "/tmp") == 0o2700)
    }

    @Test(arguments: 0..<5) func `leaves no directory whose permissions it could not set`(call: Int) throws {
        let scratch = try Scratch()
        let error = #expect(throws: SpoolError.self) {
            try Faults.$current.withValue(Faults(failing: call..<(call + 1), of: "fchmod", with: EPERM)) { _ = try scratch.open() }
        }
        #expect(error?.label == "permission")
        _ = try scratch.open()
        #expect(try mode(scratch.outlet) == 0o2750)
        #expect(try ["tmp", "new", "cur", "bad"].map { try mode("\(scratch.outlet)/\($0)") } == [0o2700, 0o2770, 0o2770, 0o2770])
    }

    @Test func `makes the directories above, but none beside`() throws {
        let scratch = try Scratch()
        _ = try scratch.open("deep/er/main")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["deep"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/deep/er/main").sorted()
                == [".lock", ".wirespool-outlet", "bad", "cur", "new", "tmp"])
    }

    @Test func `marks the directory as this outlet of this catalog`() throws {
        let scratch = try Scratch()
        #expect(try scratch.open().isNew)
        #expect(try !scratch.open().isNew)
        let marker = try JSONSerialization.jsonObject(with: Data(scratch.bytes(of: ".wirespool-outlet")))
        #expect(marker as? NSDictionary == ["format": 1, "outlet": "outlet-1", "catalog": "catalog-1"])
    }

    @Test(arguments: [
        (OutletIdentity(outletID: "outlet-2", catalogID: "catalog-1"), SpoolError.Foreignness.otherOutlet("outlet-1")),
        (OutletIdentity(outletID: "outlet-1", catalogID: "catalog-2"), .otherCatalog("catalog-1")),
    ])
    func `refuses the directory of another outlet or catalog`(other: OutletIdentity, foreignness: SpoolError.Foreignness) throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        #expect(throws: SpoolError.foreignOutlet(path: scratch.outlet, foreignness)) { try scratch.open(identity: other) }
    }

    @Test(arguments: ["", "{", "{\"format\":2,\"outlet\":\"outlet-1\",\"catalog\":\"catalog-1\"}", "[]", "\0\0\0\0"])
    func `refuses a marker that it can't read`(text: String) throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        try scratch.put(Array(text.utf8), in: ".wirespool-outlet")
        #expect(throws: SpoolError.foreignOutlet(path: scratch.outlet, .unreadableMarker)) { try scratch.open() }
    }

    @Test(arguments: [".wirespool-outlet", ".wirespool-outlet.draft", ".lock"])
    func `writes through no link that has the name of its own files`(name: String) throws {
        let scratch = try Scratch()
        try scratch.makeDirectory("")
        try #require(symlink(scratch.path + "/victim", "\(scratch.outlet)/\(name)") == 0)
        #expect((try? scratch.open()) == nil || name.hasSuffix(".draft"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["main"])
    }

    @Test(arguments: ["tmp", "new"])
    func `leaves files alone that nothing marks as ours`(directory: String) throws {
        let scratch = try Scratch()
        try scratch.makeDirectory(directory)
        try scratch.put([1], in: directory + "/thesis.doc")
        #expect(throws: SpoolError.foreignOutlet(path: scratch.outlet, .unmarked)) { try scratch.open() }
        #expect(try scratch.bytes(of: directory + "/thesis.doc") == [1])
    }

    @Test func `opens after a crash between the directories and the marker`() throws {
        let scratch = try Scratch()
        for name in ["tmp", "new", "cur", "bad"] { try scratch.makeDirectory(name) }
        try scratch.put(Array("{\"for".utf8), in: ".wirespool-outlet.draft")
        #expect(try scratch.open().isNew)
        #expect(try scratch.names("").contains(".wirespool-outlet.draft") == false)
    }

    @Test func `is held by one opener at a time`() throws {
        let scratch = try Scratch()
        do {
            let outlet = try scratch.open()
            #expect(throws: SpoolError.held(path: scratch.outlet)) { try scratch.open() }
            _ = try outlet.backlog()
        }
        #expect(throws: Never.self) { try scratch.open() }
    }

    @Test(arguments: ["", "tmp", "new", "cur", "bad"])
    func `refuses a symbolic link in place of a directory`(name: String) throws {
        let scratch = try Scratch()
        if !name.isEmpty { try scratch.makeDirectory("") }
        try FileManager.default.createDirectory(atPath: scratch.path + "/elsewhere", withIntermediateDirectories: true)
        try #require(symlink(scratch.path + "/elsewhere", name.isEmpty ? scratch.outlet : "\(scratch.outlet)/\(name)") == 0)
        let error = #expect(throws: SpoolError.self) { try scratch.open() }
        #expect(error?.label == "not-a-directory")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/elsewhere").isEmpty)
    }

    @Test func `a drop directory shows nothing but finished files`() throws {
        let scratch = try Scratch()
        let outlet = try scratch.open(layout: .drop)
        #expect(try scratch.names("") == [])
        try outlet.publish(SpoolEntry.stories(1...3))
        #expect(try scratch.names("") == SpoolEntry.stories(1...3).map(\.name))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/.main.wirespool").sorted()
                == [".lock", ".wirespool-outlet", "bad", "tmp"])
    }

    @Test func `counts what nobody has taken`() throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        try outlet.publish(SpoolEntry.stories(1...3, size: 100))
        try scratch.makeDirectory("cur/me")
        try scratch.move("new/\(SpoolEntry.story(2).name)", to: "cur/me/\(SpoolEntry.story(2).name)")
        #expect(try outlet.backlog() == (files: 2, bytes: 200))
    }
}
