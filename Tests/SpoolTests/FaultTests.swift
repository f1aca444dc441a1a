// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Spool
import Testing

@Suite struct FaultTests {
    /// Ends the process before every call that changes the disk, and each recovery from that before every one of its calls.
    @Test(arguments: [OutletDirectory.Layout.spool, .drop], [false, true])
    func `shows every story exactly once, at whichever call the process and its recovery end`(
        layout: OutletDirectory.Layout, consumes: Bool
    ) throws {
        var first = 0
        var points = 0
        var completed = false
        while !completed {
            var second = 0
            var recovered = false
            while !recovered {
                let run = try SpoolerRun(layout)
                completed = run.survives(.death(at: first)) { try run.publishAll() }
                if consumes { try run.take() }
                recovered = run.survives(.death(at: second)) { _ = try run.open() }
                if consumes { try run.take() }
                try run.publishAll()
                try run.check("death at call \(first), again at call \(second) of the recovery")
                points += 1
                second += 1
            }
            first += 1
        }
        #expect(points > 300, "the calls were seen")
    }

    /// The same for as many files as are made durable by one call; the recovery ends at some of its calls.
    @Test(arguments: [false, true])
    func `shows every story exactly once when many files are written together`(consumes: Bool) throws {
        for second in [0, 3, 17, 40] {
            var (first, completed) = (0, false)
            while !completed {
                let run = try SpoolerRun(.spool, storiesInFirstBatch: 20)
                completed = run.survives(.death(at: first)) { try run.publishAll() }
                if consumes { try run.take() }
                _ = run.survives(.death(at: second)) { _ = try run.open() }
                try run.publishAll()
                try run.check("death at call \(first), again at call \(second) of the recovery")
                first += 1
            }
            #expect(first > 80, "the calls were seen")
        }
    }

    /// Each error of the one call: nothing is shown that may be lost, and nothing is lost.
    @Test(arguments: [(EIO, nil), (ENOSPC, "full"), (EDQUOT, "full"), (EINTR, nil)] as [(CInt, String?)])
    func `asks for each file by itself when syncfs does not say whose write was lost`(code: CInt, label: String?) throws {
        let run = try SpoolerRun(.spool, storiesInFirstBatch: 20)
        let faults = Faults(failing: 0..<1, of: "syncfs", with: code)
        run.publish(despite: faults)
        #expect(faults.count >= 1 && run.labels == Set([label].compactMap(\.self)))
        try run.check("\(String(cString: strerror(code)))")
    }

    @Test(arguments: [(15, 0), (16, 1), (300, 1)])
    func `makes many files durable by one call, and few each by its own`(stories: Int64, calls: Int) throws {
        let run = try SpoolerRun(.spool)
        let outlet = try run.open()
        let (whole, each) = (Faults(failing: 0..<0, of: "syncfs", with: EIO), Faults(failing: 0..<0, of: "fsync", with: EIO))
        #expect(run.survives(whole) { _ = try outlet.stage(SpoolEntry.stories(1...stories)) })
        #expect(run.survives(each) { _ = try outlet.stage(SpoolEntry.stories(1...stories)) })
        #expect(whole.count == calls)
        #expect(each.count == (calls == 1 ? 0 : Int(stories) + 1))
    }

    /// Lets every call fail once, and does what the spooler does about it.
    @Test(arguments: [EIO, ENOSPC, EDQUOT, EROFS, EACCES, EMFILE, EINTR])
    func `loses and repeats nothing when one call fails`(code: CInt) throws {
        var call = 0
        var labels: Set<String> = []
        while true {
            let run = try SpoolerRun(.spool)
            let faults = Faults(failing: call..<(call + 1), with: code)
            run.publish(despite: faults)
            labels.formUnion(run.labels)
            try run.check("\(String(cString: strerror(code))) at call \(call)")
            if faults.count <= call { break }
            call += 1
        }
        #expect(call > 40, "the calls were seen")
        let expected: [CInt: Set<String>] = [
            EIO: ["io"], ENOSPC: ["full"], EDQUOT: ["full"], EROFS: ["read-only"], EACCES: ["permission"], EMFILE: ["exhausted"],
        ]
        #expect(labels == expected[code] ?? [])
    }

