// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Spool
import Testing

/// A directory of one test's own, removed with this value, and the outlet in it.
final class Scratch: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/wirespool-XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    deinit {
        // A test that failed may have left anything; the next test has another directory.
        try? FileManager.default.removeItem(atPath: path)
    }

    var outlet: String { path + "/main" }

    func open(
        _ name: String = "main", layout: OutletDirectory.Layout = .spool, identity: OutletIdentity = .ours
    ) throws(SpoolError) -> Outlet {
        try Outlet(opening: OutletDirectory(name: name, path: "\(path)/\(name)", layout: layout), identity: identity)
    }

    /// The names in a directory of the outlet, sorted.
    func names(_ directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(outlet)/\(directory)").sorted()
    }

    func put(_ bytes: [UInt8], in file: String) throws {
        try Data(bytes).write(to: URL(filePath: "\(outlet)/\(file)"))
    }

    func bytes(of file: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: "\(outlet)/\(file)")))
    }

    /// Renames within the outlet, as a consumer or an interrupted release would.
    func move(_ source: String, to target: String) throws {
        try #require(rename("\(outlet)/\(source)", "\(outlet)/\(target)") == 0)
    }

    func makeDirectory(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: "\(outlet)/\(name)", withIntermediateDirectories: true)
    }
}

extension OutletIdentity {
    static let ours = OutletIdentity(outletID: "outlet-1", catalogID: "catalog-1")
}

extension SpoolEntry {
    /// The file of story number `sequence`, with bytes that tell it from every other.
    static func story(_ sequence: Int64, size: Int = 40) -> SpoolEntry {
        let key = (0..<32).map { UInt8(truncatingIfNeeded: sequence &* 31 &+ Int64($0)) }
        var bytes = Array("{\"story\":\(sequence)}\n".utf8)
        bytes += [UInt8](repeating: UInt8(ascii: "."), count: max(0, size - bytes.count))
        return SpoolEntry(sequence: sequence, name: SpoolName.make(sequence: sequence, key: key, revision: 1), bytes: bytes)
    }

    static func stories(_ range: ClosedRange<Int64>, size: Int = 40) -> [SpoolEntry] {
        range.map { story($0, size: size) }
    }
}

extension Outlet {
    /// Stages and releases in one go.
    @discardableResult
    func publish(_ entries: [SpoolEntry]) throws(SpoolError) -> StagedBatch {
        var batch = try stage(entries)
        try release(&batch)
        return batch
    }
}

func mode(_ path: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(path, &status) == 0, "\(path)")
    return status.st_mode & 0o7777
}
