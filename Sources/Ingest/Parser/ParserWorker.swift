// SPDX-License-Identifier: Apache-2.0
import CLinux
import Feeds
import FoundationEssentials
import Glibc

/// The other side of `ParserProcess`: what `wirespool parse-worker` does.
public struct ParserWorker {
    /// Where glibc has its tables of charsets, and time zones are described: the only files that may be read.
    private static let readable = [
        "/usr/lib/x86_64-linux-gnu/gconv", "/usr/lib/aarch64-linux-gnu/gconv", "/usr/lib64/gconv", "/usr/share/zoneinfo",
    ]

    private let limits: ParserLimits

    /// A worker within these limits.
    public init(_ limits: ParserLimits) {
        self.limits = limits
    }

    /// Reads documents from the socket on standard input and answers there, until it is closed.
    ///
    /// Gives up for good, before the first, what reading doesn't need: files, the network, other processes.
    ///
    /// - Returns: false where the kernel can't confine the process; then nothing is read.
    public func run() -> Bool {
        guard confine() else { return false }
        let channel = ParserChannel(descriptor: STDIN_FILENO)
        do throws(ParserSilence) {
            while true {
                let source = try channel.read(DocumentSource.self)
                let bytes = try channel.read()
                grantTime()
                try channel.write(Self.reply(to: bytes, source))
            }
        } catch {
            return true
        }
    }

    private static func reply(to bytes: [UInt8], _ source: DocumentSource) -> ParserReply {
        do throws(FeedError) {
            return .feed(try FeedReader.read(bytes, source: source))
        } catch {
            return .refused(error)
        }
    }
}

extension ParserWorker {
    private func confine() -> Bool {
        guard confinement_begin() == 0 else { return false }
        for (resource, limit) in [(RLIMIT_AS, limits.memory), (RLIMIT_FSIZE, 0), (RLIMIT_CORE, 0), (RLIMIT_NOFILE, 64)] {
            var limit = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
            guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { return false }
        }
        // What is not there can't be read either.
        let folders = Self.readable.map { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }.filter { $0 >= 0 }
        defer { for folder in folders { close(folder) } }
        return confinement_of_files(folders, CInt(folders.count)) >= 0 && confinement_of_calls() == 0
    }

    /// Moves the limit of processor time so far ahead as one document may take.
    private func grantTime() {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        var limit = rlimit(rlim_cur: rlim_t(used + 1 + limits.seconds), rlim_max: rlim_t.max)
        setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    }
}
