// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc

/// Keeps the last documents that could not be read, for people to look at: one a feed, and a bounded number in all.
public struct Quarantine: Sendable {
    /// Bytes that are kept of one document: enough to see what it is.
    private static let longestDocument = 1 << 20

    /// How much is kept; beyond it the oldest goes.
    public struct Limits: Hashable, Sendable {
        /// Documents.
        public var documents = 200
        /// Bytes of all of them.
        public var size = 64 << 20
        /// How long a document stays: 30 days.
        public var age: Duration = .seconds(30 * 86_400)

        /// The defaults.
        public init() {}
    }

    private let directory: String
    private let limits: Limits

    /// A quarantine in a directory that is made when the first document comes.
    public init(directory: String, limits: Limits = Limits()) {
        self.directory = directory
        self.limits = limits
    }

    /// Keeps a document under its feed's name, replacing an earlier one of the same feed.
    ///
    /// A document that can't be kept is no reason to fail: the poll's own error is what counts.
    public func keep(_ document: [UInt8], feed: String) {
        guard OwnDirectory.make(directory) else { return }
        let name = String(feed.unicodeScalars.map { Self.isSafe($0) ? Character($0) : "_" })
        let path = "\(directory)/\(name).document"
        let descriptor = FreshFile.open(path, mode: 0o600)
        guard descriptor >= 0 else { return }
        _ = document.withUnsafeBytes { write(descriptor, $0.baseAddress, min($0.count, Self.longestDocument)) }
        close(descriptor)
        _ = prune(now: .distantPast)
    }

    /// Removes the oldest documents beyond the limits, and returns how many.
    func prune(now: Date) -> Int {
        guard OwnDirectory.exists(directory) else { return 0 }
        let documents = DirectoryListing.names(in: directory).compactMap { name -> (path: String, time: Int, size: Int)? in
            var status = stat()
            let path = "\(directory)/\(name)"
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            return (path, status.st_mtim.tv_sec, Int(status.st_size))
        }
        var (kept, size, removed) = (0, 0, 0)
        let oldest = (now - limits.age.inSeconds).timeIntervalSince1970
        for document in documents.sorted(by: { $0.time > $1.time }) {
            kept += 1
            size += document.size
            guard kept > limits.documents || size > limits.size || Double(document.time) < oldest else { continue }
            if unlink(document.path) == 0 { removed += 1 }
        }
        return removed
    }
}

extension Quarantine {
    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-")
    }
}
