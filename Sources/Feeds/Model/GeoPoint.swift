// SPDX-License-Identifier: Apache-2.0

/// A point on the Earth, WGS 84 degrees.
public struct GeoPoint: Hashable, Sendable, Codable {
    /// Degrees north of the equator, −90…90.
    public var latitude: Double
    /// Degrees east of Greenwich, −180…180.
    public var longitude: Double

    /// A point that is on the Earth already; nothing is checked.
    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// A line, area or box on the Earth.
public struct GeoShape: Hashable, Sendable, Codable {
    /// What the points are.
    public enum Kind: String, Hashable, Sendable, Codable {
        /// A way from point to point.
        case line = "LineString"
        /// The outline of an area.
        case polygon = "Polygon"
        /// Two corners of an area whose sides are parallels and meridians, the south-western one first.
        case box = "Box"
    }

    /// What the points are.
    public var kind: Kind
    /// The points in the publisher's order.
    public var points: [GeoPoint]

    /// A shape of points that are on the Earth already.
    public init(_ kind: Kind, _ points: [GeoPoint]) {
        self.kind = kind
        self.points = points
    }
}
