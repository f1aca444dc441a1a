// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Spool
import Testing

/// A place in the protocol where the process ends, and what the disk and the catalog hold then.
struct CrashPoint: Sendable, CustomTestStringConvertible {
    enum Place: String {
        case tmp, new, claimed, done
        /// Not written yet, or only in part.
        case absent, torn
        /// Two names of one file, as a disk may show after a power failure.
        case tmpAndNew, tmpAndClaimed
    }

    var testDescription: String
    /// Where the stories 1, 2 and 3 are.
    var places: [Place]
    /// The prepared position that the catalog has committed.
    var prepared: Int64
    /// Which of them a recovery shows.
    var published: [Int64] = []
    var removed = 0

    static let all: [CrashPoint] = [
        CrashPoint(testDescription: "before B1", places: [.absent, .absent, .absent], prepared: 0),
        CrashPoint(testDescription: "in B1", places: [.tmp, .torn, .absent], prepared: 0, removed: 2),
        CrashPoint(testDescription: "in B1, nothing reached the disk", places: [.torn, .torn, .torn], prepared: 0, removed: 3),
        CrashPoint(testDescription: "after B2", places: [.tmp, .tmp, .tmp], prepared: 0, removed: 3),
        CrashPoint(testDescription: "after B3", places: [.tmp, .tmp, .tmp], prepared: 3, published: [1, 2, 3]),
        CrashPoint(testDescription: "in B4, first shown", places: [.new, .tmp, .tmp], prepared: 3, published: [2, 3]),
        CrashPoint(testDescription: "in B4, first claimed", places: [.claimed, .new, .tmp], prepared: 3, published: [3]),
        CrashPoint(testDescription: "in B4, first done", places: [.done, .claimed, .tmp], prepared: 3, published: [3]),
        CrashPoint(testDescription: "after B5", places: [.new, .new, .new], prepared: 3),
        CrashPoint(testDescription: "after B6, all taken", places: [.done, .done, .done], prepared: 3),
        CrashPoint(testDescription: "in the next batch's B1", places: [.done, .new, .torn], prepared: 2, removed: 1),
        CrashPoint(testDescription: "rename half durable", places: [.tmpAndNew, .tmp, .tmp], prepared: 3, published: [2, 3], removed: 1),
        CrashPoint(
            testDescription: "claim durable before the rename", places: [.tmpAndClaimed, .tmpAndNew, .tmp], prepared: 3, published: [3],
            removed: 2),
        CrashPoint(testDescription: "order lost", places: [.tmp, .new, .tmp], prepared: 3, published: [1, 3]),
    ]
}

@Suite struct RecoveryTests {
    @Test(arguments: CrashPoint.all, [OutletDirectory.Layout.spool, .drop])
    func `shows each story once, wherever the process ended`(point: CrashPoint, layout: OutletDirectory.Layout) throws {
        let disk = try CrashedDisk(point, layout)
        let outlet = try disk.scratch.open(layout: layout)
        let recovery = try outlet.recover(preparedThrough: point.prepared, catalogThrough: 3)
        #expect(recovery == Recovery(published: point.published.count, removed: point.removed))
        #expect(try disk.names(disk.tmp) == [])
        #expect(try outlet.recover(preparedThrough: point.prepared, catalogThrough: 3) == Recovery(), "a second one finds nothing to do")

        try outlet.publish((1...3).filter { $0 > point.prepared }.map { SpoolEntry.story($0) })
        #expect(try disk.visible() == point.places.indices.filter { point.places[$0] != .done }.map { SpoolEntry.story(Int64($0) + 1) })
    }

    @Test func `removes from tmp what isn't ours, and nothing elsewhere`() throws {
        let scratch = try Scratch()
        do { try scratch.open().publish([.story(1)]) }
        for place in ["tmp/notes", "tmp/.hidden", "new/notes", "bad/notes"] { try scratch.put([1], in: place) }
        try scratch.makeDirectory("tmp/folder")
        let latin1: [CChar] = "\(scratch.outlet)/tmp/caf".utf8CString.dropLast() + [CChar(bitPattern: 0xE9), 0]
        try #require(close(creat(latin1, 0o600)) == 0)
        #expect(try scratch.open().recover(preparedThrough: 1, catalogThrough: 1) == Recovery(removed: 3))
        #expect(try scratch.names("tmp") == ["folder"])
        #expect(try scratch.names("new") == [SpoolEntry.story(1).name, "notes"])
        #expect(try scratch.names("bad") == ["notes"])
    }

