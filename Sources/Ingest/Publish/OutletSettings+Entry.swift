// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Spool

extension OutletSettings {
    /// The version belongs into this outlet.
    func takes(_ version: StoredVersion) throws -> Bool {
        guard takes(feed: version.feed) else { return false }
        return try !asksForArticle || takes(Article(json: version.record))
    }

    /// The file that this outlet has of a version: the same name and bytes whenever it is made.
    func entry(_ version: StoredVersion) throws -> SpoolEntry {
        let bytes: [UInt8]
        switch format {
        case .native: bytes = version.record + [UInt8(ascii: "\n")]
        default:
            bytes = format.render(
                try Article(json: version.record), versionCreated: version.created, firstCreated: version.firstCreated)
        }
        let key = SHA256.digest(Array("\(version.feed)\u{0}\(version.story)".utf8))
        let name = SpoolName.make(sequence: version.sequence, key: key, revision: version.revision)
        return SpoolEntry(sequence: version.sequence, name: name, bytes: bytes)
    }
}
