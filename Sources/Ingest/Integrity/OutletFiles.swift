// SPDX-License-Identifier: Apache-2.0
import Glibc
import Spool

/// The finished files that lie in an outlet: waiting, claimed or set aside.
struct OutletFiles {
    struct File: Hashable {
        var sequence: Int64
        var name: String
        var path: String
        /// When it was written, in seconds since 1970.
        var modified: Int
    }

    /// In the catalog's order.
    let files: [File]

    /// Lists an outlet's directories; one that can't be read holds nothing.
    init(_ outlet: OutletSettings) {
        let directory = OutletDirectory(outlet)
        let claims = outlet.layout == .drop ? outlet.path : outlet.path + "/cur"
        let waiting = outlet.layout == .drop ? outlet.path : outlet.path + "/new"
        let claimed = DirectoryListing.names(in: claims).map { "\(claims)/\($0)" }
        let found = Self.list(waiting) + claimed.flatMap { Self.list($0) } + Self.list(directory.workshop + "/bad")
        files = found.sorted { ($0.sequence, $0.name) < ($1.sequence, $1.name) }
    }

    private static func list(_ directory: String) -> [File] {
        DirectoryListing.names(in: directory).compactMap { name in
            var status = stat()
            let path = "\(directory)/\(name)"
            guard let sequence = SpoolName.sequence(of: name), lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                return nil
            }
            return File(sequence: sequence, name: name, path: path, modified: status.st_mtim.tv_sec)
        }
    }
}
