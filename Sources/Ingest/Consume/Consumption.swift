// SPDX-License-Identifier: Apache-2.0
import Glibc
import Spool
import UnixSignals

public import struct Logging.Logger

/// Hands the files of an outlet, one after the other, to a command: what `wirespool consume` does.
///
/// The file is claimed before the command sees it, and the claim is durable, so that of many consumers one gets it. What a
/// consumer of the same name had claimed and not finished when it died comes first.
public actor Consumption {
    /// What became of the files.
    public struct Tally: Hashable, Sendable {
        /// The command ended with 0, and the file was removed.
        public var done = 0
        /// The command asked to do it later (75), or could not be run.
        public var putBack = 0
        /// The command refused it: it lies in `bad/`.
        public var setAside = 0
        /// Why the work ended early, if it did.
        public var trouble: IngestError?

        /// 0 when every file was done; 75 when some are to be tried again, 1 when some were refused.
        public var exitCode: Int32 {
            if let trouble { return trouble.exitCode }
            return ExitCode.of([putBack > 0 ? ExitCode.tryLater : 0, setAside > 0 ? ExitCode.someFailed : 0].filter { $0 != 0 })
        }
    }

    /// A file that was put back is left to others for so long.
    private static let pause: Duration = .seconds(30)
    /// The shell's statuses for a command that it can't run: no fault of the file.
    private static let commandIsWrong: Set<Int32> = [126, 127]

    private nonisolated let executor = DiskExecutor("consumption")
    private let outlet: OutletDirectory
    private let name: String
    private let command: ShellCommand
    private let logger: Logger
    private var tally = Tally()
    /// Files that were put back, and when each may be tried again.
    private var resting: [String: ContinuousClock.Instant] = [:]

    /// - Parameter command: a line for `/bin/sh`. It finds the file on standard input, and its name in `WIRESPOOL_FILE`.
    public init(of outlet: OutletSettings, as name: String, running command: String, logger: Logger) {
        self.outlet = OutletDirectory(outlet)
        self.name = name
        self.command = ShellCommand(line: command)
        self.logger = logger
    }

    /// Whether a consumer may be called so.
    public static func isName(_ name: String) -> Bool { Consumer.isName(name) }

    /// Runs on a thread of its own: it waits for the command.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Works until nothing waits, or for ever; SIGTERM and SIGINT let the file in hand be finished.
    ///
    /// - Parameter follows: wait for more.
    public nonisolated func run(follows: Bool) async -> Tally {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let work = Task { await self.work(follows: follows) }
        let listening = Task { for await _ in signals { work.cancel() } }
        defer { listening.cancel() }
        return await work.value
    }
}

extension Consumption {
    /// Until nothing waits, or the task is cancelled.
    func work(follows: Bool) -> Tally {
        do {
            let consumer = try Consumer(opening: outlet, name: name)
            for file in try consumer.leftovers() where goesOn {
                if let claim = try consumer.resume(file) { try handOn(claim, of: consumer) }
            }
            try empty(consumer, follows: follows)
            try consumer.synchronize()
        } catch {
            tally.trouble = IngestError(error, outlet: outlet.name)
        }
        return tally
    }

    private var goesOn: Bool { !Task.isCancelled && tally.trouble == nil }

    private func empty(_ consumer: Consumer, follows: Bool) throws {
        // Before the first look: what arrives in between is noticed.
        let watch = DirectoryWatch(arrivalsIn: outlet.layout == .drop ? outlet.path : outlet.path + "/new")
        while goesOn {
            let files = try consumer.waiting().filter(isDue)
            for file in files where goesOn {
                if let claim = try consumer.claim(file) { try handOn(claim, of: consumer) }
            }
            guard files.isEmpty else { continue }
            guard follows else { return }
            // Woken four times a second to see whether it shall stop.
            watch.wait(milliseconds: 250)
        }
    }

    private func isDue(_ file: String) -> Bool {
        guard let until = resting[file] else { return true }
        guard until <= .now else { return false }
        resting[file] = nil
        return true
    }

    private func handOn(_ claim: Claim, of consumer: Consumer) throws {
        do {
            try settle(claim.name, try command.run(input: claim.descriptor, environment: environment(claim)), consumer)
        } catch let error as ShellCommand.NotRun {
            try putBack(claim.name, consumer)
            throw IngestError(
                stage: .spool, label: "exhausted", message: "/bin/sh: \(String(cString: strerror(error.code)))", exitCode: ExitCode.tryLater
            )
        }
    }

    private func environment(_ claim: Claim) -> [String: String] {
        ["WIRESPOOL_FILE": claim.name, "WIRESPOOL_OUTLET": outlet.name, "WIRESPOOL_CONSUMER": name]
    }

    private func settle(_ file: String, _ ending: ShellCommand.Ending, _ consumer: Consumer) throws {
        switch ending {
        case .exited(0):
            try consumer.acknowledge(file)
            tally.done += 1
        case .exited(ExitCode.tryLater):
            try putBack(file, consumer)
        case .exited(let status) where Self.commandIsWrong.contains(status):
            try putBack(file, consumer)
            throw IngestError(
                stage: .spool, label: "command", message: "the command can't be run (status \(status)): see what --exec says",
                exitCode: ExitCode.usage)
        case .killed(SIGINT), .killed(SIGTERM), .exited(128 + SIGINT), .exited(128 + SIGTERM):
            // ^C, or systemd's stop: it reached the command as well as us, or will in a moment. The file is not at fault.
            try putBack(file, consumer)
        case .exited, .killed:
            try consumer.setAside(file)
            tally.setAside += 1
            logger.warning("refused, and set aside in bad/", metadata: ["file": "\(file)", "command": "\(ending.words)"])
        }
    }

    private func putBack(_ file: String, _ consumer: Consumer) throws {
        try consumer.putBack(file)
        resting[file] = .now + Self.pause
        tally.putBack += 1
    }
}

extension ShellCommand.Ending {
    fileprivate var words: String {
        switch self {
        case .exited(let status): "ended with \(status)"
        case .killed(let signal): "was killed by signal \(signal)"
        }
    }
}
