// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Reads the ingestion log: its last lines, and what is appended, across any number of renames and rotations.
///
/// The seq of the lines decides what was seen already, so nothing is lost or shown twice; a line that is missing is said. What is no
/// event is passed over, however long it is.
public struct LogFollower: ~Copyable {
    private let path: String
    private var descriptor: CInt = -1
    private var identity = FileIdentity()
    private var offset: Int64 = 0
    private var pending: [UInt8] = []
    /// The line that is being read is longer than any event.
    private var isPassingOver = false
    /// The last line that was read, which must still stand there.
    private var lastLine: [UInt8] = []
    private var last: Int64 = 0

    /// A follower of the log of this name; no file is opened yet, and none need exist.
    public init(_ path: String) {
        self.path = path
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The last `count` lines that `isWanted` accepts, oldest first, set-aside files included; following goes on behind them.
    public mutating func lastLines(_ count: Int, where isWanted: ([UInt8]) -> Bool) throws(LogError) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for file in try LogRotation.filesInOrder(path).reversed() where found.count < count || last == 0 {
            var lines = try BackwardLines(file)
            while found.count < count || last == 0, let line = try lines.next() {
                guard let sequence = LogLine.sequence(of: line[...]) else { continue }
                last = max(last, sequence)
                if found.count < count, isWanted(line) { found.append(line) }
            }
        }
        return found.reversed()
    }

    /// Hands over every whole line that was appended since the last call.
    ///
    /// - Parameter gap: called with how many events are missing before the next line.
    public mutating func newLines(_ line: ([UInt8]) -> Void, gap: (Int64) -> Void) throws(LogError) {
        if descriptor >= 0 { try drain(line, gap) }
        guard descriptor < 0 || FileIdentity(path) != identity else { return }
        // Renamed: whatever was set aside meanwhile comes first, then the file that has the name now.
        for file in try LogRotation.filesInOrder(path, after: last) {
            if descriptor < 0 || FileIdentity(file) != identity { try open(file) }
            if descriptor >= 0 { try drain(line, gap) }
        }
    }
}

extension LogFollower {
    private mutating func open(_ file: String) throws(LogError) {
        let fresh = Glibc.open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard fresh >= 0 || errno == ENOENT else { throw LogError(path: file, errno: errno) }
        if descriptor >= 0 { close(descriptor) }
        descriptor = fresh
        identity = FileIdentity(file)
        begin()
    }

    private mutating func begin() {
        offset = 0
        pending = []
        isPassingOver = false
        lastLine = []
    }

    /// The file was cut, and may have grown again to what it was, or beyond.
    private func wasCut() -> Bool {
        guard FileIdentity.size(of: descriptor) >= offset else { return true }
        guard !lastLine.isEmpty else { return false }
        var bytes = [UInt8](repeating: 0, count: lastLine.count)
        let start = offset - Int64(pending.count + 1 + lastLine.count)
        return pread(descriptor, &bytes, bytes.count, off_t(start)) != bytes.count || bytes != lastLine
    }

    private mutating func drain(_ line: ([UInt8]) -> Void, _ gap: (Int64) -> Void) throws(LogError) {
        if wasCut() { begin() }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = pread(descriptor, &chunk, chunk.count, off_t(offset))
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw LogError(opening: path, errno) }
            guard count > 0 else { return }
            offset += Int64(count)
            pending.append(contentsOf: chunk[..<count])
            emit(line, gap)
            if pending.count > LogLine.longest { passOver() }
        }
    }

    private mutating func emit(_ line: ([UInt8]) -> Void, _ gap: (Int64) -> Void) {
        var start = pending.startIndex
        while let end = pending.endOfLine(from: start) {
            let whole = pending[start..<end]
            start = end + 1
            defer { isPassingOver = false }
            guard !isPassingOver else { continue }
            lastLine = Array(whole)
            guard let sequence = LogLine.sequence(of: whole), sequence > last else { continue }
            if last > 0 && sequence - 1 > last { gap(sequence - last - 1) }
            last = sequence
            line(lastLine)
        }
        pending.removeFirst(start)
    }

    private mutating func passOver() {
        isPassingOver = true
        pending = []
        lastLine = []
    }
}

/// Which file a name means.
struct FileIdentity: Equatable {
    private var device: UInt64 = 0
    private var inode: UInt64 = 0

    init() {}

    init(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }

    /// 0 where there is no such file.
    static func size(ofFileAt path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    static func size(of descriptor: CInt) -> Int64 {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int64(status.st_size) : 0
    }
}
