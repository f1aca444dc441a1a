// SPDX-License-Identifier: Apache-2.0

/// One paragraph of plain text, with white space collapsed and entities decoded.
public struct TextBlock: Hashable, Sendable {
    /// What the paragraph was in the document.
    public enum Kind: String, Hashable, Sendable {
        case paragraph, heading, listItem, preformatted, tableRow
        /// The text of a `figure` or `figcaption`.
        case caption
    }

    public var text: String
    public var kind: Kind
    /// The number of the `figure` that holds it, counted from 0 in the fragment; pairs a caption with `HTMLImage.figure`.
    public var figure: Int?

    public init(_ text: String, kind: Kind = .paragraph, figure: Int? = nil) {
        self.text = text
        self.kind = kind
        self.figure = figure
    }
}
