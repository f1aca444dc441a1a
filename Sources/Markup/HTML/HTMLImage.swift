// SPDX-License-Identifier: Apache-2.0

/// A picture that an HTML fragment shows.
public struct HTMLImage: Hashable, Sendable {
    /// The address, absolute where the fragment had a base.
    public var source: String
    /// The text that stands in for the picture.
    public var alt: String?
    /// Pixels, as the fragment says; nil for a percentage.
    public var width: Int?
    /// Pixels, as the fragment says; nil for a percentage.
    public var height: Int?
    /// The number of the `figure` that holds it, counted from 0 in the fragment; pairs it with `TextBlock.figure`.
    public var figure: Int?

    /// A picture at `source`.
    public init(source: String, alt: String? = nil, width: Int? = nil, height: Int? = nil, figure: Int? = nil) {
        self.source = source
        self.alt = alt
        self.width = width
        self.height = height
        self.figure = figure
    }
}
