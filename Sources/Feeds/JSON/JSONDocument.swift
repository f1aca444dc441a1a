// SPDX-License-Identifier: Apache-2.0
import Foundation
import Markup

/// A JSON document whose outermost value is an object, and the items of a feed in it, which are parsed one by one: all at once they would
/// take up to twenty times the memory of their bytes.
struct JSONDocument {
    /// The object without its items.
    let head: JSONObject
    private let bytes: [UInt8]
    private let parts: [Range<Int>]

    /// Nil where the outermost value is something else, or no JSON, or nested deeper than 64.
    ///
    /// Throws where it holds more objects or values than a feed, before any of them is made.
    init?(_ bytes: [UInt8]) throws(FeedError) {
        let shape = JSONShape(bytes)
        guard shape.depth <= 64 else { return nil }
        let parts = shape.parts
        guard max(shape.containers, parts.count) <= 25_000, shape.commas <= 400_000, shape.mostCommas <= 50_000 else {
            throw FeedError(limit: .elements)
        }
        let around = shape.items.map { bytes[..<$0.lowerBound] + bytes[$0.upperBound...] } ?? bytes[...]
        guard let head = Self.value(around) as? [String: Any] else { return nil }
        self.head = JSONObject(head)
        self.bytes = bytes
        self.parts = parts
    }

    /// What `read` makes of each object among the items and its place, at most `limit` of them, and how many objects there are; nil where
    /// an item is no JSON.
    func items<Item>(limit: Int, _ read: (JSONObject, Int) -> Item) -> (first: [Item], count: Int)? {
        guard !parts.isEmpty else {
            // A name that is written with escapes.
            let (objects, count) = head.objects("items", limit: limit)
            return (objects.enumerated().map { read($1, $0) }, count)
        }
        var (first, count) = ([Item](), 0)
        for part in parts {
            guard let value = Self.value(bytes[part]) else { return nil }
            guard let members = value as? [String: Any] else { continue }
            if count < limit { first.append(read(JSONObject(members), count)) }
            count += 1
        }
        return (first, count)
    }

    /// JSONSerialization says why it fails in a text that quotes the document; nobody needs that.
    private static func value(_ bytes: ArraySlice<UInt8>) -> Any? {
        try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    }
}

/// What Foundation's parser would have to do, and where the items are: it is recursive, and takes 3 KB for the object in `{"a":1}`.
struct JSONShape {
    private(set) var depth = 0
    private(set) var containers = 0
    private(set) var commas = 0
    /// Those of one item, or of what stands around the items.
    private(set) var mostCommas = 0
    /// What stands between the brackets of the outermost object's `items`.
    private(set) var items: Range<Int>?
    /// The commas between them.
    private var separators: [Int] = []
    private var commasAround = 0
    private var commasOfItem = 0
    private var open = 0
    private var start: Int?
    private var isBlank = true

    init(_ bytes: [UInt8]) {
        var isInString = false
        var isEscaped = false
        for (index, byte) in bytes.enumerated() {
            if isEscaped {
                isEscaped = false
            } else if isInString {
                isEscaped = byte == UInt8(ascii: "\\")
                isInString = byte != UInt8(ascii: "\"")
            } else {
                isInString = byte == UInt8(ascii: "\"")
                note(byte, at: index, of: bytes)
            }
        }
        mostCommas = max(mostCommas, commasAround)
    }

    /// The items, each with the white space around it.
    var parts: [Range<Int>] {
        guard let items, !isBlank else { return [] }
        let starts = [items.lowerBound] + separators.map { $0 + 1 }
        return zip(starts, separators + [items.upperBound]).map { $0..<$1 }
    }

    private mutating func note(_ byte: UInt8, at index: Int, of bytes: [UInt8]) {
        let isInItems = start != nil
        if isInItems, byte > 0x20, byte != UInt8(ascii: "]") { isBlank = false }
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            containers += 1
            open += 1
            depth = max(depth, open)
            if open == 2, byte == UInt8(ascii: "["), Self.isItems(bytes[..<index]) { begin(after: index) }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            open -= 1
            guard open == 1, let first = start else { break }
            (items, start) = (first..<index, nil)
        case UInt8(ascii: ","):
            commas += 1
            if isInItems { separate(at: index) } else { commasAround += 1 }
        default: break
        }
    }

    private mutating func begin(after index: Int) {
        (start, items, separators, isBlank, commasOfItem) = (index + 1, nil, [], true, 0)
    }

    private mutating func separate(at index: Int) {
        commasOfItem += 1
        mostCommas = max(mostCommas, commasOfItem)
        guard open == 2 else { return }
        separators.append(index)
        commasOfItem = 0
    }

    /// Whether what stands before a value is the name `items`.
    private static func isItems(_ bytes: ArraySlice<UInt8>) -> Bool {
        func withoutBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            bytes.prefix(through: bytes.lastIndex { $0 > 0x20 } ?? bytes.startIndex)
        }
        guard !bytes.isEmpty else { return false }
        let name = withoutBlanks(bytes)
        guard name.last == UInt8(ascii: ":"), name.count > 1 else { return false }
        let quoted = withoutBlanks(name.dropLast())
        // Not the end of a longer name with a quotation mark in it.
        return quoted.suffix(7).elementsEqual("\"items\"".utf8) && quoted.dropLast(7).last != UInt8(ascii: "\\")
    }
}
