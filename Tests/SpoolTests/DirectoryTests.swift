// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Spool

@Suite struct DirectoryTests {
    @Test(arguments: [
        ("/var/spool/main", "/var/spool", "main"), ("/var/spool/main//", "/var/spool", "main"), ("/main", "", "main"), ("/", "", ""),
        ("main", ".", "main"), ("a/main/", "a", "main"), ("../main", "..", "main"),
    ])
    func `splits a path into what is above and the name`(path: String, above: String, name: String) {
        #expect(Directory.split(path) == (above, name))
    }

    @Test func `moves by two names, never over another file, where a file system knows no better`() throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        let root = try Directory(scratch.outlet)
        let (tmp, new) = (try root.subdirectory("tmp"), try root.subdirectory("new"))
        try scratch.put([1], in: "tmp/a")
        #expect(try tmp.link("a", to: new, as: "a") == .moved)
        #expect(try tmp.link("a", to: new, as: "a") == .absent)
        try scratch.put([2], in: "tmp/a")
        #expect(try tmp.link("a", to: new, as: "a") == .occupied)
        #expect(try scratch.bytes(of: "new/a") == [1])
        #expect(try scratch.bytes(of: "tmp/a") == [2])
    }
}
