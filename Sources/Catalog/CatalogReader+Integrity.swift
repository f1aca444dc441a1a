// SPDX-License-Identifier: Apache-2.0
import GRDB

extension CatalogReader {
    /// What is wrong with the file, in SQLite's words; empty when all of it is as it should be. Reads everything.
    public func damage() throws(CatalogError) -> [String] {
        let most = 20
        do throws(CatalogError) {
            return try read { db in
                let said = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(most))").filter { $0 != "ok" }
                let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(most)
                return said + strays.map { "a row of \($0[0] as String) belongs to no \($0[2] as String)" }
            }
        } catch {
            guard case .damaged(_, let reason) = error else { throw error }
            return [reason]
        }
    }

    /// Copies the catalog as it stands now to a file, also while it is written (SQLite's online backup); nobody waits for it.
    ///
    /// The file appears under its name when it is whole, in place of an older one, with mode 0600, and is durable then.
    public func backUp(to file: String) throws(CatalogError) {
        let draft = file + ".part"
        do {
            try StateDirectory.remove(draft)
            try StateDirectory.createFile(draft)
            let copy = try DatabaseQueue(path: draft)
            try backUp(into: copy)
            // One file by itself, which can be read where nothing can be written.
            let mode = try copy.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
            let said = try copy.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
            try copy.close()
            guard mode == "delete", said == ["ok"] else {
                throw CatalogError.damaged(path: draft, reason: said.first ?? "the copy is not whole")
            }
            try StateDirectory.publish(draft, as: file)
        } catch {
            throw CatalogError(error, path: draft)
        }
    }
}
