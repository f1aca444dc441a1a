// SPDX-License-Identifier: Apache-2.0
import CLinux
import Feeds
import Glibc

/// What a parser process may use of the machine.
public struct ParserLimits: Hashable, Sendable {
    /// Bytes of address space.
    public var memory = 512 << 20
    /// Seconds of the processor for one document.
    public var seconds = 5
    /// Documents after which another process takes its place.
    var documents = 1000
    /// Seconds until a process that says nothing is ended.
    var patience = 30

    /// What is enough for the largest document.
    public init() {}
}

/// A process of this program that reads documents and can do nothing else; it ends with this value.
final class ParserProcess {
    let id: pid_t
    private let channel: ParserChannel
    /// How many documents it was given.
    private(set) var documents = 0

    /// - Parameter program: the path of wirespool.
    init(_ program: String, _ limits: ParserLimits) throws(SystemFailure) {
        var ends: [CInt] = [-1, -1]
        guard socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else { throw SystemFailure() }
        defer { close(ends[1]) }
        channel = ParserChannel(descriptor: ends[0])
        do throws(SystemFailure) {
            id = try Self.spawn(program, limits, ends[1])
        } catch {
            close(ends[0])
            throw error
        }
        var patience = timeval(tv_sec: limits.patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(ends[0], SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    deinit {
        close(channel.descriptor)
        _ = end()
    }

    /// What the document says. After an error the process is of no use any more.
    func read(_ bytes: [UInt8], source: DocumentSource) throws(ParserSilence) -> ParserReply {
        documents += 1
        try channel.write(source)
        try channel.write(bytes)
        return try channel.read(ParserReply.self)
    }

    /// Ends the process, and says how it ended, if it had done so by itself.
    func end() -> String {
        // What is dead already stays as it died until somebody asks.
        kill(id, SIGKILL)
        var status: CInt = 0
        while waitpid(id, &status, 0) < 0 { if errno != EINTR { return "it had gone" } }
        return switch status & 0x7F {
        case 0 where status >> 8 == ExitCode.noPermission:
            "it may not give up its rights here: allow it seccomp(2) and landlock(7), in a unit by SystemCallFilter="
        case 0: "it ended with status \((status >> 8) & 0xFF)"
        case SIGKILL: "it was killed, or said nothing for too long"
        case SIGXCPU: "it used up its time"
        case let signal: "it died of signal \(signal)"
        }
    }
}

/// `errno`, as it was found.
struct SystemFailure: Error {
    let code = errno

    var message: String { String(cString: strerror(code)) }
}

extension ParserProcess {
    private static func spawn(_ program: String, _ limits: ParserLimits, _ socket: CInt) throws(SystemFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
        // What it says elsewhere would be the words of whoever took it over.
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var attributes = ShellCommand.undisturbed()
        defer { posix_spawnattr_destroy(&attributes) }
        let words = ShellCommand.strings(["wirespool", "parse-worker", "--memory=\(limits.memory)", "--seconds=\(limits.seconds)"])
        // Nothing of our environment is its business; a crash shall not wait for a backtrace.
        let variables = ShellCommand.strings(["SWIFT_BACKTRACE=enable=no"])
        defer { for string in words + variables { free(string) } }
        var id: pid_t = 0
        errno = posix_spawn(&id, program, &actions, &attributes, words, variables)
        guard errno == 0 else { throw SystemFailure() }
        return id
    }
}
