// SPDX-License-Identifier: Apache-2.0
public import Markup

/// One document as a JSON object, as `wirespool parse` prints it (wirespool(1)).
public struct FeedReport: Sendable {
    /// The document's name as the user gave it.
    public var file: String
    /// True prints texts as sent, false sanitises them.
    public var isRaw: Bool
    public var feed: ParsedFeed

    public init(feed: ParsedFeed, file: String, isRaw: Bool) {
        self.feed = feed
        self.file = file
        self.isRaw = isRaw
    }

    /// Writes the object, without a line break.
    public func write(into json: inout JSONWriter) {
        json.object { $0.member("file", file) }
    }

    /// Writes the object of a document that is no feed.
    public static func write(_ error: FeedError, file: String, into json: inout JSONWriter) {
        json.object { json in
            json.member("file", file)
            json.member(
                "error",
                object: { json in
                    json.member("stage", "parse")
                    json.member("label", error.label.rawValue)
                    json.member("message", error.message)
                })
        }
    }
}
