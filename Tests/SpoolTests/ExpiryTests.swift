// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Spool
import Testing

@Suite struct ExpiryTests {
    private static let now: Int64 = 1_800_000_000
    private let scratch: Scratch
    private let outlet: Outlet

    /// Five files of 40 bytes, the first five hours old, the last one hour; one in bad/ that is as old as the first.
    init() throws {
        scratch = try Scratch()
        outlet = try scratch.open()
        try outlet.publish(SpoolEntry.stories(1...6))
        for number in 1...5 as ClosedRange<Int64> { try age("new/\(SpoolEntry.story(number).name)", hours: 6 - number) }
        try scratch.move("new/\(SpoolEntry.story(6).name)", to: "bad/\(SpoolEntry.story(6).name)")
        try age("bad/\(SpoolEntry.story(6).name)", hours: 5)
        try scratch.put([1], in: "new/notes.txt")
    }

    private func age(_ file: String, hours: Int64) throws {
        let moment = timespec(tv_sec: Int(Self.now - hours * 3600), tv_nsec: 0)
        try #require(utimensat(AT_FDCWD, "\(scratch.outlet)/\(file)", [moment, moment], 0) == 0)
    }

    @Test(
        arguments: [
            (Keeping(), [], false), (Keeping(age: .seconds(6 * 3600)), [], false), (Keeping(age: .seconds(3 * 3600)), [1, 2], true),
            (Keeping(age: .seconds(60)), [1, 2, 3, 4, 5], true), (Keeping(files: 5), [], false), (Keeping(files: 3), [1, 2], false),
            (Keeping(bytes: 200), [], false), (Keeping(bytes: 90), [1, 2, 3], false), (Keeping(bytes: 10), [1, 2, 3, 4, 5], true),
            (Keeping(age: .seconds(4 * 3600), files: 2, bytes: 1000), [1, 2, 3], true),
        ] as [(Keeping, [Int64], Bool)])
    func `names what is beyond the limits, the oldest first, and no stranger's file`(
        keeping: Keeping, waiting: [Int64], setAside: Bool
    ) throws {
        let expired = try outlet.expired(beyond: keeping, at: Self.now)
        #expect(expired.filter { !$0.isSetAside }.map(\.name) == waiting.map { SpoolEntry.story($0).name })
        #expect(expired.contains(where: \.isSetAside) == setAside)
    }

    @Test func `what has gone meanwhile, or is no file, costs no other file`() throws {
        try scratch.makeDirectory("new/\(SpoolEntry.story(9).name)")
        #expect(try outlet.expired(beyond: Keeping(age: .seconds(6 * 3600)), at: Self.now) == [])
        #expect(try outlet.expired(beyond: Keeping(files: 4), at: Self.now).map(\.name) == [SpoolEntry.story(1).name])
    }

    @Test func `removes them, and what is claimed stays`() throws {
        try scratch.makeDirectory("cur/me")
        let claimed = SpoolEntry.story(1).name
        try scratch.move("new/\(claimed)", to: "cur/me/\(claimed)")
        let expired = try outlet.expired(beyond: Keeping(age: .seconds(60)), at: Self.now)
        #expect(expired.count == 5)
        for file in expired { #expect(try outlet.remove(file)) }
        for file in expired { #expect(try !outlet.remove(file)) }
        #expect(try scratch.names("new") == ["notes.txt"] && scratch.names("bad") == [])
        #expect(try scratch.names("cur/me") == [claimed])
    }
}
