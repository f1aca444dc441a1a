// SPDX-License-Identifier: Apache-2.0
import GRDB

extension Catalog {
    /// The greatest sequence number of any version; 0 before the first.
    public func lastSequence() throws(CatalogError) -> Int64 {
        try read { try Counters.fetch($0).sequence }
    }

    /// The versions after `sequence` in order, at most `limit`; fewer, but one at least, where their records are large.
    public func versions(after sequence: Int64, limit: Int) throws(CatalogError) -> [StoredVersion] {
        try read { try StoredVersion.fetch($0, after: sequence, limit: limit) }
    }
}
