// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Spool
import Testing

@Suite struct KilledProcessTests {
    /// Kills a process that publishes, after ever more microseconds, and lets the next one recover; takes away what is visible.
    @Test func `shows every story exactly once, whenever the process is killed`() async throws {
        let scratch = try Scratch()
        let path = scratch.path
        var seen: [Int64] = []
        for round in 0..<25 {
            let delay = 200 + round * 331
            await #expect(processExitsWith: .signal(SIGALRM)) { [path = path as String, delay = delay as Int] in
                try Publisher(path).run(killedAfter: delay)
            }
            seen += try scratch.take()
        }
        let publisher = try Publisher(path)
        try publisher.recover()
        seen += try scratch.take()
        let last = try publisher.prepared()
        #expect(last > 0, "no process lived long enough to publish")
        #expect(seen.sorted() == Array(1...max(1, last)))
    }
}

/// A spooler without a catalog: the prepared position is eight bytes in a file, written in one piece.
private struct Publisher {
    let scratch: String
    private let position: CInt

    init(_ scratch: String) throws {
        self.scratch = scratch
        position = Glibc.open(scratch + "/position", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        try #require(position >= 0)
    }

    func prepared() throws -> Int64 {
        var value: Int64 = 0
        try #require(pread(position, &value, 8, 0) >= 0)
        return value
    }

    @discardableResult
    func recover() throws -> Outlet {
        let outlet = try Outlet(opening: OutletDirectory(name: "main", path: scratch + "/main"), identity: .ours)
        _ = try outlet.recover(preparedThrough: prepared(), catalogThrough: .max)
        return outlet
    }

    func run(killedAfter delay: Int) throws {
        var timer = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: 0, tv_usec: delay))
        try #require(setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil) == 0)
        let outlet = try recover()
        while true {
            let first = try prepared() + 1
            var batch = try outlet.stage(SpoolEntry.stories(first...(first + 4), size: 3000))
            var last = first + 4
            try #require(pwrite(position, &last, 8, 0) == 8)
            try outlet.release(&batch)
        }
    }
}

extension Scratch {
    /// Takes all files out of `new/` and returns their numbers; each must be whole.
    fileprivate func take() throws -> [Int64] {
        guard FileManager.default.fileExists(atPath: outlet + "/new") else { return [] }
        return try names("new").map { name in
            let sequence = try #require(SpoolName.sequence(of: name))
            #expect(try bytes(of: "new/\(name)") == SpoolEntry.story(sequence, size: 3000).bytes)
            try FileManager.default.removeItem(atPath: "\(outlet)/new/\(name)")
            return sequence
        }
    }
}
