// SPDX-License-Identifier: Apache-2.0
import CLinux
import Glibc

/// A program that runs beside the test, with pipes for what it prints.
///
/// By posix_spawn(3): Foundation's Process walks /proc/self/fd, and fails when other tests open many files meanwhile.
public final class ChildProcess: Sendable {
    /// Its process id.
    public let id: Int32
    /// What it writes to standard output; nothing when it was given another descriptor.
    public let output: PipeEnd
    /// What it writes to standard error.
    public let messages: PipeEnd

    /// Starts the program; it inherits no descriptors but these.
    ///
    /// - Parameters:
    ///   - input: what it finds on standard input.
    ///   - output: a descriptor for its standard output; a pipe when nil.
    public init(
        _ path: String, _ arguments: [String], in directory: String = "/", input: [UInt8] = [], output: CInt? = nil
    ) throws {
        let (printed, said) = (try PipeEnd.pair(), try PipeEnd.pair())
        let source = try Self.file(holding: input)
        defer {
            close(printed.writing)
            close(said.writing)
            close(source)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addchdir_np(&actions, directory)
        for (target, descriptor) in [source, output ?? printed.writing, said.writing].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, CInt(target))
        }
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id: Int32 = 0
        let failure = posix_spawn(&id, path, &actions, nil, words, environ)
        guard failure == 0 else { throw SystemError(failure) }
        self.id = id
        self.output = printed.reading
        messages = said.reading
    }

    /// Sends a signal.
    public func send(_ signal: CInt) { kill(id, signal) }

    /// Waits for the end: the exit status, or the negative number of the signal that ended it. Call once.
    public func end() -> CInt {
        var status: CInt = 0
        while waitpid(id, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }

    private static func file(holding bytes: [UInt8]) throws -> CInt {
        guard let file = tmpfile() else { throw SystemError(errno) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else { throw SystemError(errno) }
        let descriptor = dup(fileno(file))
        guard descriptor >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw SystemError(errno) }
        return descriptor
    }
}

/// The end of a pipe that is read.
public final class PipeEnd: Sendable {
    private let descriptor: CInt

    private init(_ descriptor: CInt) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// A pipe; who gets `writing` closes it.
    public static func pair() throws -> (reading: PipeEnd, writing: CInt) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError(errno) }
        return (PipeEnd(ends[0]), ends[1])
    }

    /// Everything that is written, until the writer closes or `isEnough` says so of what has come.
    public func read(until isEnough: ([UInt8]) -> Bool = { _ in false }) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while !isEnough(bytes) {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }

    /// Everything that is written to two pipes: whoever reads one to its end may wait for a writer that waits for a reader of the other.
    public static func texts(_ first: PipeEnd, _ second: PipeEnd) -> (String, String) {
        var ends = [first, second].map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        var texts: [[UInt8]] = [[], []]
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while ends.contains(where: { $0.fd >= 0 }) {
            guard poll(&ends, nfds_t(ends.count), -1) > 0 else { continue }
            for place in ends.indices where ends[place].revents != 0 {
                let count = Glibc.read(ends[place].fd, &chunk, chunk.count)
                if count > 0 { texts[place] += chunk[..<count] } else if count == 0 || errno != EINTR { ends[place].fd = -1 }
            }
        }
        return (String(decoding: texts[0], as: UTF8.self), String(decoding: texts[1], as: UTF8.self))
    }

    /// Everything that is written, as text.
    public var text: String { String(decoding: read(), as: UTF8.self) }

    /// Returns when `word` has come, or the writer has gone.
    public func waits(for word: String) {
        _ = read { String(decoding: $0, as: UTF8.self).contains(word) }
    }
}