    @Test func `writes a file once more when its fsync fails, and gives up when that fails too`() throws {
        let run = try SpoolerRun(.spool)
        let outlet = try run.open()
        let entry = SpoolEntry.story(1)
        #expect(run.survives(Faults(failing: 0..<1, of: "fsync", with: EIO)) { _ = try outlet.stage([entry]) })
        #expect(try run.scratch.bytes(of: "tmp/\(entry.name)") == entry.bytes)
        #expect(!run.survives(Faults(failing: 0..<2, of: "fsync", with: EIO)) { _ = try outlet.stage([entry]) })
        #expect(try run.scratch.names("tmp") == [])
    }

    @Test(arguments: [(1, "stage"), (2, "release")])
    func `never repeats the fsync of a directory`(call: Int, step: String) throws {
        let run = try SpoolerRun(.spool)
        let outlet = try run.open()
        let faults = Faults(failing: call..<(call + 1), of: "fsync", with: EIO)
        #expect(!run.survives(faults) { try outlet.publish([.story(1)]) })
        #expect(faults.count == call + 1)
        #expect(try run.scratch.names("new").isEmpty == (step == "stage"))
    }
}

/// A spooler and a consumer without a catalog: two batches, in memory.
private final class SpoolerRun {
    let scratch: Scratch
    private let layout: OutletDirectory.Layout
    private let batches: [[SpoolEntry]]
    private var prepared: Int64 = 0
    private var taken: [SpoolEntry] = []
    private(set) var labels: Set<String> = []

    init(_ layout: OutletDirectory.Layout, storiesInFirstBatch count: Int64 = 2) throws {
        scratch = try Scratch(in: "/dev/shm")
        batches = [SpoolEntry.stories(1...count), SpoolEntry.stories((count + 1)...(count + 2))]
        self.layout = layout
    }

    func open() throws(SpoolError) -> Outlet {
        let outlet = try scratch.open(layout: layout)
        _ = try outlet.recover(preparedThrough: prepared, catalogThrough: .max)
        return outlet
    }

    func publishAll() throws(SpoolError) {
        let outlet = try open()
        for entries in batches where entries[0].sequence > prepared {
            var batch = try outlet.stage(entries)
            prepared = batch.last ?? prepared
            try release(&batch, of: outlet)
        }
    }

    private func release(_ batch: inout StagedBatch, of outlet: Outlet) throws(SpoolError) {
        do throws(SpoolError) {
            try outlet.release(&batch)
        } catch {
            guard !batch.remaining.isEmpty else { throw error }
            labels.insert(error.label)
            try outlet.release(&batch)
        }
    }

    /// Whether `body` comes to its end under these faults.
    func survives(_ faults: Faults, _ body: () throws -> Void) -> Bool {
        Faults.$current.withValue(faults) {
            do {
                try body()
                return true
            } catch {
                return false
            }
        }
    }

    /// Publishes everything as the spooler does it: tries a release again, and opens anew after any other error.
    func publish(despite faults: Faults) {
        Faults.$current.withValue(faults) {
            for _ in 0..<3 {
                do throws(SpoolError) {
                    try publishAll()
                    _ = try open()
                    return
                } catch {
                    labels.insert(error.label)
                }
            }
            Issue.record("one failing call cost three attempts")
        }
    }

    /// Takes what is visible, as a consumer that is done with it at once.
    func take() throws {
        let directory = layout == .drop ? "." : "new"
        guard FileManager.default.fileExists(atPath: "\(scratch.outlet)/\(directory)") else { return }
        for name in try scratch.names(directory) {
            let sequence = try #require(SpoolName.sequence(of: name))
            taken.append(SpoolEntry(sequence: sequence, name: name, bytes: try scratch.bytes(of: "\(directory)/\(name)")))
            try FileManager.default.removeItem(atPath: "\(scratch.outlet)/\(directory)/\(name)")
        }
    }

    func check(_ situation: String) throws {
        try take()
        #expect(taken.sorted { $0.name < $1.name } == batches.flatMap { $0 }, "\(situation)")
        #expect(try scratch.names(layout == .drop ? "../.main.wirespool/tmp" : "tmp") == [], "\(situation)")
    }
}
