// SPDX-License-Identifier: Apache-2.0

/// Why an outlet could not be opened, filled or recovered.
public enum SpoolError: Error, Hashable, Sendable {
    /// No space, no quota or no inodes left.
    case full(Fault)
    /// The file system is mounted read-only.
    case readOnly(Fault)
    /// The disk failed; what was not released must be taken as not written.
    case io(Fault)
    /// This process is short of descriptors or memory.
    case exhausted(Fault)
    case permission(Fault)
    /// A directory of the outlet is gone.
    case missing(Fault)
    /// Something else, perhaps a symbolic link, stands where a directory of the outlet belongs.
    case notADirectory(Fault)
    /// Another process has the outlet open.
    case held(path: String)
    /// The directory belongs to something else than this outlet of this catalog.
    case foreignOutlet(path: String, Foreignness)
    /// The outlet's directories are not on one file system.
    case otherFileSystem(path: String)
    /// The file system may not keep the promises that publishing rests on; `type` is statfs(2)'s number.
    case unsupportedFileSystem(path: String, type: UInt32)
    /// The outlet holds files that the catalog has not committed: the catalog is an older copy.
    case aheadOfCatalog(path: String, found: Int64, catalog: Int64)
    /// Somebody removes files from `tmp/` while they are being published.
    case tmpTouched(path: String)

    /// A system call that failed.
    public struct Fault: Hashable, Sendable {
        /// The call's name.
        public var step: String
        /// What it was made on.
        public var path: String
        /// The value of `errno`.
        public var code: Int32

        /// Describes the failure of `step`.
        public init(step: String, path: String, code: Int32) {
            self.step = step
            self.path = path
            self.code = code
        }
    }

    /// How a directory shows that it isn't this outlet's.
    public enum Foreignness: Hashable, Sendable {
        case otherOutlet(String)
        case otherCatalog(String)
        case unreadableMarker
        /// There are files, and no marker that would say whose they are.
        case unmarked
    }
}

extension SpoolError {
    /// The word for this stage in logs, metrics and messages.
    public static let stage = "spool"

    /// A bounded word for logs and metrics.
    public var label: String {
        switch self {
        case .full: "full"
        case .readOnly: "read-only"
        case .io: "io"
        case .exhausted: "exhausted"
        case .permission: "permission"
        case .missing: "missing"
        case .notADirectory: "not-a-directory"
        case .held: "held"
        case .foreignOutlet: "foreign-outlet"
        case .otherFileSystem: "other-file-system"
        case .unsupportedFileSystem: "unsupported-file-system"
        case .aheadOfCatalog: "ahead-of-catalog"
        case .tmpTouched: "tmp-touched"
        }
    }

    /// Whether a later attempt may succeed without a change of the configuration or of the directory's owner and marker.
    public var isTemporary: Bool {
        switch self {
        case .full, .readOnly, .io, .exhausted, .missing, .held, .tmpTouched: true
        case .permission, .notADirectory, .foreignOutlet, .otherFileSystem, .unsupportedFileSystem, .aheadOfCatalog: false
        }
    }
}
