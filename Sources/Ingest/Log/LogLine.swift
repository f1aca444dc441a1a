// SPDX-License-Identifier: Apache-2.0

/// One line of the ingestion log, looked at without decoding all of it.
enum LogLine {
    /// Bytes beyond which a line is none of ours: an event has a few kilobytes at most.
    static let longest = 1 << 20

    private static let prefix = Array(#"{"v":1,"seq":"#.utf8)

    /// The seq of a line that is whole, or nil: it begins and ends as our lines do.
    static func sequence(of line: ArraySlice<UInt8>) -> Int64? {
        guard line.starts(with: prefix), line.last == UInt8(ascii: "}") else { return nil }
        let digits = line.dropFirst(prefix.count).prefix { (0x30...0x39).contains($0) }
        return Int64(String(decoding: digits, as: UTF8.self))
    }
}
