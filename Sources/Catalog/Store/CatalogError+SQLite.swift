// SPDX-License-Identifier: Apache-2.0
import GRDB

extension CatalogError {
    /// What an error of the database means to whoever runs Wirespool.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as CatalogError: self = error
        case let error as DatabaseError: self = CatalogError.meaning(of: error, path: path)
        default: self = .unexpected(reason: "\(error)")
        }
    }

    private static func meaning(of error: DatabaseError, path: String) -> CatalogError {
        // Without the arguments of the statement, which hold article text.
        let reason = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        return switch error.resultCode {
        case .SQLITE_FULL: .full(path: path)
        case .SQLITE_READONLY: .readOnly(path: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: .damaged(path: path, reason: reason)
        case .SQLITE_IOERR: .deviceError(path: path, reason: reason)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .inaccessible(path: path, reason: reason)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
        default: .unexpected(reason: reason)
        }
    }
}
