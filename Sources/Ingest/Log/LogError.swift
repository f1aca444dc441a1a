// SPDX-License-Identifier: Apache-2.0
import Catalog
import Glibc

/// The ingestion log can't be written or read.
public struct LogError: Error, Hashable, Sendable {
    /// The log's file, or the set-aside one that failed.
    var path: String
    /// In words for people, with the path.
    public var message: String

    init(path: String, errno code: CInt) {
        self.path = path
        message = "\(path): \(String(cString: strerror(code)))"
    }

    /// A file that can't be opened, or is none.
    init(opening path: String, _ code: CInt) {
        switch code {
        case ELOOP: self.init(path: path, message: "\(path): is a symbolic link; name the file that it points to")
        case ENXIO, ESPIPE: self.init(path: path, message: "\(path): is not a regular file; name one, or a place for one")
        default: self.init(path: path, errno: code)
        }
    }

    init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    init(path: String, _ error: any Error) {
        self.path = path
        message = (error as? CatalogError)?.message ?? "\(path): \(error)"
    }
}