    @Test(arguments: ["new", "cur/me"])
    func `refuses a catalog that is older than what it has published`(place: String) throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        try scratch.makeDirectory(place)
        try scratch.put(SpoolEntry.story(8).bytes, in: "\(place)/\(SpoolEntry.story(8).name)")
        try scratch.put(SpoolEntry.story(7).bytes, in: "tmp/\(SpoolEntry.story(7).name)")
        #expect(throws: SpoolError.aheadOfCatalog(path: scratch.outlet + "/new", found: 8, catalog: 7)) {
            try outlet.recover(preparedThrough: 7, catalogThrough: 7)
        }
        #expect(try scratch.names("tmp") == [SpoolEntry.story(7).name], "nothing is touched")
        #expect(try outlet.recover(preparedThrough: 7, catalogThrough: 8) == Recovery(published: 1))
    }

    @Test func `sets a prepared file aside when another file has its name`() throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        let name = SpoolEntry.story(1).name
        try scratch.put([1], in: "tmp/\(name)")
        try scratch.put([2], in: "new/\(name)")
        #expect(try outlet.recover(preparedThrough: 1, catalogThrough: 1) == Recovery(setAside: [name]))
        #expect(try scratch.bytes(of: "bad/\(name)") == [1])
        #expect(try scratch.bytes(of: "new/\(name)") == [2])
    }

    @Test func `looks through no link that a consumer made in cur`() throws {
        let scratch = try Scratch()
        let outlet = try scratch.open()
        _ = try outlet.stage([.story(1)])
        try #require(symlink(scratch.outlet + "/tmp", scratch.outlet + "/cur/me") == 0)
        try #require(mkfifo(scratch.outlet + "/cur/pipe", 0o600) == 0)
        #expect(try outlet.recover(preparedThrough: 1, catalogThrough: 1) == Recovery(published: 1))
    }
}

/// An outlet's directory as a crash left it.
private struct CrashedDisk {
    let scratch: Scratch
    let tmp: String
    let out: String
    let claims: String

    init(_ point: CrashPoint, _ layout: OutletDirectory.Layout) throws {
        scratch = try Scratch()
        tmp = layout == .drop ? "../.main.wirespool/tmp" : "tmp"
        out = layout == .drop ? "." : "new"
        claims = layout == .drop ? "_PROCESSED" : "cur/me"
        _ = try scratch.open(layout: layout)
        try scratch.makeDirectory(claims)
        for (index, place) in point.places.enumerated() { try put(.story(Int64(index) + 1), in: place) }
    }

    private func put(_ entry: SpoolEntry, in place: CrashPoint.Place) throws {
        switch place {
        case .tmp: try scratch.put(entry.bytes, in: "\(tmp)/\(entry.name)")
        case .torn: try scratch.put(Array(entry.bytes.prefix(3)), in: "\(tmp)/\(entry.name)")
        case .new: try scratch.put(entry.bytes, in: "\(out)/\(entry.name)")
        case .claimed: try scratch.put(entry.bytes, in: "\(claims)/\(entry.name)")
        case .tmpAndNew: try putTwice(entry, out)
        case .tmpAndClaimed: try putTwice(entry, claims)
        case .absent, .done: break
        }
    }

    private func putTwice(_ entry: SpoolEntry, _ place: String) throws {
        try put(entry, in: .tmp)
        try #require(link("\(scratch.outlet)/\(tmp)/\(entry.name)", "\(scratch.outlet)/\(place)/\(entry.name)") == 0)
    }

    func names(_ directory: String) throws -> [String] { try scratch.names(directory) }

    /// What consumers see or hold, once for each name that it has.
    func visible() throws -> [SpoolEntry] {
        try [out, claims].flatMap { directory in
            try names(directory).compactMap { name in
                try SpoolName.sequence(of: name).map {
                    SpoolEntry(sequence: $0, name: name, bytes: try scratch.bytes(of: "\(directory)/\(name)"))
                }
            }
        }.sorted { $0.name < $1.name }
    }
}
