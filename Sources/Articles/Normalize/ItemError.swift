// SPDX-License-Identifier: Apache-2.0

/// Why an item can't be an article.
public enum ItemError: Error, Hashable, Sendable {
    /// Neither headline nor text nor media nor id nor link.
    case empty

    /// A bounded word for logs and metrics.
    public var label: String {
        switch self {
        case .empty: "empty-item"
        }
    }

    /// What was wrong, in words for people, without the feed's name.
    public var message: String {
        switch self {
        case .empty: "the item has neither headline, text, media, id nor link"
        }
    }
}
