// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Keeps the last documents that could not be read, for people to look at: one a feed, and a bounded number in all.
public struct Quarantine: Sendable {
    /// Bytes that are kept of one document: enough to see what it is.
    private static let longestDocument = 1 << 20

    private let directory: String
    private let limit: Int

    /// - Parameter limit: documents kept; beyond it the oldest goes.
    public init(directory: String, limit: Int = 200) {
        self.directory = directory
        self.limit = limit
    }

    /// Keeps a document under its feed's name, replacing an earlier one of the same feed.
    ///
    /// A document that can't be kept is no reason to fail: the poll's own error is what counts.
    public func keep(_ document: [UInt8], feed: String) {
        mkdir(directory, 0o700)
        let name = String(feed.unicodeScalars.map { Self.isSafe($0) ? Character($0) : "_" })
        let path = "\(directory)/\(name).document"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        _ = document.withUnsafeBytes { write(descriptor, $0.baseAddress, min($0.count, Self.longestDocument)) }
        close(descriptor)
        removeOldest()
    }
}

extension Quarantine {
    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-")
    }

    private func removeOldest() {
        let names = DirectoryListing.names(in: directory)
        guard names.count > limit else { return }
        let dated = names.map { name -> (Int, String) in
            var status = stat()
            let path = "\(directory)/\(name)"
            return (stat(path, &status) == 0 ? status.st_mtim.tv_sec : 0, path)
        }
        for (_, path) in dated.sorted(by: { $0.0 < $1.0 }).dropLast(limit) { unlink(path) }
    }
}
