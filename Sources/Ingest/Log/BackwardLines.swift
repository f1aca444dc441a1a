// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The lines of a file from its end to its beginning, without those that are empty or longer than any event.
struct BackwardLines: ~Copyable {
    private static let piece: Int64 = 1 << 16

    private let path: String
    private let descriptor: CInt
    /// Where the part that was read begins.
    private var start: Int64
    /// Whole lines of it, the last one last.
    private var lines: [[UInt8]] = []
    /// The end of the line that begins before `start`.
    private var rest: [UInt8] = []
    private var isPassingOver = false

    /// Begins behind the last byte that the file has now.
    init(_ path: String) throws(LogError) {
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw LogError(path: path, errno: errno) }
        self.path = path
        start = FileIdentity.size(of: descriptor)
    }

    deinit { close(descriptor) }

    /// The line before; nil when there is none.
    mutating func next() throws(LogError) -> [UInt8]? {
        while true {
            while let line = lines.popLast() {
                if !line.isEmpty { return line }
            }
            guard start > 0 else { return nil }
            try readBefore()
        }
    }

    private mutating func readBefore() throws(LogError) {
        let begin = max(0, start - Self.piece)
        let bytes = try FileBytes.read(descriptor, of: path, from: begin, limit: Int(start - begin))
        start = bytes.isEmpty ? 0 : begin
        var ends: [Int] = []
        while let end = bytes.endOfLine(from: ends.last.map { $0 + 1 } ?? 0) { ends.append(end) }
        guard let first = ends.first, let last = ends.last else { return join(bytes) }
        lines = zip(ends, ends.dropFirst()).map { Array(bytes[($0 + 1)..<$1]) }
        lines.append(isPassingOver ? [] : Array(bytes[(last + 1)...]) + rest)
        (rest, isPassingOver) = ([], false)
        join(Array(bytes[..<first]))
    }

    /// Puts `bytes` before the rest, which is a line of its own where the file begins.
    private mutating func join(_ bytes: [UInt8]) {
        rest = isPassingOver ? [] : bytes + rest
        if rest.count > LogLine.longest { (rest, isPassingOver) = ([], true) }
        if start == 0 { lines.insert(rest, at: 0) }
    }
}
