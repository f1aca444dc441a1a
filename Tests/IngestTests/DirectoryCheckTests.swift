// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Ingest

/// What `check` says of the directories, without changing them.
struct DirectoryCheckTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// Made a directory, a file, or a link to the directory `elsewhere`.
        var directory: String?
        var file: String?
        var link: String?
        var problem: String?
    }

    static let examples = [
        Example(testDescription: "nothing is there yet"),
        Example(testDescription: "directories are there", directory: "spool/main/new"),
        Example(
            testDescription: "a file for the state", file: "state", problem: "state is not a directory; name another path or remove it"),
        Example(
            testDescription: "a file above the outlet", file: "spool", problem: "spool is not a directory; name another path or remove it"),
        Example(
            testDescription: "a directory for the log", directory: "ingest.log", problem: "ingest.log is a directory; name a file in it"),
        Example(testDescription: "a link for the outlet", link: "spool", problem: nil),
        Example(
            testDescription: "an outlet that is a link", link: "spool/main",
            problem: "is a symbolic link; name the directory that it points to"),
    ]

    @Test(arguments: examples)
    func `names what would keep the program from working`(example: Example) throws {
        let fixture = try SettingsFixture([
            "wirespool.yaml": "state: state\nlog: ingest.log\noutlets:\n  main: {path: spool/main}\nfeeds: {a: {url: \"file:a.xml\"}}\n"
        ])
        let (files, root) = (FileManager.default, fixture.directory + "/")
        try files.createDirectory(atPath: root + "elsewhere", withIntermediateDirectories: true)
        if let directory = example.directory { try files.createDirectory(atPath: root + directory, withIntermediateDirectories: true) }
        if let file = example.file { try Data().write(to: URL(fileURLWithPath: root + file)) }
        if let link = example.link {
            try files.createDirectory(atPath: Path.parent(of: root + link), withIntermediateDirectories: true)
            try files.createSymbolicLink(atPath: root + link, withDestinationPath: root + "elsewhere")
        }
        let before = try files.subpathsOfDirectory(atPath: fixture.directory).sorted()
        let problems = DirectoryCheck.problems(of: try fixture.load())
        #expect(problems.count == (example.problem == nil ? 0 : 1))
        if let problem = example.problem { #expect(problems.first?.hasSuffix(problem) == true) }
        #expect(try files.subpathsOfDirectory(atPath: fixture.directory).sorted() == before)
    }
}
