// SPDX-License-Identifier: Apache-2.0
import Catalog
import Glibc

/// Finds the last event that stands whole in the log, and cuts off what follows it.
///
/// The scan runs forward from the last position known to be durable. Looking only at the last line would miss a hole: after a
/// power loss a page in the middle may be zeros while the last line is whole.
enum LogRecovery {
    /// The file to go on with, and the seq of its last whole event.
    struct End {
        var file: AppendFile
        var sequence: Int64
    }

    static func run(path: String, from position: LogPosition?) throws(LogError) -> End {
        guard let position, let found = locate(position, near: path) else {
            let file = try AppendFile(path)
            return End(file: file, sequence: position?.sequence ?? 0)
        }
        let file = try AppendFile(found)
        var (end, sequence) = (min(position.offset, file.length), position.sequence)
        while true {
            let lines = wholeLines(try FileBytes.read(found, from: end, limit: 4 * LogLine.longest), after: sequence)
            guard lines.length > 0 else { break }
            (end, sequence) = (end + Int64(lines.length), lines.sequence)
        }
        if end < file.length { try file.truncate(to: end) }
        return End(file: file, sequence: sequence)
    }

    /// The recorded file, which may have been renamed since.
    private static func locate(_ position: LogPosition, near path: String) -> String? {
        ([path] + LogRotation.rotated(path)).first { candidate in
            var status = stat()
            return stat(candidate, &status) == 0 && UInt64(status.st_dev) == position.device && UInt64(status.st_ino) == position.inode
        }
    }

    /// How many bytes are lines with consecutive seq, and the last of them.
    static func wholeLines(_ bytes: [UInt8], after sequence: Int64) -> (length: Int, sequence: Int64) {
        var length = 0
        var last = sequence
        while let end = bytes[length...].firstIndex(of: UInt8(ascii: "\n")),
            let found = LogLine.sequence(of: bytes[length..<end]), found == last + 1
        {
            last = found
            length = end + 1
        }
        return (length, last)
    }
}
