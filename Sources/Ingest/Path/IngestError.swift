// SPDX-License-Identifier: Apache-2.0
public import Catalog
import Feeds
import Spool
import Transport

/// Why a poll did not reach the catalog: the stage that failed, a bounded label, and the words for people.
public struct IngestError: Error, Hashable, Sendable {
    /// The stage's word, the same in the log, the journal and the exit path.
    public enum Stage: String, Hashable, Sendable { case fetch, parse, normalize, commit, spool }

    /// The step that could not be finished.
    public var stage: Stage
    /// `refused-503`, `timed-out`, `not-a-feed`: bounded, fit for a metric's label.
    public var label: String
    /// What happened and, where it helps, what to do; without the feed's name and without secrets.
    public var message: String
    /// The exit status of a command whose failures are all of this kind (sysexits.h, CLI.md).
    public var exitCode: Int32
    /// The pause that the server asked for (RFC 9110 §10.2.3).
    public var retryAfter: Duration?

    /// An error without a pause asked for by the server.
    public init(stage: Stage, label: String, message: String, exitCode: Int32) {
        self.stage = stage
        self.label = label
        self.message = message
        self.exitCode = exitCode
    }
}

extension IngestError {
    /// The poll was given up because the program stops: no failure of the feed.
    var isCancellation: Bool { label == FetchError.Label.cancelled.rawValue }

    /// The publisher says that the feed is no more (RFC 9110 §15.5.11).
    var isGone: Bool { stage == .fetch && label == "gone" }

    init(_ error: FetchError) {
        self.init(stage: .fetch, label: error.label.rawValue, message: error.message, exitCode: Self.exitCode(of: error.label))
    }

    init(_ error: FeedError) {
        self.init(stage: .parse, label: error.label.rawValue, message: error.message, exitCode: ExitCode.badData)
    }

    init(_ failure: DocumentParser.Failure) {
        switch failure {
        case .refused(let error): self.init(error)
        case .died(let ending):
            self.init(
                stage: .parse, label: "parser-died", message: "the process that read the document is no more: \(ending)",
                exitCode: ExitCode.badData)
        }
    }

    init(_ error: CatalogError) {
        self.init(stage: .commit, label: error.label, message: error.message, exitCode: ExitCode.of(error))
    }

    /// An HTTP status that brings no document (RFC 9110 §15).
    ///
    /// - Parameter isFinal: the address is the feed's own for good; what a detour says is not said of the feed.
    init(status: Int, isFinal: Bool) {
        let meaning =
            switch status {
            case 401, 403: "the server refuses access"
            case 404: "no such document"
            case 410: "the feed is gone for good"
            case 429: "the server asks for fewer requests"
            case 500...: "the server is in trouble"
            default: "not an answer that a feed reader can use"
            }
        self.init(
            stage: .fetch, label: status == 410 && isFinal ? "gone" : "refused-\(status)", message: "HTTP \(status): \(meaning)",
            exitCode: ExitCode.unavailable)
    }

    private static func exitCode(of label: FetchError.Label) -> Int32 {
        switch label {
        case .noSuchHost: ExitCode.noHost
        case .noSuchFile, .unreadableFile: ExitCode.inputOutput
        case .badURL: ExitCode.configuration
        case .forbiddenAddress: ExitCode.noPermission
        case .tooLarge, .badEncoding, .badResponse, .truncated: ExitCode.badData
        default: ExitCode.unavailable
        }
    }
}

/// The exit codes of CLI.md, named as in sysexits.h.
public enum ExitCode {
    /// Failures of different kinds, or a question whose answer is no.
    public static let someFailed: Int32 = 1
    /// EX_USAGE: the command line is wrong.
    public static let usage: Int32 = 64
    /// EX_DATAERR: not a feed, too large, or cut short.
    public static let badData: Int32 = 65
    /// EX_NOHOST: no such host.
    public static let noHost: Int32 = 68
    /// EX_UNAVAILABLE: the server can't be reached, or refuses.
    public static let unavailable: Int32 = 69
    /// EX_CANTCREAT: a directory or file can't be made.
    public static let cannotCreate: Int32 = 73
    /// EX_IOERR: reading or writing failed.
    public static let inputOutput: Int32 = 74
    /// EX_TEMPFAIL: the lock is held, or the catalog is busy.
    public static let tryLater: Int32 = 75
    /// EX_NOPERM: the system or a rule of ours forbids it.
    public static let noPermission: Int32 = 77
    /// EX_CONFIG: the settings, or what they point at, must be changed; systemd does not start the daemon again.
    public static let configuration: Int32 = 78

    /// The code of a failure of the catalog.
    public static func of(_ error: CatalogError) -> Int32 {
        switch error {
        case .held, .busy, .olderVersion: tryLater
        case .inaccessible: cannotCreate
        case .forbidden: noPermission
        case .newerVersion: configuration
        default: inputOutput
        }
    }

    /// The code of a failure of an outlet.
    static func of(_ error: SpoolError) -> Int32 {
        switch error {
        case .held: tryLater
        case .permission: noPermission
        case .foreignOutlet, .otherFileSystem, .unsupportedFileSystem, .aheadOfCatalog, .notADirectory: configuration
        case .missing: cannotCreate
        default: inputOutput
        }
    }

    /// 0 without failures, their code when all agree, else 1.
    public static func of(_ failures: some Sequence<Int32>) -> Int32 {
        let codes = Set(failures)
        guard let first = codes.first else { return 0 }
        return codes.count == 1 ? first : someFailed
    }
}
