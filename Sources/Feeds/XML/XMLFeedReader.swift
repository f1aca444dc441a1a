// SPDX-License-Identifier: Apache-2.0
import Markup

/// Reads feeds in XML: strictly at first, and once more after `XMLRepair` where the document is broken.
enum XMLFeedReader {
    static func read(_ document: DecodedDocument, source: DocumentSource) throws(FeedError) -> ParsedFeed {
        var reader = FeedDocumentReader(document.bytes, source: source)
        let fault = fault { () throws(XMLFault) in try reader.read() }
        var feed: ParsedFeed
        switch fault {
        case nil:
            feed = try accepted(reader, document)
            feed.isWellFormed = reader.cursor.reader.undeclaredPrefixes.isEmpty
        case .malformed?, .undefinedEntity?: feed = try repaired(document, source: source)
        case .declaration?, .limit?: feed = try interrupted(reader, by: fault)
        }
        feed.encoding = document.encoding
        feed.repairs = document.repairs + feed.repairs
        return feed
    }
}

extension XMLFeedReader {
    private static func fault(_ read: () throws(XMLFault) -> Void) -> XMLFault? {
        do {
            try read()
            return nil
        } catch {
            return error
        }
    }

    private static func accepted(_ reader: FeedDocumentReader, _ document: DecodedDocument) throws(FeedError) -> ParsedFeed {
        guard reader.isFeed else { throw Page.error(document.bytes, root: reader.root) }
        return reader.finished()
    }

    private static func repaired(_ document: DecodedDocument, source: DocumentSource) throws(FeedError) -> ParsedFeed {
        let repair = XMLRepair(document.bytes, neverNested: ["item", "entry", "channel"])
        var reader = FeedDocumentReader(repair.bytes, source: source)
        let fault = fault { () throws(XMLFault) in try reader.read() }
        guard fault == nil else { return try interrupted(reader, by: fault) }
        var feed = try accepted(reader, document)
        feed.isWellFormed = false
        feed.repairs = repair.notes + feed.repairs
        guard !repair.openAtEnd.isEmpty else { return feed }
        // Half a story would be a wrong story: the item in which the document broke off waits for the next poll.
        if !repair.openAtEnd.allSatisfy({ $0 != "item" && $0 != "entry" && $0 != "url" }), feed.itemsBeyondLimit == 0 {
            // There may be none: what is called an item can stand where no item is read.
            feed.tornItem = feed.items.popLast()
            if feed.tornItem != nil { feed.repairs.append("the last entry is incomplete") }
        }
        feed.isTruncated = true
        if feed.items.isEmpty { throw FeedError(.malformed, "the document breaks off before the end of its first item") }
        return feed
    }

    /// The items before a limit or a declaration, or the error where there are none.
    private static func interrupted(_ reader: FeedDocumentReader, by fault: XMLFault?) throws(FeedError) -> ParsedFeed {
        let what: String
        switch fault {
        case .limit(let limit)?: what = "stopped by a limit: \(limit.rawValue)"
        case .declaration?: throw FeedError(.doctypeDeclaration, "the document declares entities, elements or attributes of its own")
        case .malformed(let reason, let line)?: what = "line \(line): \(reason)"
        case .undefinedEntity(let name)?: what = "undefined entity '\(name)'"
        case nil: what = ""
        }
        var feed = reader.finished()
        guard !feed.items.isEmpty else {
            if case .limit(let limit)? = fault { throw FeedError(limit: limit) }
            throw FeedError(.malformed, what)
        }
        feed.isWellFormed = false
        feed.isTruncated = true
        feed.repairs.append(what)
        return feed
    }
}
