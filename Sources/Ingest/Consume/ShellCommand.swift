// SPDX-License-Identifier: Apache-2.0
import CLinux
import Glibc

/// A command line for `/bin/sh`, run with a file on standard input.
struct ShellCommand: Sendable {
    /// How a run ended.
    enum Ending: Hashable {
        case exited(Int32)
        case killed(bySignal: Int32)
    }

    /// The command could not be started, or nobody told how it ended; the number is `errno`.
    struct NotRun: Error {
        var code: Int32
    }

    let line: String

    /// Runs the command to its end. It inherits standard output and standard error, and no other descriptor.
    ///
    /// - Parameter environment: what it finds in its environment beside ours.
    func run(input: CInt, environment: [String: String]) throws(NotRun) -> Ending {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var attributes = Self.undisturbed()
        defer { posix_spawnattr_destroy(&attributes) }
        let words = Self.strings(["sh", "-c", line])
        let variables = Self.strings(environment.map { "\($0.key)=\($0.value)" }.sorted() + Self.inherited(without: environment))
        defer { for string in words + variables { free(string) } }
        // Who starts us may ignore the signal, and then the kernel forgets how a command ended.
        signal(SIGCHLD, SIG_DFL)
        var id: pid_t = 0
        let failure = posix_spawn(&id, "/bin/sh", &actions, &attributes, words, variables)
        guard failure == 0 else { throw NotRun(code: failure) }
        return try Self.wait(for: id)
    }
}

extension ShellCommand {
    /// Signals as a program finds them that was started by hand: whatever we wait for or ignore ourselves.
    static func undisturbed() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        return attributes
    }

    private static func inherited(without own: [String: String]) -> [String] {
        var variables: [String] = []
        var place = environ
        while let variable = place.pointee.map({ String(cString: $0) }) {
            if own[String(variable.prefix { $0 != "=" })] == nil { variables.append(variable) }
            place += 1
        }
        return variables
    }

    /// C strings with a nil at the end; the caller frees them.
    static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }

    private static func wait(for id: pid_t) throws(NotRun) -> Ending {
        var status: CInt = 0
        while waitpid(id, &status, 0) < 0 {
            guard errno == EINTR else { throw NotRun(code: errno) }
        }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(bySignal: signal)
    }
}
