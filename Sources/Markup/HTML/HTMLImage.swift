// SPDX-License-Identifier: Apache-2.0

/// A picture that an HTML fragment shows.
public struct HTMLImage: Hashable, Sendable {
    /// Absolute where the fragment had a base.
    public var source: String
    /// The text that stands in for the picture.
    public var alt: String?
    public var width: Int?
    public var height: Int?
    /// The number of the `figure` that holds it, counted from 0 in the fragment; pairs it with `TextBlock.figure`.
    public var figure: Int?

    public init(source: String, alt: String? = nil, width: Int? = nil, height: Int? = nil, figure: Int? = nil) {
        self.source = source
        self.alt = alt
        self.width = width
        self.height = height
        self.figure = figure
    }
}
