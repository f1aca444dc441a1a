// SPDX-License-Identifier: Apache-2.0

/// Why the catalog can't do what it was asked; whatever was asked was not done, not even in part.
public enum CatalogError: Error, Hashable, Sendable {
    /// The directory or the file can't be made or opened.
    case inaccessible(path: String, reason: String)
    /// The directory or the file is closed to this user.
    case forbidden(path: String)
    /// There is no catalog yet.
    case absent(path: String)
    /// Another process holds the lock; `by` is what it says of itself.
    case held(by: String)
    /// A later version of Wirespool wrote the file.
    case newerVersion(path: String)
    /// An earlier version of Wirespool wrote the file, and nobody has written since.
    case olderVersion(path: String)
    /// SQLite would not keep its promises here: no write-ahead log, or no full synchronisation.
    case notDurable(path: String, reason: String)
    /// No space left on the device, or the catalog's own limit is reached.
    case full(path: String)
    case readOnly(path: String)
    /// The file is not a catalog, or no longer one.
    case damaged(path: String, reason: String)
    /// The device failed to read or write.
    case deviceError(path: String, reason: String)
    /// Another process keeps the file busy.
    case busy(path: String)
    case noSuchOutlet(name: String)
    /// An outlet was said to be further than the catalog itself.
    case outletAhead(name: String)
    /// SQLite refused for a reason that should not occur.
    case unexpected(reason: String)
}

extension CatalogError {
    /// The stage that failed, the same word in log, metrics and exit path.
    public static let stage = "commit"

    /// A bounded word for logs and metrics.
    public var label: String {
        switch self {
        case .inaccessible: "inaccessible"
        case .forbidden: "forbidden"
        case .absent: "absent"
        case .held: "held"
        case .newerVersion: "newer-version"
        case .olderVersion: "older-version"
        case .notDurable: "not-durable"
        case .full: "full"
        case .readOnly: "read-only"
        case .damaged: "damaged"
        case .deviceError: "io-error"
        case .busy: "busy"
        case .noSuchOutlet: "no-such-outlet"
        case .outletAhead: "outlet-ahead"
        case .unexpected: "unexpected"
        }
    }

    /// What happened and what to do, in words for people.
    public var message: String {
        switch self {
        case .inaccessible(let path, let reason): "\(path): \(reason); check the directory's owner and mode"
        case .forbidden(let path): "\(path): permission denied; run as the catalog's owner, or see to the owner and mode of both"
        case .absent(let path): "\(path): there is no catalog yet; `wirespool fetch` or `wirespool run` makes one"
        case .held(let holder): "another process is at work: \(holder); wait for it, or stop it"
        case .newerVersion(let path): "\(path): written by a newer version of Wirespool; upgrade this one, or name another state directory"
        case .olderVersion(let path):
            "\(path): written by an older version of Wirespool; start the daemon anew, or run `wirespool fetch`, and it is brought up to date"
        case .notDurable(let path, let reason): "\(path): \(reason); put the state directory on a local file system"
        case .full(let path): "\(path): no space left; free some, nothing is lost meanwhile"
        case .readOnly(let path): "\(path): read-only; remount the file system for writing, or check the file's owner and mode"
        case .damaged(let path, let reason):
            "\(path): \(reason); stop what writes it, and run `wirespool check --deep --repair`, or restore a backup"
        case .deviceError(let path, let reason): "\(path): \(reason); check the disk and the kernel's log, then start again"
        case .busy(let path): "\(path): kept busy by another process; close what else has it open"
        case .noSuchOutlet(let name): "outlet \(name) is not in the catalog"
        case .outletAhead(let name): "outlet \(name) is ahead of the catalog; was an older catalog restored?"
        case .unexpected(let reason): "the catalog failed unexpectedly: \(reason); please report it"
        }
    }
}
