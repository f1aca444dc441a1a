// SPDX-License-Identifier: Apache-2.0

/// The most of each thing that is read from one document; the rest is left out, and a repair says so.
enum FeedLimits {
    static let items = 5_000
    static let categories = 64
    static let enclosures = 32
    static let media = 64
    static let persons = 64
    static let links = 64
    static let deletions = 5_000
    /// Bytes of UTF-8.
    static let title = 4 << 10
    static let guid = 4 << 10
    static let url = 8 << 10
    static let word = 4 << 10
    /// What all the addresses of a document together may gain by being made absolute.
    static let resolved = 2 << 20
    static let body = 1 << 20
}

extension Array {
    /// Appends an element while there are fewer than `limit`.
    mutating func append(_ element: Element?, limit: Int) {
        guard let element, count < limit else { return }
        append(element)
    }
}
