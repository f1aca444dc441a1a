// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Glibc

/// Who reads documents.
public enum ParserPlace: String, Sendable, Hashable, CaseIterable {
    /// The daemon itself.
    case inline
    /// Processes that can open neither files nor connections.
    case worker
}

/// Reads documents, here or in processes of their own.
public struct DocumentParser: Sendable {
    /// Why nothing came of a document.
    enum Failure: Error, Hashable {
        case refused(FeedError)
        /// The process that read it died of it; how is said in words.
        case died(String)
    }

    private let workers: [ParserDesk]

    /// Reads documents here.
    public static let inline = DocumentParser(workers: [])

    private init(workers: [ParserDesk]) {
        self.workers = workers
    }

    /// - Parameter program: the path of wirespool, which is started again for each worker.
    public init(_ place: ParserPlace, program: String = "/proc/self/exe", limits: ParserLimits = ParserLimits()) {
        let count = place == .worker ? min(max(sysconf(CInt(_SC_NPROCESSORS_ONLN)), 1), 4) : 0
        self.init(workers: (0..<count).map { _ in ParserDesk(program, limits) })
    }

    /// The processes that wait for documents now.
    var processes: [pid_t] {
        get async {
            var ids: [pid_t] = []
            for worker in workers { ids += [await worker.id].compactMap(\.self) }
            return ids
        }
    }

    func read(_ bytes: [UInt8], source: DocumentSource) async throws(Failure) -> ParsedFeed {
        guard let worker = workers.randomElement() else {
            do throws(FeedError) { return try FeedReader.read(bytes, source: source) } catch { throw .refused(error) }
        }
        switch try await worker.read(bytes, source: source) {
        case .feed(let feed): return feed
        case .refused(let error): throw .refused(error)
        }
    }
}

/// One parser process at a time, and the next one when it is dead or has read enough.
private actor ParserDesk {
    private nonisolated let executor = DiskExecutor("parser")
    private let program: String
    private let limits: ParserLimits
    private var process: ParserProcess?

    init(_ program: String, _ limits: ParserLimits) {
        self.program = program
        self.limits = limits
    }

    var id: pid_t? { process?.id }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Blocks a thread of its own until the answer is there.
    func read(_ bytes: [UInt8], source: DocumentSource) throws(DocumentParser.Failure) -> ParserReply {
        // A process may have died before the document came, and then it is not the document's fault.
        if process.map({ $0.documents >= limits.documents }) ?? false { process = nil }
        if process != nil, let reply = try attempt(bytes, source).reply { return reply }
        let second = try attempt(bytes, source)
        guard let reply = second.reply else { throw .died(second.ending) }
        return reply
    }

    private func attempt(_ bytes: [UInt8], _ source: DocumentSource) throws(DocumentParser.Failure)
        -> (reply: ParserReply?, ending: String)
    {
        let running = try running()
        do throws(ParserSilence) {
            return (try running.read(bytes, source: source), "")
        } catch {
            process = nil
            return (nil, running.end())
        }
    }

    private func running() throws(DocumentParser.Failure) -> ParserProcess {
        if let process { return process }
        do throws(SystemFailure) {
            let fresh = try ParserProcess(program, limits)
            process = fresh
            return fresh
        } catch {
            throw .died("it can't be started: \(error.message)")
        }
    }
}
